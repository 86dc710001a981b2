package org.tillwright.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.tillwright.core.BinaryFractions.haveNoBinaryFractions;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.tillwright.server.platform.Sql;

/** The house rules of the server, as code. A rule that is wrong is changed here, with an ADR, not worked around. */
final class HouseRules {

    private static final String SERVER = "org.tillwright.server.";

    static final ArchRule NO_CIRCLES =
            slices().matching(SERVER + "(*)..").should().beFreeOfCycles();

    static final ArchRule NOBODY_DEPENDS_ON_WHAT_STANDS_ON_TOP = noClasses()
            .that()
            .resideOutsideOfPackages(
                    SERVER + "sales..",
                    SERVER + "sync..",
                    SERVER + "journal..",
                    SERVER + "setup..",
                    SERVER + "reporting..",
                    SERVER + "day..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SERVER + "sales..",
                    SERVER + "sync..",
                    SERVER + "journal..",
                    SERVER + "setup..",
                    SERVER + "reporting..",
                    SERVER + "day..");

    static final ArchRule LEDGERS_KNOW_NOBODY_ABOVE = noClasses()
            .that()
            .resideInAnyPackage(
                    SERVER + "ledger..", SERVER + "audit..", SERVER + "publication..", SERVER + "inventory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVER + "cash..", SERVER + "catalog..", SERVER + "pricing..", SERVER + "security..");

    static final ArchRule PLATFORM_KNOWS_NO_BUSINESS = noClasses()
            .that()
            .resideInAPackage(SERVER + "platform..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of a capability",
                    type -> type.getPackageName().startsWith(SERVER)
                            && !type.getPackageName().startsWith(SERVER + "platform")));

    static final ArchRule ENTITIES_NEVER_LEAVE_THEIR_CAPABILITY = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("what other code sees of a row is a record");

    static final ArchRule A_SERVICE_IS_THE_DOOR =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    static final ArchRule ONLY_REPOSITORIES_TALK_TO_THE_DATABASE = classes()
            .that(DescribedPredicate.describe(
                    "use the entity manager or SQL",
                    type -> !type.isAssignableTo(Sql.class)
                            && type.getDirectDependenciesFromSelf().stream()
                                    .anyMatch(dependency -> dependency
                                                    .getTargetClass()
                                                    .isAssignableTo(EntityManager.class)
                                            || dependency.getTargetClass().isAssignableTo(Sql.class)
                                            || dependency.getTargetClass().isEquivalentTo(Sql.Reader.class))))
            .should()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(Dependent.class)
            .because("a repository is the only class that reads and writes its capability's tables");

    static final ArchRule EVERY_SERVICE_METHOD_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(DenyAll.class);

    /**
     * The proxy casts what a service answers, from another module; tests, which call services without one, see nothing of it.
     * What a service takes goes through as an object and may be its package's own.
     */
    static final ArchRule A_PROXY_MAY_SEE_WHAT_A_SERVICE_GIVES = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are session beans",
                    type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)))
            .should(giveOnlyPublicTypes())
            .because("the container's proxy fails with an IllegalAccessError on any other");

    static final ArchRule TIME_COMES_IN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes in through " + Clock.class.getSimpleName());

    static final ArchRule MONEY_IS_NEVER_A_BINARY_FRACTION = classes()
            .should(haveNoBinaryFractions())
            .because("amounts are long minor units and rates are parts per million");

    static final ArchRule NOTHING_IS_CAUGHT_WHOLESALE = classes().should(catchNoGenericException());

    /** One class draws, into memory: uploaded pictures are made anew as small as tiles need them (ADR 0017). */
    static final ArchRule THE_SERVER_KNOWS_NO_SCREEN_AND_NO_REST = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(SERVER + "pictures.PictureScaling")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "javax.swing..", "java.awt..");

    static final ArchRule ONLY_SECURITY_KNOWS_SERVLETS = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + "security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..");

    static final ArchRule HEALTH_CHECKS_CALL_NO_EJB = noClasses()
            .that()
            .implement(HealthCheck.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Singleton.class)
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Stateless.class)
            .because("they are asked while the container starts, and a call then keeps the migration from running");

    private HouseRules() {}

    private static ArchCondition<JavaClass> catchNoGenericException() {
        Set<String> generic = Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Throwable");
        return new ArchCondition<>("catch nothing as generic as Exception") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().forEach(unit -> {
                    for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                        boolean wholesale = block.getCaughtThrowables().stream()
                                .anyMatch(caught -> generic.contains(caught.getName()));
                        if (wholesale && block.getCaughtThrowables().size() == 1 && !isCompilersOwn(block)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, unit.getFullName() + " catches " + block.getCaughtThrowables()));
                        }
                    }
                });
            }
        };
    }

    private static ArchCondition<JavaMethod> giveOnlyPublicTypes() {
        return new ArchCondition<>("give public types only") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass given = method.getRawReturnType().getBaseComponentType();
                if (!isPublic(given)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " gives " + given.getName() + ", which is not public"));
                }
            }
        };
    }

    private static boolean isPublic(JavaClass type) {
        return type.isPrimitive()
                || (type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getEnclosingClass().map(HouseRules::isPublic).orElse(true));
    }

    /** The compiler catches Throwable to close what try-with-resources opened. */
    private static boolean isCompilersOwn(TryCatchBlock block) {
        return block.getCaughtThrowables().stream()
                .allMatch(caught -> caught.getName().equals("java.lang.Throwable"));
    }
}
