package org.tillwright.server;

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
import org.tillwright.server.cash.TillService;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.LedgerThatKnowsTills;
import org.tillwright.server.platform.seeded.SeededViolations;

/** Seeds a violation of each rule and sees it caught: a rule that never fails proves nothing. */
class HouseRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(HouseRules.ENTITIES_NEVER_LEAVE_THEIR_CAPABILITY, SeededViolations.PublicEntity.class),
                arguments(HouseRules.A_SERVICE_IS_THE_DOOR, SeededViolations.StockManager.class),
                arguments(HouseRules.EVERY_SERVICE_METHOD_SAYS_WHO_MAY_CALL_IT, SeededViolations.OpenService.class),
                arguments(
                        HouseRules.A_PROXY_MAY_SEE_WHAT_A_SERVICE_GIVES, SeededViolations.GivesTheUnseenService.class),
                arguments(HouseRules.A_PROXY_MAY_SEE_WHAT_A_SERVICE_GIVES, SeededViolations.ShowsTheUnseen.class),
                arguments(HouseRules.ONLY_REPOSITORIES_TALK_TO_THE_DATABASE, SeededViolations.SqlService.class),
                arguments(HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION, SeededViolations.Fraction.class),
                arguments(HouseRules.TIME_COMES_IN, SeededViolations.OwnWatch.class),
                arguments(HouseRules.NOTHING_IS_CAUGHT_WHOLESALE, SeededViolations.CatchAll.class),
                arguments(HouseRules.LEDGERS_KNOW_NOBODY_ABOVE, LedgerThatKnowsTills.class),
                arguments(HouseRules.THE_SERVER_KNOWS_NO_SCREEN_AND_NO_REST, SeededViolations.AnswersTheWeb.class),
                arguments(HouseRules.ONLY_SECURITY_KNOWS_SERVLETS, SeededViolations.ReadsRequests.class),
                arguments(HouseRules.HEALTH_CHECKS_CALL_NO_EJB, SeededViolations.AsksAnEjb.class),
                arguments(HouseRules.PLATFORM_KNOWS_NO_BUSINESS, SeededViolations.KnowsSales.class),
                arguments(HouseRules.NOBODY_DEPENDS_ON_WHAT_STANDS_ON_TOP, SeededViolations.KnowsSales.class),
                arguments(HouseRules.NOBODY_DEPENDS_ON_WHAT_STANDS_ON_TOP, SeededViolations.KnowsTheDay.class));
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
                        .evaluate(imported(SeededViolations.Innocent.class))
                        .hasViolation())
                .isFalse();
    }

    /** Tills post to the ledger; a ledger that asks a till closes the circle. */
    @Test
    void twoCapabilitiesThatNeedEachOtherAreACircle() {
        JavaClasses circle = imported(TillService.class, LedgerService.class, LedgerThatKnowsTills.class);
        assertThat(HouseRules.NO_CIRCLES.evaluate(circle).hasViolation()).isTrue();
        assertThat(HouseRules.NO_CIRCLES
                        .evaluate(imported(TillService.class, LedgerService.class))
                        .hasViolation())
                .isFalse();
    }

    private static JavaClasses imported(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
