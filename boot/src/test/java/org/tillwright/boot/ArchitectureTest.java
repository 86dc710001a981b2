package org.tillwright.boot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the starter. */
@AnalyzeClasses(packages = "org.tillwright.boot", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatRunsInTheServersJvmStandsAlone = noClasses()
            .that(simpleName("ServerEntry").or(simpleName("JsonLines")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.tillwright..")
                    .and(not(simpleName("ServerEntry").or(simpleName("JsonLines")))))
            .because("only these classes are copied beside Payara");

    @ArchTest
    static final ArchRule onlyMainKnowsTheCommands = noClasses()
            .that()
            .resideInAPackage("org.tillwright.boot")
            .and()
            .doNotHaveSimpleName("Main")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tillwright.boot.command");

    @ArchTest
    static final ArchRule theServersBusinessIsNotOnThisClassPath = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tillwright.server..", "org.tillwright.web..", "org.tillwright.register..");

    @ArchTest
    static final ArchRule aCommandIsOneClass = classes()
            .that()
            .areAnnotatedWith(picocli.CommandLine.Command.class)
            .and()
            .resideInAPackage("..command")
            .should()
            .haveSimpleNameEndingWith("Command");
}
