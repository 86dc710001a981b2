package org.tillwright.server;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the server against the {@link HouseRules}; {@link HouseRulesTest} shows that they bite. */
@AnalyzeClasses(packages = "org.tillwright.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCircles = HouseRules.NO_CIRCLES;

    @ArchTest
    static final ArchRule nobodyDependsOnWhatStandsOnTop = HouseRules.NOBODY_DEPENDS_ON_WHAT_STANDS_ON_TOP;

    @ArchTest
    static final ArchRule ledgersKnowNobodyAbove = HouseRules.LEDGERS_KNOW_NOBODY_ABOVE;

    @ArchTest
    static final ArchRule platformKnowsNoBusiness = HouseRules.PLATFORM_KNOWS_NO_BUSINESS;

    @ArchTest
    static final ArchRule entitiesNeverLeaveTheirCapability = HouseRules.ENTITIES_NEVER_LEAVE_THEIR_CAPABILITY;

    @ArchTest
    static final ArchRule aServiceIsTheDoor = HouseRules.A_SERVICE_IS_THE_DOOR;

    @ArchTest
    static final ArchRule onlyRepositoriesTalkToTheDatabase = HouseRules.ONLY_REPOSITORIES_TALK_TO_THE_DATABASE;

    @ArchTest
    static final ArchRule everyServiceMethodSaysWhoMayCallIt = HouseRules.EVERY_SERVICE_METHOD_SAYS_WHO_MAY_CALL_IT;

    @ArchTest
    static final ArchRule aProxyMaySeeWhatAServiceGives = HouseRules.A_PROXY_MAY_SEE_WHAT_A_SERVICE_GIVES;

    @ArchTest
    static final ArchRule timeComesIn = HouseRules.TIME_COMES_IN;

    @ArchTest
    static final ArchRule moneyIsNeverABinaryFraction = HouseRules.MONEY_IS_NEVER_A_BINARY_FRACTION;

    @ArchTest
    static final ArchRule nothingIsCaughtWholesale = HouseRules.NOTHING_IS_CAUGHT_WHOLESALE;

    @ArchTest
    static final ArchRule theServerKnowsNoScreenAndNoRest = HouseRules.THE_SERVER_KNOWS_NO_SCREEN_AND_NO_REST;

    @ArchTest
    static final ArchRule onlySecurityKnowsServlets = HouseRules.ONLY_SECURITY_KNOWS_SERVLETS;

    @ArchTest
    static final ArchRule healthChecksCallNoEjb = HouseRules.HEALTH_CHECKS_CALL_NO_EJB;
}
