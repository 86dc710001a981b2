package org.tillwright.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.server.stores.DoorThatHoldsARow;
import org.tillwright.web.admin.seeded.PageThatKnowsTheApi;
import org.tillwright.web.admin.shell.seeded.FrameThatKnowsAPage;
import org.tillwright.web.api.seeded.ApiThatKnowsPages;
import org.tillwright.web.seeded.SeededViolations;

/** Seeds a violation of each rule and sees it caught: a rule that never fails proves nothing. */
class HouseRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(ArchitectureTest.onlyTheServersPublicClassesAreSeen, DoorThatHoldsARow.class),
                arguments(ArchitectureTest.noDoorTouchesTheDatabase, SeededViolations.OwnDatabase.class),
                arguments(ArchitectureTest.theDoorForProgramsDoesNotKnowTheOneForPeople, ApiThatKnowsPages.class),
                arguments(ArchitectureTest.theDoorForPeopleDoesNotKnowTheOneForPrograms, PageThatKnowsTheApi.class),
                arguments(ArchitectureTest.theFrameKnowsNoPage, FrameThatKnowsAPage.class),
                arguments(ArchitectureTest.whatHasAnAddressIsAResource, SeededViolations.Addresses.class),
                arguments(ArchitectureTest.moneyIsNeverAFraction, SeededViolations.Fraction.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("violations")
    void aSeededViolationIsCaughtAndNamed(ArchRule rule, Class<?> violating) {
        EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(violating));
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(violating.getSimpleName());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void whatBreaksNoRuleIsNotAccused(ArchRule rule, Class<?> violating) {
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(new ClassFileImporter().importClasses(SeededViolations.Innocent.class))
                        .hasViolation())
                .isFalse();
    }
}
