package org.tillwright.server.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.TenderReturns;

/** Money goes back to what paid, and no more than it paid. */
class RefundedTendersTest {

    private static final TenderReturns PAID = new TenderReturns(
            TestShop.EUR,
            List.of(
                    tendered("1", TenderType.GIFT_CARD, "6006491200001111", 2_000, 500),
                    tendered("2", TenderType.WALLET, "W00000001", 1_500, 0),
                    tendered("3", TenderType.CARD, null, 1_000, 0)),
            0);

    @Test
    void whatIsLeftOfEachGoesBackToIt() {
        assertThat(doubts(
                        back("GIFT_CARD", "6006491200001111", -1_500),
                        back("WALLET", "W00000001", -1_500),
                        back("CARD", null, -1_000)))
                .isEmpty();
    }

    @Test
    void moreThanOnePaidIsListed() {
        assertThat(doubts(back("WALLET", "W00000001", -1_000), back("WALLET", "W00000001", -501)))
                .containsExactly("WALLET took 1501 back in minor units, and 1500 is left of what it paid");
        assertThat(doubts(back("GIFT_CARD", "6006491200001111", -1_501))).hasSize(1);
        assertThat(doubts(back("CARD", null, -1_001))).hasSize(1);
    }

    @Test
    void anotherNumberThanTheOneThatPaidIsListed() {
        assertThat(doubts(back("GIFT_CARD", "6006499999999999", -100)))
                .containsExactly("GIFT_CARD took 100 back in minor units, and 0 is left of what it paid");
        assertThat(doubts(back("WALLET", "W00000009", -100))).hasSize(1);
        assertThat(doubts(back("ON_ACCOUNT", "c-1", -100))).hasSize(1);
    }

    @Test
    void cashAndStoreCreditAreWaysOfTheirOwn() {
        assertThat(doubts(back("CASH", null, -4_000), back("STORE_CREDIT", "6006491300001111", -4_000)))
                .isEmpty();
    }

    @Test
    void goodsWithoutAReceiptAndDepositsThatAreGivenBackGoAnyWay() {
        SaleMessage.Line blind =
                new SaleMessage.Line(1L, "milk", "The milk", -1_000L, 1_290_000L, -129L, -121L, -8L, "R", null);
        SaleParticulars deposit = new SaleParticulars(
                null, null, List.of(new SaleParticulars.MoneyIn("DEPOSIT", "o-1", -71L)), null, null, null);
        SaleMessage sale = sale(List.of(blind), List.of(back("CARD", null, -1_200)), deposit);
        assertThat(RefundedTenders.doubtsOf(sale, List.of(PAID))).isEmpty();
        SaleMessage more = sale(List.of(blind), List.of(back("CARD", null, -1_201)), deposit);
        assertThat(RefundedTenders.doubtsOf(more, List.of(PAID))).hasSize(1);
    }

    private static List<String> doubts(SaleMessage.Tender... tenders) {
        return RefundedTenders.doubtsOf(sale(List.of(), List.of(tenders), null), List.of(PAID));
    }

    private static SaleMessage.Tender back(String type, @Nullable String reference, long minor) {
        return new SaleMessage.Tender(
                type, minor, null, reference == null ? null : TenderParticulars.reference(reference));
    }

    private static TenderReturns.Tendered tendered(
            String id, TenderType type, @Nullable String reference, long paidMinor, long refundedMinor) {
        return new TenderReturns.Tendered(id, type, reference, null, paidMinor, refundedMinor);
    }

    private static SaleMessage sale(
            List<SaleMessage.Line> lines, List<SaleMessage.Tender> tenders, @Nullable SaleParticulars said) {
        Instant at = Instant.parse("2026-03-02T08:59:00Z");
        return new SaleMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                UUID.randomUUID(),
                "ben",
                LocalDate.parse("2026-03-02"),
                at,
                at,
                "EUR",
                lines,
                List.of(),
                tenders,
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                said);
    }
}
