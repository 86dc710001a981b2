package org.tillwright.report;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds reports against the {@link HouseRules}; {@link HouseRulesTest} shows that they bite. */
@AnalyzeClasses(packages = "org.tillwright.report", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule reportsKnowCoreOnly = HouseRules.REPORTS_KNOW_CORE_ONLY;

    @ArchTest
    static final ArchRule moneyIsNeverABinaryFraction = HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION;

    @ArchTest
    static final ArchRule timeComesIn = HouseRules.TIME_COMES_IN;

    @ArchTest
    static final ArchRule theBuildStaysOutOfTheProduct = HouseRules.THE_BUILD_STAYS_OUT_OF_THE_PRODUCT;

    @ArchTest
    static final ArchRule contentKnowsNoLooks = HouseRules.CONTENT_KNOWS_NO_LOOKS;
}
