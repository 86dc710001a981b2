package org.tillwright.core;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds core against the {@link HouseRules}; {@link HouseRulesTest} shows that they bite. */
@AnalyzeClasses(packages = "org.tillwright", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule moneyKnowsOnlyItself = HouseRules.MONEY_KNOWS_ONLY_ITSELF;

    @ArchTest
    static final ArchRule taxKnowsOnlyMoney = HouseRules.TAX_KNOWS_ONLY_MONEY;

    @ArchTest
    static final ArchRule pricingKnowsMoneyTaxAndPromotions = HouseRules.PRICING_KNOWS_MONEY_TAX_AND_PROMOTIONS;

    @ArchTest
    static final ArchRule returnsKnowPricingMoneyAndPromotions = HouseRules.RETURNS_KNOW_PRICING_MONEY_AND_PROMOTIONS;

    @ArchTest
    static final ArchRule promotionKnowsOnlyMoney = HouseRules.PROMOTION_KNOWS_ONLY_MONEY;

    @ArchTest
    static final ArchRule barcodeKnowsOnlyItself = HouseRules.BARCODE_KNOWS_ONLY_ITSELF;

    @ArchTest
    static final ArchRule paymentQrKnowsOnlyMoney = HouseRules.PAYMENT_QR_KNOWS_ONLY_MONEY;

    @ArchTest
    static final ArchRule gs1KnowsOnlyBarcode = HouseRules.GS1_KNOWS_ONLY_BARCODE;

    @ArchTest
    static final ArchRule scanKnowsOnlyCodes = HouseRules.SCAN_KNOWS_ONLY_CODES;

    @ArchTest
    static final ArchRule wireKnowsCoreAndJson = HouseRules.WIRE_KNOWS_CORE_AND_JSON;

    @ArchTest
    static final ArchRule timeComesIn = HouseRules.TIME_COMES_IN;

    @ArchTest
    static final ArchRule noFilesAndNoNetwork = HouseRules.NO_FILES_AND_NO_NETWORK;

    @ArchTest
    static final ArchRule noLogging = HouseRules.NO_LOGGING;

    @ArchTest
    static final ArchRule moneyIsNeverABinaryFraction = HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION;

    @ArchTest
    static final ArchRule theBrowserComputesTheSame = HouseRules.THE_BROWSER_COMPUTES_THE_SAME;
}
