package org.tillwright.register.device;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import gnu.io.RXTXPort;
import java.io.IOException;
import javax.swing.JFrame;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.jpos.unit.JposUnits;
import org.tillwright.register.device.seeded.DriverWithALabel;
import org.tillwright.register.device.serial.Rs232Line;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.simulator.seeded.SeededSimulators;

/** The rules of devices and their simulators. */
@AnalyzeClasses(
        packages = {"org.tillwright.register", "org.tillwright.simulator"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOneClassKnowsTheSerialLibrary = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Rs232Line.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gnu.io..")
            .because("that library crashes the Java machine when it is used carelessly");

    @ArchTest
    static final ArchRule onlyTheDeviceHostOpensPorts = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.tillwright.register.device.serial",
                    "org.tillwright.register.device.host",
                    "org.tillwright.simulator..")
            .should()
            .callMethod(SerialAddress.class, "open")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Rs232Line.class)
            .because("native code that crashes must not take the register with it");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsJavaPos = noClasses()
            .that()
            .resideOutsideOfPackage("org.tillwright.register.device.jpos.unit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jpos..")
            .because("with it comes makers' code, which can do anything to the process that it is in");

    @ArchTest
    static final ArchRule makersCodeRunsInTheDeviceHostOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.tillwright.register.device.jpos.unit..", "org.tillwright.register.device.host..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tillwright.register.device.jpos.unit..");

    @ArchTest
    static final ArchRule driversKnowNoScreenAndNoSale = noClasses()
            .that()
            .resideInAPackage("..register.device..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.swing..", "org.tillwright.simulator..", "..register.sale..", "..register.journal..");

    @ArchTest
    static final ArchRule simulatorsKnowLinesAndMessagesOnly = noClasses()
            .that()
            .resideInAPackage("org.tillwright.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tillwright.register.device",
                    "org.tillwright.register.device.escpos..",
                    "org.tillwright.register.device.display..",
                    "org.tillwright.register.device.scale..",
                    "org.tillwright.register.device.scanner..",
                    "org.tillwright.register.sale..")
            .because("a simulator that shares code with its driver shares its mistakes");

    @ArchTest
    static final ArchRule windowsAreViewsAndFrames = classes()
            .that()
            .resideInAPackage("org.tillwright.simulator..")
            .and()
            .areAssignableTo(JFrame.class)
            .should()
            .haveSimpleNameEndingWith("View")
            .orShould()
            .haveSimpleName("SimulatorFrame");

    /** A rule that never fails guards nothing: each is seen to bite on a class that breaks it. */
    @Test
    void theRulesBite() {
        assertBites(onlyOneClassKnowsTheSerialLibrary, CarelessReader.class);
        assertBites(onlyTheDeviceHostOpensPorts, CarelessOpener.class);
        assertBites(onlyOnePackageKnowsJavaPos, MakersPrinter.class);
        assertBites(makersCodeRunsInTheDeviceHostOnly, MakersHost.class);
        assertBites(driversKnowNoScreenAndNoSale, DriverWithALabel.class);
        assertBites(simulatorsKnowLinesAndMessagesOnly, SeededSimulators.SharingMistakes.class);
        assertBites(windowsAreViewsAndFrames, SeededSimulators.Paper.class);
    }

    private static void assertBites(ArchRule rule, Class<?> violating) {
        var seeded = new ClassFileImporter().importClasses(violating);
        assertThat(rule.evaluate(seeded).getFailureReport().toString()).contains(violating.getSimpleName());
    }

    /** What nobody may write. */
    static final class MakersPrinter {

        static void open() throws jpos.JposException {
            new jpos.POSPrinter().open("Printer1");
        }
    }

    /** What nobody may write. */
    static final class MakersHost {

        static Object open() {
            return new JposUnits();
        }
    }

    /** What nobody may write. */
    static final class CarelessReader {

        static int readOne(RXTXPort port) throws IOException {
            return port.getInputStream().read();
        }
    }

    /** What nobody may write either: it opens the port in the register's own process. */
    static final class CarelessOpener {

        static SerialLine open(SerialAddress address) throws IOException {
            return address.open();
        }
    }
}
