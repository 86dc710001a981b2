package org.tillwright.system.fuzz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
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
}
