package org.tillwright.browser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.tillwright.core.BinaryFractions.haveNoBinaryFractions;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tillwright.browser", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheDoorKnowsTheCompiler = noClasses()
            .that()
            .doNotHaveSimpleName("Door")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.teavm..");

    @ArchTest
    static final ArchRule aBrowserHasNoServer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "java.net..", "java.nio..", "java.lang.reflect..", "java.text..");

    @ArchTest
    static final ArchRule noNumberIsABinaryFraction = classes().should(haveNoBinaryFractions());
}
