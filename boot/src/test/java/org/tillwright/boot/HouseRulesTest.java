package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.boot.platform.PlatformThatReadsSettings;
import org.tillwright.boot.seeded.ServerEntry;
import org.tillwright.boot.seeded.StarterThatKnowsTheBooks;
import org.tillwright.boot.seeded.command.Serving;

/** Seeds a violation of each rule and sees it caught: a rule that never fails proves nothing. */
class HouseRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(ArchitectureTest.theArrowsRunOneWay, PlatformThatReadsSettings.class),
                arguments(ArchitectureTest.whatRunsInTheServersJvmStandsAlone, ServerEntry.class),
                arguments(ArchitectureTest.onlyMainKnowsTheCommands, StarterThatKnowsACommand.class),
                arguments(ArchitectureTest.theServersBusinessIsNotOnThisClassPath, StarterThatKnowsTheBooks.class),
                arguments(ArchitectureTest.aCommandIsOneClass, Serving.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("violations")
    void aSeededViolationIsCaughtAndNamed(ArchRule rule, Class<?> violating) {
        EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(violating));
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(violating.getSimpleName());
    }
}
