package org.tillwright.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.shop.TenderRules;

/** Sales of a hostile register, held against how its store takes money. */
class TakenMoneyTest {

    private static final TenderRules RULES = ShopRulesServiceTest.read(
                    """
                    {"tenders":{"tenders":[{"type":"CASH"},{"type":"GIFT_CARD"},{"type":"FOREIGN_CASH"}],
                     "currencies":[{"currency":"DKK","rateMicro":134000},{"currency":"JPY","rateMicro":6100}]}}""")
            .tenders();

    private final UUID order = UUID.randomUUID();

    private static List<String> doubtsOf(TenderRules rules, SaleParticulars said, SaleMessage.Tender... tenders) {
        SaleMessage sale = new SaleMessage(
                UUID.randomUUID(),
                "shop",
                UUID.randomUUID(),
                "ben",
                LocalDate.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                "EUR",
                List.of(),
                List.of(),
                List.of(tenders),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                said);
        return TakenMoney.doubtsOf(sale, () -> Optional.ofNullable(rules));
    }

    private static SaleMessage.Tender paid(String type, long minor) {
        return new SaleMessage.Tender(type, minor, null, TenderParticulars.reference("number"));
    }

    private static SaleMessage.Tender notes(String currency, long notesMinor, long rateMicro, long minor) {
        TenderParticulars.Foreign foreign = new TenderParticulars.Foreign(currency, notesMinor, rateMicro);
        return new SaleMessage.Tender("FOREIGN_CASH", minor, null, new TenderParticulars(null, null, foreign, null));
    }

    private SaleParticulars beside(String kind, String reference, long minor, boolean isOfOrder) {
        return new SaleParticulars(
                null, null, List.of(new MoneyIn(kind, reference, minor)), isOfOrder ? order : null, null, null);
    }

    @Test
    void notesCountForWhatTheStoreSaysAndNotTheRegister() {
        assertThat(doubtsOf(RULES, null, notes("DKK", 10_000, 134_000, 1_340))).isEmpty();
        assertThat(doubtsOf(RULES, null, notes("JPY", 1_000, 6_100, 610)))
                .as("no decimals")
                .isEmpty();
        assertThat(doubtsOf(RULES, null, notes("DKK", 10_000, 13_400_000, 134_000)))
                .containsExactly(
                        "10000 DKK in minor units were taken at 13400000 millionths, and the store's rate is 134000");
        assertThat(doubtsOf(RULES, null, notes("DKK", 10_000, 134_000, 13_400)))
                .containsExactly("10000 DKK in minor units were taken for 13400, and are worth 1340");
        assertThat(doubtsOf(RULES, null, notes("UAH", 100, 1_000_000, 100)))
                .containsExactly("notes were taken that the store does not take: 100 UAH in minor units");
        assertThat(doubtsOf(RULES, null, notes("DKK", -10_000, 134_000, -1_340)))
                .containsExactly("notes were given back: -10000 DKK in minor units");
        assertThat(doubtsOf(RULES, null, notes("DKK", Long.MAX_VALUE, Long.MAX_VALUE, 1)))
                .hasSize(2);
    }

    @Test
    void cashDoesNotBecomePaperThatTheStoreDoesNotTake() {
        assertThat(doubtsOf(RULES, null, paid("CASH", 1), paid("GIFT_CARD", 1), paid("COUPON", 1)))
                .isEmpty();
        assertThat(doubtsOf(RULES, null, paid("VOUCHER", 5_000)))
                .containsExactly("5000 in minor units were paid as VOUCHER, which the store does not take");
        assertThat(doubtsOf(RULES, null, paid("STORE_CREDIT", -5_000)))
                .as("goods came back")
                .isEmpty();
        assertThat(doubtsOf(null, null, paid("VOUCHER", 5_000))).as("no rules").isEmpty();
    }

    @Test
    void tipsComeInAndGoOutOnlyWithTheirSale() {
        assertThat(doubtsOf(RULES, beside("TIP", null, 500, false))).isEmpty();
        assertThat(doubtsOf(RULES, beside("TIP", null, -500, false)))
                .containsExactly("a tip was given back that no sale was undone for: -500 in minor units");
        SaleParticulars undoing = new SaleParticulars(
                null, null, List.of(new MoneyIn("TIP", null, -500L)), null, null, UUID.randomUUID());
        assertThat(doubtsOf(RULES, undoing)).isEmpty();
    }

    @Test
    void depositsAreOfTheSalesOwnOrder() {
        SaleParticulars ofOrder = new SaleParticulars(null, null, null, order, null, null);
        TenderParticulars own = TenderParticulars.reference(order.toString());
        assertThat(doubtsOf(RULES, ofOrder, new SaleMessage.Tender("DEPOSIT", 100L, null, own)))
                .isEmpty();
        assertThat(doubtsOf(RULES, ofOrder, paid("DEPOSIT", 100)))
                .containsExactly("the sale is paid with a deposit on order number, and it is of order " + order);
        assertThat(doubtsOf(RULES, beside("DEPOSIT", order.toString(), 100, true)))
                .isEmpty();
        assertThat(doubtsOf(RULES, beside("DEPOSIT", order.toString(), -100, false)))
                .containsExactly(
                        "the sale takes or gives back a deposit on order " + order + ", and it is of no order");
    }
}
