package org.tillwright.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.core.barcode.seeded.BarcodeThatKnowsMoney;
import org.tillwright.core.gs1.seeded.Gs1ThatKnowsTheDoor;
import org.tillwright.core.money.seeded.SeededViolations;
import org.tillwright.core.paymentqr.seeded.PaymentQrThatKnowsBarcodes;
import org.tillwright.core.pricing.seeded.PricingThatKnowsTheWire;
import org.tillwright.core.promotion.seeded.PromotionThatKnowsTheWire;
import org.tillwright.core.returns.seeded.ReturnsThatKnowTheWire;
import org.tillwright.core.scan.seeded.ScanThatKnowsMoney;
import org.tillwright.core.tax.seeded.TaxThatKnowsThePrices;
import org.tillwright.wire.seeded.WireThatKnowsAnotherLibrary;

/** Seeds a violation of each rule and sees it caught: a rule that never fails proves nothing. */
class HouseRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(HouseRules.MONEY_KNOWS_ONLY_ITSELF, SeededViolations.MoneyThatKnowsThePrices.class),
                arguments(HouseRules.MONEY_KNOWS_ONLY_ITSELF, SeededViolations.MoneyThatKnowsTheWire.class),
                arguments(HouseRules.TAX_KNOWS_ONLY_MONEY, TaxThatKnowsThePrices.class),
                arguments(HouseRules.PRICING_KNOWS_MONEY_TAX_AND_PROMOTIONS, PricingThatKnowsTheWire.class),
                arguments(HouseRules.RETURNS_KNOW_PRICING_MONEY_AND_PROMOTIONS, ReturnsThatKnowTheWire.class),
                arguments(HouseRules.PROMOTION_KNOWS_ONLY_MONEY, PromotionThatKnowsTheWire.class),
                arguments(HouseRules.BARCODE_KNOWS_ONLY_ITSELF, BarcodeThatKnowsMoney.class),
                arguments(HouseRules.PAYMENT_QR_KNOWS_ONLY_MONEY, PaymentQrThatKnowsBarcodes.class),
                arguments(HouseRules.GS1_KNOWS_ONLY_BARCODE, Gs1ThatKnowsTheDoor.class),
                arguments(HouseRules.SCAN_KNOWS_ONLY_CODES, ScanThatKnowsMoney.class),
                arguments(HouseRules.WIRE_KNOWS_CORE_AND_JSON, WireThatKnowsAnotherLibrary.class),
                arguments(HouseRules.TIME_COMES_IN, SeededViolations.AskingTheClock.class),
                arguments(HouseRules.TIME_COMES_IN, SeededViolations.AskingTheSystemsMilliseconds.class),
                arguments(HouseRules.NO_FILES_AND_NO_NETWORK, SeededViolations.ReadingFiles.class),
                arguments(HouseRules.NO_LOGGING, SeededViolations.Logging.class),
                arguments(HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION, SeededViolations.FractionAsField.class),
                arguments(HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION, SeededViolations.FractionInSignature.class),
                arguments(HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION, SeededViolations.FractionInAList.class),
                arguments(HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION, SeededViolations.FractionInABody.class),
                arguments(HouseRules.THE_BROWSER_COMPUTES_THE_SAME, SeededViolations.FormattingText.class),
                arguments(HouseRules.THE_BROWSER_COMPUTES_THE_SAME, SeededViolations.CuttingBlanks.class),
                arguments(HouseRules.THE_BROWSER_COMPUTES_THE_SAME, SeededViolations.RoundingWithMath.class));
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

    private static JavaClasses imported(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }
}
