package org.tillwright.register.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.MILK_CODE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.CouponTaken;
import org.tillwright.register.sale.SaleOutcome.Finished;
import org.tillwright.register.sale.SaleOutcome.Rung;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.pricing.PromotionMessage;
import org.tillwright.wire.pricing.SaleContextMessage;

/** A sale never becomes a record that cannot be read again; and what else the rules keep off a sale. */
class SaleFitsItsRecordTest {

    private static final int MANY = SaleContextMessage.MAX_COUPONS + 1;

    @TempDir
    Path directory;

    private TestRegister register;
    private SaleSession sale;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        sale = register.sale;
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void asManyCouponsAreTakenAsARecordHolds() throws Exception {
        sellBy(rules(promotions("THANKS", "CODE-")));
        sale.add(MILK_CODE);
        for (int i = 1; i < MANY; i++) {
            assertThat(sale.add("CODE-" + i)).isInstanceOf(CouponTaken.class);
        }
        assertThat(said(sale.add("CODE-" + MANY))).isEqualTo("sale.too-many-coupons");
        sale.payCash(sale.due());
        assertThat(sale.finish()).isInstanceOf(Finished.class);
        SaleMessage told =
                TestRegister.message(register.journal.newest(RecordKind.SALE).orElseThrow(), SaleMessage.class);
        assertThat(told.context().couponCodes()).hasSize(SaleContextMessage.MAX_COUPONS);
    }

    @Test
    void aSaleThatHoldsMoreThanARecordIsNoFact() throws Exception {
        sellBy(rules(promotions("BIG", null)));
        sale.ring(new RingUp("milk", Quantity.of(40), null), MANAGER);
        sale.payCash(sale.due());
        long records = register.journal.recordCount();
        assertThat(said(sale.finish())).isEqualTo("journal.too-large");
        assertThat(register.journal.recordCount()).isEqualTo(records);
        assertThat(register.devices).noneMatch(line -> line.contains("receipt"));
        sale.removePayment(0);
        assertThat(sale.voidSale(MANAGER)).isInstanceOf(SaleOutcome.Changed.class);
        assertThat(register.journal.recordCount()).isEqualTo(records + 1);
    }

    @Test
    void theLinesOfDepositsCountToo() throws Exception {
        sellBy(TestRules.rules());
        List<SaleDraft.DraftLine> lines = new ArrayList<>();
        for (long number = 1; number < SaleLimits.MAX_LINES; number++) {
            lines.add(new SaleDraft.DraftLine(
                    number, "milk", 1_000L, null, null, null, null, null, null, null, null, null, null, null));
        }
        UUID id = UUID.randomUUID();
        var draft = new SaleDraft(id, TestClock.NOON, 1_500L, lines, List.of(), null, null, null, null, null);
        register.journal.drafts().save(id, WireJson.write(draft));
        assertThat(sale.recover()).isTrue();
        assertThat(said(sale.add("COLA"))).isEqualTo("sale.too-many-lines");
        assertThat(sale.add("SOAP")).isInstanceOf(Rung.class);
        assertThat(sale.lines()).hasSize(SaleLimits.MAX_LINES);
    }

    @Test
    void aDraftThatHoldsTooMuchLeavesTheOneBefore() throws Exception {
        sale.add(MILK_CODE);
        byte[] before = register.journal.drafts().find().orElseThrow();
        var lane = new DraftLane(register.journal, Runnable::run);
        lane.keep(UUID.randomUUID(), () -> WireJson.write(new SignOnRequest("1".repeat(21), "1")));
        assertThat(register.journal.drafts().find().orElseThrow()).isEqualTo(before);
    }

    @Test
    void anItemWithoutTaxTodayIsSaidToHaveNone() {
        PricingRules told = TestRules.rules();
        sellBy(new PricingRules(
                "EUR",
                null,
                told.taxes(),
                List.of(new PricingRules.TaxRule("SEVERAL", null, null, LocalDate.of(2020, 1, 1), List.of("VAT"))),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        assertThat(said(sale.add("COFFEE"))).isEqualTo("sale.no-tax-today");
    }

    @Test
    void taxThatIsNotOwedIsNoSaving() throws Exception {
        sellBy(TestRules.rules());
        sale.add(MILK_CODE);
        Catalogue catalogue = sale.catalogue();
        SaleInProgress begun = SaleInProgress.begin(UUID.randomUUID(), TestClock.NOON, catalogue);
        SaleContext anybody = begun.cart().context();
        SaleContext exempt =
                new SaleContext(anybody.at(), anybody.storeId(), Set.of(), null, true, Set.of(), null, Map.of());
        Cart.Line line = new Cart.Line(1, "milk", Cart.Kind.SALE, Quantity.ONE, null);
        Cart cart = new Cart(exempt, List.of(line), List.of());
        SaleInProgress untaxed = begun.restored(cart, 2, List.of(), null);
        assertThat(untaxed.total()).isEqualTo(euro(121));
        assertThat(SaleLines.savings(untaxed)).isEqualTo(euro(0));
    }

    private void sellBy(PricingRules rules) {
        register.catalogues.put(Catalogue.of(TestStore.snapshot(2, 0, TestRules.items(), TestStore.EPOCH, rules)));
        sale.signedOn(MANAGER, Texts.of("en"));
    }

    private static PricingRules rules(List<PromotionMessage> promotions) {
        PricingRules told = TestRules.rules();
        return new PricingRules(
                "EUR", null, told.taxes(), told.taxRules(), null, null, null, null, null, null, promotions, null, null);
    }

    /** One promotion of the small shop many times; each with a code of its own, or without. */
    private static List<PromotionMessage> promotions(String like, @Nullable String code) {
        PromotionMessage one = TestRules.rules().promotions().stream()
                .filter(promotion -> promotion.promotionId().equals(like))
                .findFirst()
                .orElseThrow();
        List<PromotionMessage> many = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            many.add(new PromotionMessage(
                    "P" + i,
                    null,
                    1L,
                    "STACKING",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    code == null ? null : code + i,
                    null,
                    null,
                    null,
                    null,
                    null,
                    one.effect()));
        }
        return many;
    }

    private static String said(SaleOutcome outcome) {
        return ((Said) outcome).notice().key();
    }
}
