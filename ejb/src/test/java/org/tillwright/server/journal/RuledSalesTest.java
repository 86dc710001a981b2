package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.server.journal.RuledTill.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.server.TestShop;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.TrialBalance;
import org.tillwright.server.reporting.ReportRequest;
import org.tillwright.server.reporting.ReportingService;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

/** Sales with promotions, discounts by hand, several taxes and returns: the server comes to what the register told. */
class RuledSalesTest {

    private static final String RULES =
            """
            {"currency":"EUR",
             "taxes":[{"taxId":"VAT","kind":"PERCENT","value":190000},{"taxId":"CAN","kind":"FIXED","value":50000}],
             "taxRules":[{"taxCategory":"REDUCED","serviceMode":"EAT_IN","taxIds":["VAT","CAN"]}],
             "modifierGroups":[{"groupId":"top","minimum":0,"maximum":3,"modifiers":[
                {"modifierId":"oat","unitPriceMicro":300000}]}],
             "itemModifiers":[{"itemId":"milk","groupIds":["top"]}],
             "deposits":[{"itemId":"apples","depositItemId":"bag","quantityMilli":1000}],
             "priceLists":[{"priceListId":"staff","customerGroups":["STAFF"],
                "prices":[{"itemId":"milk","unitPriceMicro":1000000}]}],
             "promotions":[
               {"promotionId":"p-three","priority":1,"combining":"EXCLUSIVE","returnPolicy":"%s",
                "effect":{"type":"MIX_AND_MATCH","items":{"all":false,"itemIds":["milk"]},"count":3,"priceMinor":300}},
               {"promotionId":"p-maker","priority":2,"combining":"STACKING","manufacturer":true,"couponCode":"MAKER",
                "effect":{"type":"AMOUNT_OFF","items":{"all":false,"itemIds":["apples"]},"offMinor":100}}]}""";

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);
    private RuledTill till = till("PRORATED");

    private RuledTill till(String returnPolicy) {
        shop.database.tamper("insert ignore into item_price values ('bag', 3, null, 250000)");
        return new RuledTill(
                shop,
                journal,
                WireJson.read(RULES.formatted(returnPolicy).getBytes(StandardCharsets.UTF_8), PricingRules.class));
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void discountsModifiersAndSeveralTaxesAreWorkedOutAsTheRegisterDid() {
        ManualDiscount tenth = ManualDiscount.percent("d-1", Rate.percent("10"), "DAMAGED", "anna");
        ManualDiscount fifty = ManualDiscount.amount("d-2", new Money(TestShop.EUR, 50), "GOODWILL", "anna");
        SaleMessage sale = till.sale(new Cart(
                till.stranger(),
                List.of(
                        line(1, "milk", 3_000),
                        line(2, "milk", 1_000)
                                .withModifiers(List.of(new ModifierGroup.Choice("top", "oat", 2)))
                                .withServiceMode(ServiceMode.EAT_IN)
                                .withDiscounts(List.of(tenth)),
                        line(3, "apples", 1_345),
                        line(4, "bag", 1_000).following(3)),
                List.of(fifty)));

        assertThat(till.send(sale)).isEmpty();
        String id = "transaction_id = '" + sale.transactionId() + "'";
        assertThat(shop.database.number("select sum(amount_minor) from line_discount where " + id))
                .isEqualTo(sale.lines().stream()
                        .flatMap(line -> line.takenOff().stream())
                        .mapToLong(SaleMessage.Discount::amountMinor)
                        .sum());
        assertThat(shop.database.number("select sum(tax_minor) from line_tax where " + id))
                .isEqualTo(sale.taxMinor());
        assertThat(shop.database.text("select group_concat(distinct tax_id order by tax_id) from line_tax where " + id))
                .isEqualTo("CAN,R,VAT");
        assertThat(shop.database.count("line_modifier", id + " and modifier_id = 'oat' and pieces = 2"))
                .isEqualTo(1);
        assertThat(shop.database.count("line_detail", id + " and line_number = 4 and follows_line = 3"))
                .isEqualTo(1);
        assertThat(shop.database.count("audit_entry", "action = 'DISCOUNT' and operator_id = 'anna'"))
                .isEqualTo(2);
        assertReportsAgree();
    }

    @Test
    void aPlainSaleIsToldAsItAlwaysWas() {
        SaleMessage sale = till.sale(cart(line(1, "milk", 2_000)));
        assertThat(new String(WireJson.write(sale), StandardCharsets.UTF_8))
                .doesNotContain("taxes", "discounts", "listMinor", "context", "serviceMode");
        assertThat(till.send(sale)).isEmpty();
        assertThat(shop.database.count("line_tax", "true")).isZero();
    }

    @Test
    void aGroupsPriceCountsForItsCustomersOnly() {
        SaleContext staff =
                new SaleContext(RuledTill.AT, TestShop.STORE, Set.of("STAFF"), "c-1", false, Set.of(), null, Map.of());
        SaleMessage sale = till.sale(new Cart(staff, List.of(line(1, "milk", 1_000)), List.of()));
        assertThat(sale.totalMinor()).isEqualTo(100);
        assertThat(till.send(sale)).isEmpty();

        SaleMessage pretended = till.sale(new Cart(staff, List.of(line(1, "milk", 1_000)), List.of()));
        String withoutGroup = new String(WireJson.write(pretended), StandardCharsets.UTF_8)
                .replace(",\"customerGroups\":[\"STAFF\"]", "");
        assertThat(till.send(WireJson.read(withoutGroup.getBytes(StandardCharsets.UTF_8), SaleMessage.class)))
                .contains("line 1 unit price told 1000000, computed 1290000");
    }

    @Test
    void anExemptCustomerPaysWithoutTax() {
        SaleContext exempt =
                new SaleContext(RuledTill.AT, TestShop.STORE, Set.of(), "embassy", true, Set.of(), null, Map.of());
        SaleMessage sale = till.sale(new Cart(exempt, List.of(line(1, "milk", 1_000)), List.of()));
        assertThat(sale.taxMinor()).isZero();
        assertThat(sale.totalMinor()).isEqualTo(121);
        assertThat(till.send(sale)).isEmpty();
        assertReportsAgree();
    }

    @Test
    void aDiscountThatNoRuleGivesIsNamed() {
        SaleMessage sale = till.sale(cart(line(1, "milk", 3_000)));
        String told = new String(WireJson.write(sale), StandardCharsets.UTF_8).replace("p-three", "p-other");
        assertThat(till.send(WireJson.read(told.getBytes(StandardCharsets.UTF_8), SaleMessage.class)))
                .isEqualTo("line 1 discount PROMOTION p-other told 87, computed 0;"
                        + " line 1 discount PROMOTION p-three told 0, computed 87");
    }

    @Test
    void returnsInAnyPartsSumToWhatWasPaid() {
        SaleMessage sale = till.sale(cart(line(1, "milk", 3_000), line(2, "apples", 345)));
        assertThat(till.send(sale)).isEmpty();
        long back = 0;
        for (int piece = 0; piece < 3; piece++) {
            SaleMessage returned = till.giveBack(sale, 1, 1_000);
            assertThat(till.send(returned)).isEmpty();
            back += returned.totalMinor();
        }
        assertThat(back).isEqualTo(-300);
        assertReportsAgree();
    }

    @Test
    void aClawedBackPromotionLeavesTheRestAtItsOwnPrice() {
        till = till("CLAWBACK");
        SaleMessage sale = till.sale(cart(line(1, "milk", 3_000)));
        assertThat(till.send(sale)).isEmpty();
        SaleMessage first = till.giveBack(sale, 1, 1_000);
        assertThat(first.totalMinor())
                .as("3.00 was paid, 2.58 is what two cost")
                .isEqualTo(-42);
        assertThat(till.send(first)).isEmpty();
        SaleMessage rest = till.giveBack(sale, 1, 2_000);
        assertThat(rest.totalMinor()).isEqualTo(-258);
        assertThat(till.send(rest)).isEmpty();
    }

    @Test
    void moreThanWasSoldAndGoodsOfUnknownSalesAreDisputed() {
        SaleMessage sale = till.sale(cart(line(1, "milk", 1_000)));
        assertThat(till.send(sale)).isEmpty();
        SaleMessage back = till.giveBack(sale, 1, 1_000);
        assertThat(till.send(back)).isEmpty();
        SaleMessage again = new RuledTill(shop, journal, none()).giveBack(sale, 1, 1_000);
        assertThat(till.send(again))
                .contains("goods of sale " + sale.transactionId() + ": 1.000 come back, and 0.000 are left");
        SaleMessage unknown =
                new RuledTill(shop, journal, none()).giveBack(till.sale(cart(line(1, "milk", 1_000))), 1, 1_000);
        assertThat(till.send(unknown)).contains("which is not here");
    }

    /** Each register knows only what was told to it; the server must see that there were two. */
    @Test
    void goodsThatComeBackAtTwoTillsAtOnceAreDisputedOnce() throws Exception {
        SaleMessage sale = till.sale(cart(line(1, "milk", 1_000)));
        assertThat(till.send(sale)).isEmpty();
        List<RuledTill> tills = List.of(new RuledTill(shop, journal, none(), "till-01", 1), otherTill());
        List<SaleMessage> backs =
                tills.stream().map(each -> each.giveBack(sale, 1, 1_000)).toList();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService cashiers = Executors.newFixedThreadPool(2);
        List<String> found = new ArrayList<>();
        try {
            List<Future<String>> both = IntStream.range(0, 2)
                    .mapToObj(i -> cashiers.submit(() -> {
                        start.await();
                        return tills.get(i).send(backs.get(i));
                    }))
                    .toList();
            for (Future<String> one : both) {
                found.add(one.get());
            }
        } finally {
            cashiers.shutdownNow();
        }
        assertThat(found).filteredOn(String::isEmpty).hasSize(1);
        assertThat(found)
                .filteredOn(reason -> reason.contains("1.000 come back, and 0.000 are left"))
                .hasSize(1);
    }

    private RuledTill otherTill() {
        return new RuledTill(shop, journal, none(), "till-02", 0);
    }

    @Test
    void couponsHandedOutAndKindsOfTaxThatAreOthersAreNamed() {
        SaleMessage sale =
                till.sale(cart(line(1, "milk", 1_000).withServiceMode(ServiceMode.EAT_IN), line(2, "apples", 1_000)));
        String told = new String(WireJson.write(sale), StandardCharsets.UTF_8)
                .replace("\"kind\":\"FIXED\"", "\"kind\":\"PERCENT\"")
                .replace(
                        ",\"taxes\":[{\"taxId\":\"CAN\",\"kind\"",
                        ",\"coupons\":[{\"promotionId\":\"p\",\"couponCode\":\"TEN\",\"count\":1}]"
                                + ",\"taxes\":[{\"taxId\":\"CAN\",\"kind\"");
        assertThat(till.send(WireJson.read(told.getBytes(StandardCharsets.UTF_8), SaleMessage.class)))
                .isEqualTo("tax CAN is PERCENT IN_PRICE, computed FIXED IN_PRICE;"
                        + " coupons handed out p TEN told 1, computed 0");
    }

    @Test
    void aManufacturersCouponIsAWayOfPayingAndGoesBackToTheManufacturer() {
        SaleContext withCoupon =
                new SaleContext(RuledTill.AT, TestShop.STORE, Set.of(), null, false, Set.of("MAKER"), null, Map.of());
        SaleMessage sale = till.sale(new Cart(withCoupon, List.of(line(1, "apples", 1_000)), List.of()));
        assertThat(sale.totalMinor()).as("the tax is on the whole price").isEqualTo(249);
        assertThat(sale.tenders().get(0)).isEqualTo(new SaleMessage.Tender("COUPON", 100L, null));
        assertThat(till.send(sale)).isEmpty();
        assertThat(balance().balanceMinor(Account.COUPON, "EUR")).isEqualTo(100);

        SaleMessage back = till.giveBack(sale, 1, 1_000);
        assertThat(till.send(back)).isEqualTo("coupons of manufacturers told 0, computed -100");

        SaleMessage another = till.sale(new Cart(withCoupon, List.of(line(1, "apples", 1_000)), List.of()));
        assertThat(till.send(another)).isEmpty();
        SaleMessage shared = with(
                till.giveBack(another, 1, 1_000),
                List.of(new SaleMessage.Tender("COUPON", -100L, null), new SaleMessage.Tender("CASH", -149L, null)),
                null);
        assertThat(till.send(shared)).isEmpty();
        assertReportsAgree();
    }

    @Test
    void whatCashIsRoundedByHasItsOwnAccount() {
        SaleMessage exact = till.sale(cart(line(1, "milk", 1_000)));
        SaleMessage rounded = with(exact, List.of(new SaleMessage.Tender("CASH", 130L, null)), 1L);
        assertThat(till.send(rounded)).isEqualTo("cash rounding told 1, computed 0");
        TrialBalance balance = balance();
        assertThat(balance.balanceMinor(Account.CASH_ROUNDING, "EUR")).isEqualTo(-1);
        assertThat(balance.balanceMinor(Account.CASH, "EUR")).isEqualTo(130);
        assertReportsAgree();
    }

    @Test
    void cashThatIsNotRoundedWhereItMustBeIsDisputed() {
        till = new RuledTill(shop, journal, smallestCoinFifty());
        SaleMessage exact = till.sale(cart(line(1, "milk", 1_000)));
        List<SaleMessage.Tender> withChange =
                List.of(new SaleMessage.Tender("CASH", 200L, null), new SaleMessage.Tender("CASH", -71L, null));
        assertThat(till.send(with(exact, withChange, null))).isEqualTo("cash rounding told 0, computed 21");
    }

    @Test
    void moneyBackFromASaleThatACardPaidTooMuchIsRoundedAsChange() {
        till = new RuledTill(shop, journal, smallestCoinFifty());
        SaleMessage exact = till.sale(cart(line(1, "milk", 1_000)));
        SaleMessage.Card card = new SaleMessage.Card("VISA", "1234", "A1B2C3", "T-1", "000042");
        List<SaleMessage.Tender> tooMuch =
                List.of(new SaleMessage.Tender("CARD", 204L, card), new SaleMessage.Tender("CASH", -50L, null));
        assertThat(till.send(with(exact, tooMuch, 25L))).isEmpty();
    }

    private static PricingRules smallestCoinFifty() {
        return read(
                """
                {"currency":"EUR",
                 "cashRounding":{"incrementMinor":50,"due":"AWAY_FROM_ZERO","change":"TOWARDS_ZERO"}}""");
    }

    @Test
    void goodsOfAnOtherRateStandUnderTheirOwnInTheBooksAndReports() {
        String rules =
                """
                {"currency":"EUR",
                 "taxes":[{"taxId":"R","kind":"PERCENT","value":%d},{"taxId":"CAN","kind":"FIXED","value":50000}],
                 "taxRules":[{"taxCategory":"REDUCED","serviceMode":"EAT_IN","taxIds":["R","CAN"]}]}""";
        till = new RuledTill(shop, journal, read(rules.formatted(190_000)));
        SaleMessage sale = till.sale(cart(line(1, "milk", 1_000)));
        assertThat(till.send(sale)).isEmpty();
        till = new RuledTill(shop, journal, read(rules.formatted(160_000)), "till-01", 1);
        SaleMessage exchange =
                till.exchange(sale, 1, 1_000, line(2, "milk", 2_000).withServiceMode(ServiceMode.EAT_IN));
        assertThat(exchange.taxes()).extracting(SaleMessage.TaxSum::taxId).containsExactly("CAN", "R", "R@160000");

        assertThat(till.send(exchange)).isEmpty();
        assertThat(shop.database.text(
                        "select group_concat(concat(tax_id, ' ', value) order by line_number, tax_id, value)"
                                + " from line_tax where transaction_id = '" + exchange.transactionId() + "'"))
                .isEqualTo("R 190000,CAN 50000,R 160000");
        assertThat(shop.database.text("select group_concat(distinct subject order by subject) from posting"
                        + " where account_id = 'TAX' and source_id = '" + exchange.transactionId() + "'"))
                .isEqualTo("CAN,R");
        assertReportsAgree();
    }

    @Test
    void whatIsLeftForCashBesideAGiftCardIsRounded() {
        till = new RuledTill(shop, journal, smallestCoinFifty());
        SaleMessage exact = till.sale(cart(line(1, "milk", 1_000)));
        List<SaleMessage.Tender> both = List.of(
                new SaleMessage.Tender("GIFT_CARD", 20L, null, TenderParticulars.reference("60064912")),
                new SaleMessage.Tender("CASH", 100L, null));
        assertThat(till.send(with(exact, both, -9L))).startsWith("GIFT_CARD").doesNotContain("rounding");
    }

    private static PricingRules read(String rules) {
        return WireJson.read(rules.getBytes(StandardCharsets.UTF_8), PricingRules.class);
    }

    private static SaleMessage with(SaleMessage sale, List<SaleMessage.Tender> tenders, Long rounding) {
        return new SaleMessage(
                UUID.randomUUID(),
                sale.storeId(),
                sale.tillSessionId(),
                sale.operatorId(),
                sale.businessDay(),
                sale.begunAt(),
                sale.endedAt(),
                sale.currency(),
                sale.lines(),
                sale.taxLines(),
                tenders,
                sale.netMinor(),
                sale.taxMinor(),
                sale.totalMinor(),
                sale.context(),
                sale.discounts(),
                sale.taxes(),
                sale.coupons(),
                rounding);
    }

    private static PricingRules none() {
        return PricingRules.none("EUR");
    }

    private Cart cart(Cart.Line... lines) {
        return new Cart(till.stranger(), List.of(lines), List.of());
    }

    private TrialBalance balance() {
        return shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance());
    }

    private void assertReportsAgree() {
        TrialBalance balance = balance();
        assertThat(balance.balances().stream()
                        .mapToLong(TrialBalance.Balance::balanceMinor)
                        .sum())
                .isZero();
        assertThat(shop.inTransaction(() -> shop.get(ReportingService.class)
                                .make(
                                        new ReportRequest(
                                                "sales-of-day", null, "2026-03-02", "2026-03-02", null, "xlsx", "en"),
                                        "anna"))
                        .agrees())
                .isTrue();
    }
}
