package org.tillwright.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.report.content.ContentThatKnowsItsShape;
import org.tillwright.report.seeded.SeededViolations;

/** Seeds a violation of each rule and sees it caught. */
class HouseRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(HouseRules.REPORTS_KNOW_CORE_ONLY, SeededViolations.ReadsTables.class),
                arguments(HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION, SeededViolations.Fraction.class),
                arguments(HouseRules.TIME_COMES_IN, SeededViolations.OwnWatch.class),
                arguments(HouseRules.THE_BUILD_STAYS_OUT_OF_THE_PRODUCT, ReportThatCompilesTemplates.class),
                arguments(HouseRules.CONTENT_KNOWS_NO_LOOKS, ContentThatKnowsItsShape.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("violations")
    void aSeededViolationIsCaughtAndNamed(ArchRule rule, Class<?> violating) {
        assertThat(rule.evaluate(imported(violating)).getFailureReport().toString())
                .contains(violating.getSimpleName());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void whatBreaksNoRuleIsNotAccused(ArchRule rule, Class<?> violating) {
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(imported(SeededViolations.Innocent.class))
                        .hasViolation())
                .isFalse();
    }

    private static JavaClasses imported(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
