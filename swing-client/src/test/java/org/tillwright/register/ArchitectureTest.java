package org.tillwright.register;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.tillwright.core.BinaryFractions.haveNoBinaryFractions;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The house rules of the register, as code. A rule that is wrong is changed here, with an ADR, not worked around. {@link HouseRulesTest}
 * shows that they bite.
 */
@AnalyzeClasses(
        packages = {"org.tillwright.register", "org.tillwright.simulator"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Where pixels are worked out; never an amount. */
    private static final DescribedPredicate<JavaClass> DRAWING =
            DescribedPredicate.describe("views, their parts, simulators' windows and what draws pictures", type -> {
                String name = outermost(type);
                return name.contains("View")
                        || name.contains(".register.shell.")
                        || name.contains(".register.component.")
                        || name.contains(".register.cart.")
                        || name.contains(".register.tile.")
                        || name.contains(".register.keyboard.")
                        || name.contains(".register.sound.") // the JDK's audio formats are told in floats
                        || name.startsWith("org.tillwright.simulator.")
                        || name.startsWith("org.tillwright.register.device.escpos.Raster")
                        || name.equals("org.tillwright.register.RegisterMain")
                        || type.getSimpleName().contains("Picture");
            });

    @ArchTest
    static final ArchRule onlyViewsAndTheShellImportSwing = noClasses()
            .that(DescribedPredicate.not(DRAWING))
            .and()
            .resideInAPackage("org.tillwright.register..")
            .and()
            .resideOutsideOfPackage("org.tillwright.register.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "com.formdev..", "net.miginfocom..");

    @ArchTest
    static final ArchRule theRegisterKnowsNothingOfTheServersInside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tillwright.server..",
                    "org.tillwright.web..",
                    "org.tillwright.boot..",
                    "jakarta.ejb..",
                    "jakarta.persistence..");

    @ArchTest
    static final ArchRule onlyTheServerPackageSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage("org.tillwright.register.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish.jersey..");

    @ArchTest
    static final ArchRule onlyJournalAndCatalogueOpenDatabases = noClasses()
            .that()
            .resideOutsideOfPackages("org.tillwright.register.journal..", "org.tillwright.register.catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule theBrainKnowsNoScreenAndNoCommand = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.tillwright.register.settings..",
                    "org.tillwright.register.journal..",
                    "org.tillwright.register.outbox..",
                    "org.tillwright.register.server..",
                    "org.tillwright.register.catalogue..",
                    "org.tillwright.register.sale..",
                    "org.tillwright.register.kitchen..",
                    "org.tillwright.register.receipt..",
                    "org.tillwright.register.text..",
                    "org.tillwright.register.device..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tillwright.register.shell..",
                    "org.tillwright.register.component..",
                    "org.tillwright.register.cart..",
                    "org.tillwright.register.tile..",
                    "org.tillwright.register.keyboard..",
                    "org.tillwright.register.dialogue..",
                    "org.tillwright.register.selling..",
                    "org.tillwright.register.tendering..",
                    "org.tillwright.register.connection..",
                    "org.tillwright.register.command..",
                    "org.tillwright.simulator..");

    @ArchTest
    static final ArchRule partsOfScreensKnowNoScreen = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.tillwright.register.component..",
                    "org.tillwright.register.cart..",
                    "org.tillwright.register.tile..",
                    "org.tillwright.register.keyboard..",
                    "org.tillwright.register.dialogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tillwright.register",
                    "org.tillwright.register.shell..",
                    "org.tillwright.register.sale..",
                    "org.tillwright.register.selling..",
                    "org.tillwright.register.tendering..",
                    "org.tillwright.register.till..",
                    "org.tillwright.register.connection..",
                    "org.tillwright.register.signon..",
                    "org.tillwright.register.status..");

    @ArchTest
    static final ArchRule partsOfScreensHaveNoCircles = slices().matching(
                    "org.tillwright.register.(component|cart|tile|keyboard|dialogue|shell)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theBrainHasNoCircles = slices().matching(
                    "org.tillwright.register.(journal|outbox|server|catalogue|sale|kitchen|receipt|text|settings)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule moneyIsNeverAFraction = classes()
            .that(DescribedPredicate.not(DRAWING))
            .should(haveNoBinaryFractions())
            .because("amounts are long minor units and rates are parts per million");

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type.getName());
    }
}
