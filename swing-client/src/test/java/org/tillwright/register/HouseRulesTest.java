package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.register.receipt.seeded.ReceiptThatKnowsTheSale;
import org.tillwright.register.sale.seeded.SeededSale;

/** Seeds a violation of each rule and sees it caught: a rule that never fails proves nothing. */
class HouseRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(ArchitectureTest.onlyViewsAndTheShellImportSwing, SeededSale.WithALabel.class),
                arguments(ArchitectureTest.theBrainKnowsNoScreenAndNoCommand, SeededSale.WithAnAnnouncement.class),
                arguments(ArchitectureTest.onlyTheServerPackageSpeaksHttp, SeededSale.WithHttp.class),
                arguments(ArchitectureTest.onlyJournalAndCatalogueOpenDatabases, SeededSale.WithADatabase.class),
                arguments(
                        ArchitectureTest.theRegisterKnowsNothingOfTheServersInside,
                        SeededSale.WithTheServersInside.class),
                arguments(ArchitectureTest.moneyIsNeverAFraction, SeededSale.WithAFraction.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("violations")
    void aSeededViolationIsCaughtAndNamed(ArchRule rule, Class<?> violating) {
        EvaluationResult result = rule.evaluate(imported(violating));
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(violating.getSimpleName());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void whatBreaksNoRuleIsNotAccused(ArchRule rule, Class<?> violating) {
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(imported(SeededSale.Innocent.class))
                        .hasViolation())
                .isFalse();
    }

    @Test
    void twoPartsThatNeedEachOtherAreACircle() {
        JavaClasses circle = imported(SeededSale.ThatKnowsTheReceipt.class, ReceiptThatKnowsTheSale.class);
        assertThat(ArchitectureTest.theBrainHasNoCircles.evaluate(circle).hasViolation())
                .isTrue();
    }

    private static JavaClasses imported(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
