package org.tillwright.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of core, as code. A rule that is wrong is changed here, with a decision record, not worked around. */
final class HouseRules {

    private static final String MONEY = "org.tillwright.core.money..";
    private static final String TAX = "org.tillwright.core.tax..";
    private static final String PRICING = "org.tillwright.core.pricing..";
    private static final String RETURNS = "org.tillwright.core.returns..";
    private static final String PROMOTION = "org.tillwright.core.promotion..";
    private static final String BARCODE = "org.tillwright.core.barcode..";
    private static final String PAYMENT_QR = "org.tillwright.core.paymentqr..";
    private static final String GS1 = "org.tillwright.core.gs1..";
    private static final String SCAN = "org.tillwright.core.scan..";
    private static final String WIRE = "org.tillwright.wire..";
    private static final String[] BROWSER = {MONEY, TAX, PRICING, RETURNS, PROMOTION, BARCODE, GS1, SCAN, PAYMENT_QR};

    static final ArchRule MONEY_KNOWS_ONLY_ITSELF = classes()
            .that()
            .resideInAPackage(MONEY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MONEY, "java.lang", "java.lang.invoke", "java.math", "java.util..", "org.jspecify..");

    static final ArchRule TAX_KNOWS_ONLY_MONEY = classes()
            .that()
            .resideInAPackage(TAX)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    TAX, MONEY, "java.lang", "java.lang.invoke", "java.math", "java.util..", "org.jspecify..");

    static final ArchRule PRICING_KNOWS_MONEY_TAX_AND_PROMOTIONS = classes()
            .that()
            .resideInAPackage(PRICING)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    PRICING,
                    PROMOTION,
                    TAX,
                    MONEY,
                    "java.lang",
                    "java.lang.invoke",
                    "java.math",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..");

    static final ArchRule RETURNS_KNOW_PRICING_MONEY_AND_PROMOTIONS = classes()
            .that()
            .resideInAPackage(RETURNS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    RETURNS,
                    PRICING,
                    PROMOTION,
                    MONEY,
                    "java.lang",
                    "java.lang.invoke",
                    "java.util..",
                    "org.jspecify..");

    static final ArchRule PROMOTION_KNOWS_ONLY_MONEY = classes()
            .that()
            .resideInAPackage(PROMOTION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    PROMOTION,
                    MONEY,
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.time",
                    "java.util..",
                    "org.jspecify..");

    static final ArchRule BARCODE_KNOWS_ONLY_ITSELF = classes()
            .that()
            .resideInAPackage(BARCODE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BARCODE, "java.lang", "java.lang.invoke", "java.util..", "org.jspecify..");

    static final ArchRule PAYMENT_QR_KNOWS_ONLY_MONEY = classes()
            .that()
            .resideInAPackage(PAYMENT_QR)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    PAYMENT_QR, MONEY, "java.lang", "java.lang.invoke", "java.math", "java.util..", "org.jspecify..");

    static final ArchRule GS1_KNOWS_ONLY_BARCODE = classes()
            .that()
            .resideInAPackage(GS1)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    GS1, BARCODE, "java.lang", "java.lang.invoke", "java.time", "java.util..", "org.jspecify..");

    static final ArchRule SCAN_KNOWS_ONLY_CODES = classes()
            .that()
            .resideInAPackage(SCAN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SCAN, GS1, BARCODE, "java.lang", "java.lang.invoke", "java.time", "java.util..", "org.jspecify..");

    static final ArchRule WIRE_KNOWS_CORE_AND_JSON = classes()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    WIRE,
                    PRICING,
                    RETURNS,
                    PROMOTION,
                    TAX,
                    MONEY,
                    BARCODE,
                    GS1,
                    SCAN,
                    "java..",
                    "javax.crypto..",
                    "jakarta.json..",
                    "org.jspecify..");

    static final ArchRule TIME_COMES_IN = noClasses()
            .should()
            .callMethodWhere(describe("the clock is asked", HouseRules::asksTheClock))
            .because("the same message must give the same answer in ten years");

    static final ArchRule NO_FILES_AND_NO_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
            .orShould()
            .dependOnClassesThat(describe(
                    "are files",
                    type -> type.getPackageName().equals("java.io")
                            && type.getSimpleName().startsWith("File")));

    static final ArchRule NO_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.System\\$Logger.*")
            .because("core tells its caller what is wrong, and the caller knows where to log it");

    static final ArchRule MONEY_IS_NEVER_A_BINARY_FRACTION = classes()
            .should(BinaryFractions.haveNoBinaryFractions())
            .because("amounts are long minor units and rates are parts per million");

    static final ArchRule THE_BROWSER_COMPUTES_THE_SAME = noClasses()
            .that()
            .resideInAnyPackage(BROWSER)
            .should()
            .callMethodWhere(describe("it answers otherwise in a browser", HouseRules::differsInABrowser))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.text..", "java.lang.reflect..", "java.util.concurrent..", "java.security..")
            .because("text, rounding and reflection differ or are missing where core is compiled to JavaScript");

    private static final Set<String> CLOCKS = Set.of("now", "systemUTC", "systemDefaultZone", "system", "tickMillis");
    private static final Set<String> SYSTEM_CLOCKS = Set.of("currentTimeMillis", "nanoTime");
    private static final Set<String> FORMATS = Set.of("format", "formatted", "lines", "indent", "transform");
    private static final Set<String> BLANKS =
            Set.of("strip", "stripLeading", "stripTrailing", "isBlank", "toUpperCase", "toLowerCase");
    private static final Set<String> LETTERS = Set.of(
            "isWhitespace", "isSpaceChar", "isLetter", "isLetterOrDigit", "isDigit", "toUpperCase", "toLowerCase");
    private static final Set<String> ROUNDINGS = Set.of("round", "rint", "multiplyHigh");

    private HouseRules() {}

    private static boolean asksTheClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return (owner.startsWith("java.time.") && CLOCKS.contains(call.getName()))
                || (owner.equals("java.lang.System") && SYSTEM_CLOCKS.contains(call.getName()))
                || owner.equals("java.util.Date");
    }

    private static boolean differsInABrowser(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return (owner.equals("java.lang.String") && FORMATS.contains(call.getName()))
                || (owner.equals("java.lang.String") && BLANKS.contains(call.getName()) && !isSpelledOut(call))
                || (owner.equals("java.lang.Character") && LETTERS.contains(call.getName()))
                || (owner.equals("java.lang.Math") && ROUNDINGS.contains(call.getName()));
    }

    /** One class says which capitals the editions of Unicode agree on. */
    private static boolean isSpelledOut(JavaCall<?> call) {
        return call.getOriginOwner().getName().equals("org.tillwright.core.barcode.CodeText");
    }
}
