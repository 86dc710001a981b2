package org.tillwright.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.tillwright.core.BinaryFractions.haveNoBinaryFractions;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

/** The rules of the doors; {@link HouseRulesTest} shows that they bite. */
@AnalyzeClasses(packages = "org.tillwright.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> INSIDES_OF_THE_SERVER = DescribedPredicate.describe(
            "are not public in the server",
            type -> type.getPackageName().startsWith("org.tillwright.server")
                    && !type.getModifiers().contains(JavaModifier.PUBLIC));

    @ArchTest
    static final ArchRule onlyTheServersPublicClassesAreSeen =
            noClasses().should().dependOnClassesThat(INSIDES_OF_THE_SERVER);

    @ArchTest
    static final ArchRule noDoorTouchesTheDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
            .because("rows stay inside the server; doors take and give records");

    @ArchTest
    static final ArchRule theDoorForProgramsDoesNotKnowTheOneForPeople = noClasses()
            .that()
            .resideInAPackage("org.tillwright.web.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tillwright.web.admin..");

    @ArchTest
    static final ArchRule theDoorForPeopleDoesNotKnowTheOneForPrograms = noClasses()
            .that()
            .resideInAPackage("org.tillwright.web.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tillwright.web.api..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theFrameKnowsNoPage = noClasses()
            .that()
            .resideInAPackage("org.tillwright.web.admin.shell..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of a capability's pages",
                    type -> type.getPackageName().startsWith("org.tillwright.web.admin.")
                            && !type.getPackageName().startsWith("org.tillwright.web.admin.shell")));

    @ArchTest
    static final ArchRule whatHasAnAddressIsAResource = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .resideInAPackage("org.tillwright.web.api");

    @ArchTest
    static final ArchRule moneyIsNeverAFraction = classes().should(haveNoBinaryFractions());
}
