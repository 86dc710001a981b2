package org.tillwright.system.fuzz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Allocation;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.promotion.PromotionEngine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.tax.TaxCalculator;

/** A reference that computed with the engine's own classes would agree with every fault in them. */
class IndependenceTest {

    @Test
    void theReferenceNeverAsksTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("org.tillwright.system.reference..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        PricingEngine.class,
                        PromotionEngine.class,
                        TaxCalculator.class,
                        Allocation.class,
                        Refunds.class)
                .check(new ClassFileImporter().importPackages("org.tillwright.system.reference"));
    }

    /** JMH is GPL with an exception that we need not lean on: it stays out of all that leaves this house. */
    @Test
    void nothingThatIsShippedCarriesTheBenchmarks() throws Exception {
        for (String library : List.of("boot/target/lib", "swing-client/target/lib")) {
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("tillwright.root"), library))) {
                Assertions.assertThat(files.map(path -> path.getFileName().toString()))
                        .isNotEmpty()
                        .noneMatch(name -> name.startsWith("jmh") || name.startsWith("tillwright-system"));
            }
        }
    }
}
