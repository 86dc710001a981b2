package org.tillwright.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.tillwright.core.BinaryFractions.haveNoBinaryFractions;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The rules of reports, as code. */
final class HouseRules {

    static final ArchRule REPORTS_KNOW_CORE_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tillwright.server..",
                    "org.tillwright.web..",
                    "org.tillwright.wire..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..");

    static final ArchRule MONEY_IS_NEVER_A_BINARY_FRACTION = classes()
            .that()
            .doNotHaveSimpleName("PagePicture")
            .and()
            .doNotHaveSimpleName("ReceiptPdf")
            .should(haveNoBinaryFractions())
            .because("amounts are exact on paper too; a picture's pixels are no amounts");

    static final ArchRule TIME_COMES_IN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .because("time comes in through " + Clock.class.getSimpleName());

    static final ArchRule THE_BUILD_STAYS_OUT_OF_THE_PRODUCT = noClasses()
            .that()
            .resideInAPackage("org.tillwright.report")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tillwright.report.build");

    static final ArchRule CONTENT_KNOWS_NO_LOOKS = noClasses()
            .that()
            .resideInAPackage("org.tillwright.report.content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tillwright.report", "org.tillwright.report.build..", "net.sf.jasperreports..");

    private HouseRules() {}
}
