package org.tillwright.boot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the starter. */
@AnalyzeClasses(packages = "org.tillwright.boot", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BOOT = "org.tillwright.boot.";

    /** Each knows those after it and none before: what starts a server knows nothing of backups, and settings know no database. */
    @ArchTest
    static final ArchRule theArrowsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true) // a seeded violation is looked at alone
            .layer("support")
            .definedBy(BOOT + "support")
            .layer("server")
            .definedBy(BOOT + "server")
            .layer("backup")
            .definedBy(BOOT + "backup")
            .layer("database")
            .definedBy(BOOT + "database")
            .layer("settings")
            .definedBy(BOOT + "settings")
            .layer("network")
            .definedBy(BOOT + "network")
            .layer("platform")
            .definedBy(BOOT + "platform")
            .whereLayer("support")
            .mayOnlyAccessLayers("server", "database", "settings", "platform")
            .whereLayer("server")
            .mayOnlyAccessLayers("database", "settings", "network", "platform")
            .whereLayer("backup")
            .mayOnlyAccessLayers("database", "settings", "platform")
            .whereLayer("database")
            .mayOnlyAccessLayers("settings", "platform")
            .whereLayer("settings")
            .mayOnlyAccessLayers("network")
            .whereLayer("network")
            .mayOnlyAccessLayers("platform")
            .whereLayer("platform")
            .mayNotAccessAnyLayer();

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
            .resideOutsideOfPackage(BOOT + "command")
            .and()
            .doNotHaveSimpleName("Main")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BOOT + "command");

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
