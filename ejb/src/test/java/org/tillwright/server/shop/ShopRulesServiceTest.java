package org.tillwright.server.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.shop.ShopRules;

class ShopRulesServiceTest {

    private static final String CAFE =
            """
            {"profile":"CAFE","functions":["DISCOUNT","UNDO"],"favourites":["milk"],"idleLockMinutes":5,
             "selling":{"limits":[{"role":"CASHIER","maxPercentPpm":100000,"maxAmountMinor":1000}],
              "restrictions":[{"restrictionId":"alcohol","minimumAge":18,"departmentIds":["food"]}],"serviceMode":"EAT_IN",
              "tares":[{"grams":12,"departmentIds":["food"]}]},
             "tenders":{"tenders":[{"type":"CASH"},{"type":"VOUCHER","maxMinor":5000}],
              "currencies":[{"currency":"DKK","rateMicro":134000}],"tipPercentsPpm":[50000,100000]},
             "returns":{"days":14},"till":{"drawers":"OWN"},
             "reasons":[{"use":"DISCOUNT","reasonId":"REGULAR","names":{"en":"Regular guest","da":"Stamgæst"}}]}""";

    private final TestShop shop = new TestShop();
    private final ShopRulesService rules = shop.get(ShopRulesService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void rulesArePublishedReadBackAndSentToTheStoresRegisters() {
        long number = publish(CAFE, 0L);
        assertThat(number).isEqualTo(4);
        assertThat(shop.inTransaction(() -> rules.rulesNow(TestShop.STORE))).contains(read(CAFE));
        assertThat(shop.inTransaction(() -> rules.rulesAt(TestShop.STORE, 3))).isEmpty();
        SnapshotMessage snapshot = shop.inTransaction(
                        () -> shop.get(SnapshotService.class).since(TestShop.TILL, 3))
                .orElseThrow();
        assertThat(snapshot.shopRules()).isEqualTo(read(CAFE));
        assertThat(shop.database.count(
                        "audit_entry",
                        "action = 'SHOP_RULES_PUBLISHED' and operator_id = 'anna' and store_id = 'shop'"))
                .isEqualTo(1);
    }

    @Test
    void eachStoreHasItsOwn() {
        shop.database.tamper(
                "insert into store select 'other', 'Other', address_line_1, address_line_2, address_line_3,"
                        + " tax_number, country, currency, language, time_zone, day_ends, tax_placement, tax_level, tax_rounding"
                        + " from store where store_id = 'shop'");
        publish(CAFE, null);
        assertThat(shop.inTransaction(() -> rules.rulesNow("other"))).isEmpty();
        long second = shop.inTransaction(() -> rules.publish("other", read("{\"profile\":\"FOOD\"}"), 0L, "anna"));
        assertThat(shop.inTransaction(() -> rules.rulesNow(TestShop.STORE))).contains(read(CAFE));
        assertThat(shop.inTransaction(() -> rules.rulesAt("other", second)))
                .map(ShopRules::profile)
                .contains("FOOD");
    }

    @Test
    void aDocumentIsReadOnceHoweverManySalesAskForIt() {
        long number = publish(CAFE, null);
        assertThat(shop.inTransaction(() -> rules.rulesAt(TestShop.STORE, number)))
                .isPresent();
        shop.database.tamper("update shop_rules set content = 'no document at all'");
        assertThat(shop.inTransaction(() -> rules.rulesAt(TestShop.STORE, number)))
                .contains(read(CAFE));
    }

    @Test
    void theSameRulesAgainAreTheSamePublicationAndOthersEndThem() {
        long first = publish(CAFE, null);
        assertThat(publish(CAFE, first)).isEqualTo(first);
        long second = publish("{}", first);
        assertThat(second).isEqualTo(first + 1);
        assertThat(shop.inTransaction(() -> rules.rulesAt(TestShop.STORE, first)))
                .contains(read(CAFE));
        assertThat(shop.inTransaction(() -> rules.history(TestShop.STORE)))
                .extracting(ShopRulesSpan::number, ShopRulesSpan::until, ShopRulesSpan::publishedBy)
                .containsExactly(tuple(second, null, "Anna"), tuple(first, second, "Anna"));
    }

    @Test
    void whoLookedAtOtherRulesIsToldAndSoIsWhoNamesNoStore() {
        publish(CAFE, null);
        refused(() -> publish("{}", 0L), ProblemCode.CHANGED_MEANWHILE);
        refused(
                () -> shop.inTransaction(() -> rules.publish("moon", ShopRules.NONE, null, "anna")),
                ProblemCode.NOT_FOUND);
        refused(() -> shop.inTransaction(() -> rules.history("moon")), ProblemCode.NOT_FOUND);
        assertThat(shop.database.count("shop_rules", "true")).isEqualTo(1);
    }

    @Test
    void aReceiptsTemplateIsPublishedOnlyWhenItCanBePrinted() {
        assertThatThrownBy(() -> publish("{\"receipts\":{\"template\":\"lines\\nlogoo\\ntotal\\ntaxes\\nqr\"}}", null))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::toString)
                        .anyMatch(
                                fault -> fault.startsWith("receipts.template line 2: \"logoo\" is none of logo, shop"))
                        .anyMatch(fault -> fault.startsWith("receipts.template A receipt tells its tenders")));
        assertThat(publish("{\"receipts\":{\"template\":\"lines\\ntotal\\ntenders\\ntaxes\\nqr\"}}", null))
                .isEqualTo(4);
    }

    @Test
    void packingThatIsNoneIsTold() {
        String wrong =
                """
                {"profile":"CAFE","selling":{"tares":[{"grams":0,"departmentIds":["food"]},
                 {"grams":12,"itemIds":["ghost"]},{"grams":10000}]}}""";
        assertThatThrownBy(() -> publish(wrong, null)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.faults().stream().map(Fault::toString))
                .containsExactly(
                        "selling.tares[0].grams is not from 1 to 9999: 0",
                        "selling.tares[1].itemIds[0] names item ghost, which does not exist",
                        "selling.tares[2].grams is not from 1 to 9999: 10000",
                        "selling.tares[2] names neither departments nor items"));
    }

    @Test
    void everythingThatIsWrongIsToldTogetherAndNothingIsPublished() {
        String wrong =
                """
                {"profile":"BAR","functions":["undo","UNDO","UNDO"],"favourites":["ghost"],"idleLockMinutes":-1,
                 "selling":{"limits":[{"role":"BOSS","maxPercentPpm":1000001},
                                      {"role":"CASHIER","maxPercentPpm":0,"maxAmountMinor":-1},
                                      {"role":"CASHIER","maxPercentPpm":0}],
                  "restrictions":[{"restrictionId":"a b","departmentIds":["sea"]},
                                  {"restrictionId":"knife","minimumAge":0,"warnings":{"da":"Skarp"}}],
                  "serviceMode":"STANDING"},
                 "tenders":{"tenders":[{"type":"SHELLS"},{"type":"CASH","minMinor":2,"maxMinor":1}],
                  "currencies":[{"currency":"EUR","rateMicro":0},{"currency":"XQX","rateMicro":1}],"tipPercentsPpm":[0]},
                 "returns":{"days":-1},"till":{"drawers":"NONE","overShortMaxMinor":-5},
                 "receipts":{"logoPictureId":"nobody"},
                 "reasons":[{"use":"FUN","reasonId":"","names":{}},
                            {"use":"VOID","reasonId":"A","names":{"en":" "}},
                            {"use":"VOID","reasonId":"A","names":{"en":"Again","EN":"Loud"}}]}""";
        assertThatThrownBy(() -> publish(wrong, null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.UNSOUND_RULES);
            assertThat(refused.faults().stream().map(Fault::toString))
                    .containsExactly(
                            "profile is BAR, which is none of [FOOD, FASHION, CAFE]",
                            "functions[0] is no id of a function, such as PRICE_CHECK: undo",
                            "functions[2] names UNDO a second time",
                            "favourites[0] names item ghost, which does not exist",
                            "idleLockMinutes is not from 0 to 1440: -1",
                            "selling.limits[0].role is BOSS, which is none of [CASHIER, SUPERVISOR, MANAGER]",
                            "selling.limits[0].maxPercentPpm is a percentage above 100",
                            "selling.limits[1].maxAmountMinor is negative: -1",
                            "selling.limits[2].role names CASHIER a second time",
                            "selling.restrictions[0].restrictionId is not 1 to 40 letters, digits, full stops, dashes or"
                                    + " lines: a b",
                            "selling.restrictions[0] asks for no age and warns of nothing",
                            "selling.restrictions[0].departmentIds[0] names department sea, which does not exist",
                            "selling.restrictions[1].minimumAge is not from 1 to 150: 0",
                            "selling.restrictions[1].warnings lacks the store's own language, en",
                            "selling.restrictions[1] names neither departments nor items",
                            "selling.serviceMode is STANDING, which is none of [EAT_IN, TAKE_AWAY]",
                            "tenders.tenders[0].type is SHELLS, which is none of [CASH, CARD, COUPON, WALLET, GIFT_CARD,"
                                    + " STORE_CREDIT, VOUCHER, ON_ACCOUNT, FOREIGN_CASH, DEPOSIT]",
                            "tenders.tenders[1].minMinor is above maxMinor: 2",
                            "tenders.currencies[0].currency is the store's own: EUR",
                            "tenders.currencies[0].rateMicro is not from 1 to 1000000000000000: 0",
                            "tenders.currencies[1].currency is no known currency: XQX",
                            "tenders.tipPercentsPpm[0] is not from 1 to 1000000: 0",
                            "returns.days is not from 0 to 36500: -1",
                            "till.drawers is NONE, which is none of [SHARED, OWN]",
                            "till.overShortMaxMinor is negative: -5",
                            "receipts.logoPictureId names picture nobody, which does not exist",
                            "reasons[0].use is FUN, which is none of [DISCOUNT, INSTRUCTION, NO_SALE, OVER_SHORT,"
                                    + " PAID_IN, PAID_OUT, POST_VOID, PRICE, RETURN, TENDER, VOID]",
                            "reasons[0].reasonId is not 1 to 40 letters, digits, full stops, dashes or lines: ",
                            "reasons[0].names lacks the store's own language, en",
                            "reasons[1].names.en is empty",
                            "reasons[2].reasonId names A a second time for VOID",
                            "reasons[2].names.EN is no language, such as da");
        });
        assertThat(shop.database.count("shop_rules", "true")).isZero();
        assertThat(shop.database.count("publication", "number > 3")).isZero();
    }

    @Test
    void eachDepartmentIsMadeAtOneStationAndNoTwoRegistersHaveTheSameLetters() {
        assertThatThrownBy(() -> publish(
                        """
                        {"kitchen":{"stations":[
                          {"stationId":"Hot Kitchen","names":{"da":"Køkken"},"departmentIds":["food","sea"]},
                          {"stationId":"bar","names":{},"departmentIds":["food"]},
                          {"stationId":"bar","names":{"en":"Bar"},"departmentIds":[]}],
                          "pickupLetters":{"till-01":"A","till-02":"A","till-03":"a1"}}}
                        """,
                        null))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::toString)
                        .anyMatch(fault -> fault.startsWith("kitchen.stations[0].stationId is not 1 to 20"))
                        .anyMatch(
                                fault -> fault.startsWith("kitchen.stations[0].departmentIds") && fault.contains("sea"))
                        .anyMatch(fault -> fault.startsWith("kitchen.stations[1].names lacks the store's own language"))
                        .anyMatch(fault -> fault.equals("kitchen.stations[1].departmentIds names food, which is another"
                                + " station's already"))
                        .anyMatch(fault -> fault.equals("kitchen.stations[2].stationId names bar a second time"))
                        .anyMatch(fault -> fault.equals("kitchen.pickupLetters.till-02 names A a second time"))
                        .anyMatch(fault -> fault.startsWith("kitchen.pickupLetters.till-03 is not one to three")));
    }

    @Test
    void ordersAreKeptForSomeDaysAndAskNoLessThanNothing() {
        String wrong =
                """
                {"orders":{"suspendedDays":0,"quotationDays":-1,"layawayDays":9223372036854775807,
                           "minDepositPpm":1000001,"cancellationFeeMinor":-500}}""";
        assertThatThrownBy(() -> publish(wrong, null)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.faults().stream().map(Fault::toString))
                .containsExactly(
                        "orders.suspendedDays is not from 1 to 3650: 0",
                        "orders.quotationDays is not from 1 to 3650: -1",
                        "orders.layawayDays is not from 1 to 3650: 9223372036854775807",
                        "orders.minDepositPpm is a percentage above 100",
                        "orders.cancellationFeeMinor is negative: -500"));
        assertThat(publish("{\"orders\":{\"suspendedDays\":3,\"minDepositPpm\":0}}", null))
                .isEqualTo(4);
    }

    private long publish(String json, Long replaces) {
        return shop.inTransaction(() -> rules.publish(TestShop.STORE, read(json), replaces, "anna"));
    }

    private static void refused(Runnable doing, ProblemCode code) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(Optional.of(refused.code()))
                        .contains(code));
    }

    static ShopRules read(String json) {
        return WireJson.readWritten(json.getBytes(StandardCharsets.UTF_8), ShopRules.class);
    }
}
