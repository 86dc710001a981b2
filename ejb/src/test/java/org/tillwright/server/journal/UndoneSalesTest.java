package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.pricing.Cart;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.sales.ReceiptService;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.sale.ReceiptFound;

/** Receipts that come back and sales that are undone, on a real database. */
class UndoneSalesTest {

    private final TestShop shop = new TestShop();
    private RuledTill till;

    @BeforeEach
    void openTill() {
        till = new RuledTill(shop, TransactionalBooking.journalOf(shop), PricingRules.none("EUR"), TestShop.TILL, 0);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    private SaleMessage sellMilk(long pieces) {
        return till.sale(new Cart(till.stranger(), List.of(RuledTill.line(1, "milk", pieces * 1000)), List.of()));
    }

    private static SaleMessage undoing(SaleMessage original) {
        return PostVoids.undoing(
                original,
                new PostVoids.Undoing(
                        UUID.randomUUID(),
                        original.tillSessionId(),
                        "ben",
                        LocalDate.parse("2026-03-02"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Map.of(),
                        "MISTAKE"));
    }

    private long milkOnHand() {
        return shop.inTransaction(() -> shop.get(StockService.class).onHandMilli(TestShop.STORE, "milk"));
    }

    private String sumOf(String sql) {
        return shop.database.text(sql);
    }

    private ReceiptFound look(String code) {
        return shop.inTransaction(() -> shop.get(ReceiptService.class).find("elsewhere", code));
    }

    @Test
    void aSaleThatIsUndoneLeavesStockBooksAndTillAsTheyWere() {
        long before = milkOnHand();
        SaleMessage sale = sellMilk(3);
        assertThat(till.send(sale)).isEmpty();
        assertThat(milkOnHand()).isEqualTo(before - 3000);
        SaleMessage undoing = undoing(sale);
        assertThat(undoing.faults()).isEmpty();
        assertThat(till.send(undoing)).isEmpty();
        assertThat(milkOnHand()).isEqualTo(before);
        assertThat(sumOf("select coalesce(sum(amount_minor), 0) from tender_line"))
                .isEqualTo("0");
        assertThat(sumOf("select count(*) from (select account_id from posting group by account_id, subject"
                        + " having sum(amount_minor) <> 0) p"))
                .isEqualTo("0");
        assertThat(look(sale.transactionId().toString()).postVoidedBy()).isEqualTo(undoing.transactionId());
    }

    @Test
    void aSaleThatIsUndoneTwiceIsDisputed() {
        SaleMessage sale = sellMilk(1);
        till.send(sale);
        till.send(undoing(sale));
        assertThat(till.send(undoing(sale))).contains("was undone before");
    }

    @Test
    void aSaleThatTwoRegistersUndoAtOnceIsDisputedAtOneOfThem() throws Exception {
        RuledTill other =
                new RuledTill(shop, TransactionalBooking.journalOf(shop), PricingRules.none("EUR"), "till-02", 0);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                SaleMessage sale = sellMilk(1);
                till.send(sale);
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<String>> found = new ArrayList<>();
                for (RuledTill each : List.of(till, other)) {
                    SaleMessage undoing = undoing(sale);
                    found.add(pool.submit(() -> {
                        start.await();
                        return each.send(undoing);
                    }));
                }
                assertThat(List.of(found.get(0).get(), found.get(1).get()))
                        .filteredOn(doubts -> doubts.contains("was undone before"))
                        .hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aSaleOfWhichGoodsCameBackIsDisputedWhenItIsUndone() {
        SaleMessage sale = sellMilk(2);
        till.send(sale);
        till.send(till.giveBack(sale, 1, 1000));
        assertThat(till.send(undoing(sale))).contains("came back before it was undone");
    }

    @Test
    void goodsOfAReturnThatWasUndoneCanComeBackAgain() {
        SaleMessage sale = sellMilk(1);
        till.send(sale);
        SaleMessage back = till.giveBack(sale, 1, 1000);
        till.send(back);
        assertThat(look(sale.transactionId().toString()).returns()).hasSize(1);
        assertThat(till.send(undoing(back))).isEmpty();
        ReceiptFound found = look(sale.transactionId().toString());
        assertThat(found.returns()).isEmpty();
        assertThat(found.tenders().leftMinor()).isEqualTo(129);
        assertThat(till.send(withNewId(back))).isEmpty();
    }

    @Test
    void whatUndoesASaleThatIsNotHereIsDisputed() {
        assertThat(till.send(undoing(sellMilk(1)))).contains("which is not here");
    }

    @Test
    void whatDoesNotUndoAllOfItIsDisputed() {
        SaleMessage sale = sellMilk(2);
        till.send(sale);
        SaleMessage half = undoing(sellMilk(1));
        SaleMessage told = withPostVoidOf(half, sale.transactionId());
        assertThat(till.send(told)).contains("line 1 item milk quantity told -1000, computed -2000");
    }

    @Test
    void scrapComesBackAndGoesToWaste() {
        long before = milkOnHand();
        SaleMessage sale = sellMilk(1);
        till.send(sale);
        SaleMessage back = till.giveBack(sale, 1, 1000);
        SaleMessage.Line line = back.lines().get(0);
        till.send(withLine(back, line, new LineParticulars(null, "BROKEN", "SCRAP")));
        assertThat(milkOnHand()).isEqualTo(before - 1000);
        assertThat(sumOf("select group_concat(reason order by line_number) from stock_entry where source_id = '"
                        + back.transactionId() + "'"))
                .isEqualTo("WASTE,RETURN");
        assertThat(sumOf("select concat(reason, ' ', goods_condition) from line_return"))
                .isEqualTo("BROKEN SCRAP");
    }

    @Test
    void aReceiptIsFoundByItsCodeItsQrCodeAndItsNumber() {
        SaleMessage sale = sellMilk(1);
        till.send(sale);
        String id = sale.transactionId().toString();
        String printed = id.substring(0, 18).replace("-", "").toUpperCase(Locale.ROOT);
        assertThat(look(printed).sale()).isEqualTo(sale);
        assertThat(look("tillwright:" + id).sale()).isEqualTo(sale);
        assertThat(look(TestShop.TILL + "-1").sale()).isEqualTo(sale);
    }

    @Test
    void aRegisterThatCountsThroughNumbersIsStopped() {
        till.send(sellMilk(1));
        List<ProblemCode> codes = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            String number = TestShop.TILL + "-" + (100 + i);
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> look(number))
                    .satisfies(refused -> codes.add(refused.code()));
        }
        assertThat(codes.subList(0, 20)).containsOnly(ProblemCode.NOT_FOUND);
        assertThat(codes.get(20)).isEqualTo(ProblemCode.TOO_MANY_LOOK_UPS);
    }

    private static SaleMessage withNewId(SaleMessage sale) {
        return with(sale, UUID.randomUUID(), sale.lines(), sale.details().postVoidOf());
    }

    private static SaleMessage withPostVoidOf(SaleMessage sale, UUID undone) {
        List<SaleMessage.Line> lines = sale.lines().stream()
                .map(line -> line(line, new SaleMessage.ReturnedLine(undone, line.number()), line.particulars()))
                .toList();
        return with(sale, sale.transactionId(), lines, undone);
    }

    private static SaleMessage withLine(SaleMessage sale, SaleMessage.Line line, LineParticulars said) {
        return with(
                sale,
                sale.transactionId(),
                List.of(line(line, line.returned(), said)),
                sale.details().postVoidOf());
    }

    private static SaleMessage.Line line(
            SaleMessage.Line line, SaleMessage.ReturnedLine returned, LineParticulars said) {
        return new SaleMessage.Line(
                line.number(),
                line.itemId(),
                line.description(),
                line.quantityMilli(),
                line.unitPriceMicro(),
                line.extendedMinor(),
                line.netMinor(),
                line.taxMinor(),
                line.taxRateId(),
                line.override(),
                line.listMinor(),
                line.discounts(),
                line.taxes(),
                line.modifiers(),
                line.manualDiscounts(),
                line.serviceMode(),
                line.labelMinor(),
                line.follows(),
                returned,
                said);
    }

    private static SaleMessage with(SaleMessage sale, UUID id, List<SaleMessage.Line> lines, UUID undone) {
        return new SaleMessage(
                id,
                sale.storeId(),
                sale.tillSessionId(),
                sale.operatorId(),
                sale.businessDay(),
                sale.begunAt(),
                sale.endedAt(),
                sale.currency(),
                lines,
                sale.taxLines(),
                sale.tenders(),
                sale.netMinor(),
                sale.taxMinor(),
                sale.totalMinor(),
                sale.context(),
                sale.discounts(),
                sale.taxes(),
                sale.coupons(),
                sale.cashRoundingMinor(),
                undone == null ? null : new SaleParticulars(null, null, null, null, null, undone));
    }
}
