package org.tillwright.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

class PricingRulesServiceTest {

    private static final String TEN_PERCENT_OFF_MILK =
            """
            {"currency":"EUR","promotions":[{"promotionId":"p-milk","priority":1,"combining":"STACKING",
              "effect":{"type":"PERCENT_OFF","items":{"all":false,"itemIds":["milk"]},"offPpm":100000}}]}""";

    private final TestShop shop = new TestShop();
    private final PricingRulesService rules = shop.get(PricingRulesService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void rulesArePublishedReadBackAndSentToRegisters() {
        PricingRules wanted = rules(TEN_PERCENT_OFF_MILK);
        long number = publish(wanted, null);

        assertThat(number).isEqualTo(4);
        assertThat(shop.inTransaction(() -> rules.rulesAt(4))).contains(wanted);
        assertThat(shop.inTransaction(() -> rules.rulesAt(3))).isEmpty();
        SnapshotMessage snapshot = shop.inTransaction(
                        () -> shop.get(SnapshotService.class).since(TestShop.TILL, 3))
                .orElseThrow();
        assertThat(snapshot.number()).isEqualTo(4);
        assertThat(snapshot.pricingRules()).isEqualTo(wanted);
        assertThat(snapshot.items()).isEmpty();
        assertThat(shop.database.count("audit_entry", "action = 'PRICING_RULES_PUBLISHED' and operator_id = 'anna'"))
                .isEqualTo(1);
    }

    @Test
    void promotionsAndModifiersAreCalledAsTheRulesOfTheSaleCalledThem() {
        long first = publish(
                rules(
                        """
                        {"currency":"EUR","modifierGroups":[{"groupId":"top","minimum":0,"maximum":1,"modifiers":[
                          {"modifierId":"oat","unitPriceMicro":0,"names":{"en":"Oat milk","da":"Havremælk"}},
                          {"modifierId":"soy","unitPriceMicro":0}]}],
                         "promotions":[{"promotionId":"p-milk","priority":1,"combining":"STACKING","names":{"en":"Milk days"},
                          "effect":{"type":"PERCENT_OFF","items":{"all":true},"offPpm":100000}}]}"""),
                null);
        publish(rules("{\"currency\":\"EUR\"}"), null);
        RuleNames names = shop.inTransaction(() -> rules.namesAt(first, "da"));
        assertThat(names.modifier("oat")).isEqualTo("Havremælk");
        assertThat(names.modifier("soy")).isEqualTo("soy");
        assertThat(names.promotion("p-milk")).isEqualTo("Milk days");
        assertThat(shop.inTransaction(() -> rules.namesAt(first + 1, "da")).promotion("p-milk"))
                .isEqualTo("p-milk");
        assertThat(shop.inTransaction(() -> rules.namesAt(1, "da"))).isEqualTo(RuleNames.NONE);
    }

    @Test
    void theSameRulesAgainAreTheSamePublication() {
        long number = publish(rules(TEN_PERCENT_OFF_MILK), null);
        assertThat(publish(rules(TEN_PERCENT_OFF_MILK), number)).isEqualTo(number);
        shop.database.tamper("update pricing_rules set content = replace(content, ',', ', ')");
        assertThat(publish(rules(TEN_PERCENT_OFF_MILK), number))
                .as("written otherwise")
                .isEqualTo(number);
        assertThat(shop.database.count("pricing_rules", "true")).isEqualTo(1);
        assertThat(shop.database.count("audit_entry", "action = 'PRICING_RULES_PUBLISHED'"))
                .isEqualTo(1);
    }

    @Test
    void otherRulesEndThoseBeforeAndOldVersionsKeepTheirs() {
        long first = publish(rules(TEN_PERCENT_OFF_MILK), 0L);
        long second = publish(rules("{\"currency\":\"EUR\",\"taxExemption\":\"KEEP_GROSS\"}"), first);

        assertThat(shop.inTransaction(() -> rules.rulesAt(first)).orElseThrow().promotions())
                .hasSize(1);
        assertThat(shop.inTransaction(() -> rules.rulesAt(second)).orElseThrow().promotions())
                .isNull();
        assertThat(shop.inTransaction(rules::history))
                .extracting(RulesSpan::number, RulesSpan::until, RulesSpan::publishedBy)
                .containsExactly(tuple(second, null, "Anna"), tuple(first, second, "Anna"));
        SnapshotMessage snapshot = shop.inTransaction(
                        () -> shop.get(SnapshotService.class).since(TestShop.TILL, 0))
                .orElseThrow();
        assertThat(snapshot.taxPolicy().exemption()).isEqualTo("KEEP_GROSS");
    }

    @Test
    void whoLookedAtOtherRulesIsTold() {
        publish(rules(TEN_PERCENT_OFF_MILK), null);
        assertThatThrownBy(() -> publish(rules("{\"currency\":\"EUR\"}"), 0L))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE));
        assertThat(shop.database.count("pricing_rules", "true")).isEqualTo(1);
    }

    @Test
    void ofTwoManagersWhoPublishAtOnceTheSecondIsTold() throws Exception {
        long first = publish(rules(TEN_PERCENT_OFF_MILK), null);
        List<String> wanted = List.of("STRIP_TAX", "KEEP_GROSS");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService managers = Executors.newFixedThreadPool(2);
        List<Object> outcomes = new ArrayList<>();
        try {
            List<Future<Object>> both = wanted.stream()
                    .map(exemption -> managers.submit(() -> {
                        start.await();
                        try {
                            return (Object) publish(
                                    rules("{\"currency\":\"EUR\",\"taxExemption\":\"" + exemption + "\"}"), first);
                        } catch (Refused refused) {
                            return refused.code();
                        }
                    }))
                    .toList();
            for (Future<Object> outcome : both) {
                outcomes.add(outcome.get());
            }
        } finally {
            managers.shutdownNow();
        }
        assertThat(outcomes).containsExactlyInAnyOrder(first + 1, ProblemCode.CHANGED_MEANWHILE);
        assertThat(shop.database.count("pricing_rules", "until_version is null"))
                .isEqualTo(1);
        assertThat(shop.database.count("audit_entry", "action = 'PRICING_RULES_PUBLISHED'"))
                .isEqualTo(2);
    }

    @Test
    void everythingThatIsWrongIsToldTogetherAndNothingIsPublished() {
        PricingRules wrong = rules(
                """
                {"currency":"DKK",
                 "taxes":[{"taxId":"D","kind":"DIVISION","value":1000000,"inPrice":false}],
                 "taxRules":[{"taxCategory":"LUXURY","taxIds":["X"]},
                             {"taxCategory":"REDUCED","until":"2026-06-30","taxIds":["D"]},
                             {"taxCategory":"REDUCED","from":"2026-06-30","taxIds":[]}],
                 "itemGroups":[{"groupId":"a","groupIds":["b"]},{"groupId":"b","groupIds":["a"]}],
                 "deposits":[{"itemId":"milk","depositItemId":"bag","quantityMilli":1000},
                             {"itemId":"bag","depositItemId":"milk","quantityMilli":1000}],
                 "priceLists":[{"priceListId":"one","prices":[{"itemId":"milk","unitPriceMicro":1},
                                                             {"itemId":"milk","unitPriceMicro":2}]}],
                 "modifierGroups":[{"groupId":"m","minimum":3,"maximum":2,"modifiers":[
                    {"modifierId":"x","unitPriceMicro":0,"taxCategory":"NONE"}]}],
                 "promotions":[{"promotionId":"p","priority":1,"combining":"STACKING","storeIds":["moon"],
                   "effect":{"type":"PERCENT_OFF","items":{"all":false,"itemIds":["ghost"],"departmentIds":["sea"]},
                             "offPpm":10000001}}]}""");
        assertThatThrownBy(() -> publish(wrong, null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.UNSOUND_RULES);
            assertThat(refused.faults().stream().map(Fault::toString))
                    .containsExactly(
                            "currency is DKK, and the stores count in EUR",
                            "taxes[0].value of division tax D on top of the price is not below 100 %",
                            "taxRules[0].taxIds[0] names tax X, which does not exist",
                            "taxRules[0].taxCategory names tax category LUXURY, which does not exist",
                            "taxRules[2] gives tax category REDUCED taxes on days on which another rule does",
                            "itemGroups go in a circle: a holds b holds a",
                            "priceLists[0].prices[1] gives item milk a second price on days of price list one",
                            "modifierGroups[0].minimum of m is 3, above its maximum 2",
                            "modifierGroups[0].modifiers[0].taxCategory names tax category NONE, which does not exist",
                            "deposits go in a circle: milk is followed by bag is followed by milk",
                            "promotions[0].storeIds[0] names store moon, which does not exist",
                            "promotions[0].effect.offPpm is a percentage above 100",
                            "promotions[0].effect.items.itemIds[0] names item ghost, which does not exist",
                            "promotions[0].effect.items.departmentIds[0] names department sea, which does not exist");
        });
        assertThat(shop.database.count("pricing_rules", "true")).isZero();
        assertThat(shop.database.count("publication", "number > 3")).isZero();
    }

    @Test
    void anItemsDepartmentOfThatTimeCountsAtOldVersions() {
        publish(rules(TEN_PERCENT_OFF_MILK), null);
        shop.database.tamper("insert into item_former_place values ('milk', 9, 'dairy', 'LITRE')");
        Selling selling = new Selling(
                TestShop.EUR,
                "DE",
                new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP),
                LocalDate.of(2026, 3, 2));
        var before = shop.inTransaction(() -> shop.get(PriceBookService.class).bookAt(8, selling, Set.of("milk")));
        var after = shop.inTransaction(() -> shop.get(PriceBookService.class).bookAt(9, selling, Set.of("milk")));
        assertThat(before.entries().get("milk").traits().departmentId()).isEqualTo("dairy");
        assertThat(before.entries().get("milk").traits().divisible()).isTrue();
        assertThat(after.entries().get("milk").traits().departmentId()).isEqualTo("food");
        assertThat(after.rules().promotions().promotions()).hasSize(1);
    }

    private long publish(PricingRules wanted, Long replaces) {
        return shop.inTransaction(() -> rules.publish(wanted, replaces, "anna"));
    }

    static PricingRules rules(String json) {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), PricingRules.class);
    }
}
