package org.tillwright.server.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.shop.ReturnRules;

/** Goods without a receipt: Ben is a cashier who may not take them back alone. */
class AllowedReturnsTest {

    private static final ReturnRules LIMIT = new ReturnRules(null, 500L, null, null);

    private static SaleMessage.Line back(long number, long milli, String priceReason) {
        SaleMessage.OverriddenPrice price =
                priceReason == null ? null : new SaleMessage.OverriddenPrice(null, priceReason, "anna");
        long minor = milli * 129 / 1000;
        return new SaleMessage.Line(number, "milk", "Milk", milli, 1_290_000L, minor, minor, 0L, "R", price);
    }

    private static SaleMessage sale(SaleMessage.Line... lines) {
        return new SaleMessage(
                UUID.randomUUID(),
                "shop",
                UUID.randomUUID(),
                "ben",
                LocalDate.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                "EUR",
                List.of(lines),
                List.of(),
                List.of(),
                0L,
                0L,
                0L);
    }

    private static Approvals.Told told(String action, String detail, Long minor, String doubts) {
        return new Approvals.Told(UUID.randomUUID(), action, detail, minor, "ben", "anna", doubts);
    }

    private static List<String> doubtsOf(
            SaleMessage sale, boolean mayAlone, ReturnRules rules, Approvals.Told... told) {
        return AllowedReturns.doubtsOf(sale, List.of(told), mayAlone, rules);
    }

    @Test
    void eachLineIsAllowedByItselfAndForAsMuch() {
        SaleMessage two = sale(back(1, -2_000, null));
        assertThat(doubtsOf(two, true, null)).isEmpty();
        assertThat(doubtsOf(two, false, null))
                .containsExactly("line 1 brings milk back without a receipt, and nobody allowed it to ben");
        assertThat(doubtsOf(two, false, null, told("RETURN", "line 1 milk -2000", null, null)))
                .isEmpty();
        assertThat(doubtsOf(two, false, null, told("RETURN", "line 1 milk -3000 at 1290000", null, null)))
                .as("less came back in the end")
                .isEmpty();
        for (String other :
                List.of("line 1 milk -1000", "line 2 milk -2000", "line 1 milkshake -2000", "line 1 milk -x")) {
            assertThat(doubtsOf(two, false, null, told("RETURN", other, null, null)))
                    .as(other)
                    .hasSize(1);
        }
        assertThat(doubtsOf(two, false, null, told("RETURN", "line 1 milk -2000", null, "is not signed")))
                .containsExactly("line 1 brings milk back without a receipt, allowed by an approval that does not hold:"
                        + " is not signed");
    }

    private static SaleMessage.Line deposit(long number, long follows) {
        return new SaleMessage.Line(
                number, "bottle", "Bottle", -1_000L, 250_000L, -25L, -25L, 0L, "R", null, null, null, null, null, null,
                null, null, follows, null);
    }

    @Test
    void aDepositGoesBackWithItsGoods() {
        Approvals.Told milk = told("RETURN", "line 1 milk -1000", null, null);
        assertThat(doubtsOf(sale(back(1, -1_000, null), deposit(2, 1)), false, null, milk))
                .isEmpty();
        assertThat(doubtsOf(sale(back(1, 1_000, null), deposit(2, 1)), false, null, milk))
                .as("the goods stay")
                .hasSize(1);
    }

    @Test
    void aPriceByHandIsLookedAtAsAPriceAndAnAskedOneIsNot() {
        assertThat(doubtsOf(sale(back(1, -1_000, "DAMAGED")), false, null)).isEmpty();
        assertThat(doubtsOf(sale(back(1, -1_000, "OPEN_PRICE")), false, null)).hasSize(1);
        assertThat(doubtsOf(sale(back(1, 1_000, null)), false, null)).as("sold").isEmpty();
    }

    @Test
    void aboveTheStoresLimitSomebodyElseSaysYesToThatMuch() {
        SaleMessage four = sale(back(1, -4_000, null));
        assertThat(doubtsOf(sale(back(1, -3_000, null)), true, LIMIT))
                .as("3.87 of 5.00")
                .isEmpty();
        assertThat(doubtsOf(four, true, LIMIT))
                .containsExactly(
                        "goods worth 516 in minor units came back without a receipt, more than the store's 500,"
                                + " and nobody allowed it to ben");
        assertThat(doubtsOf(four, true, LIMIT, told("RETURN_WITHOUT_RECEIPT", null, 516L, null)))
                .isEmpty();
        assertThat(doubtsOf(four, true, LIMIT, told("RETURN_WITHOUT_RECEIPT", null, 515L, null)))
                .hasSize(1);
        assertThat(doubtsOf(four, true, LIMIT, told("RETURN_WITHOUT_RECEIPT", null, null, null)))
                .as("an approval without an amount is for something else")
                .hasSize(1);
    }
}
