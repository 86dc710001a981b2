package org.tillwright.server.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.TrialBalance;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OpenDeposits;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;

/** Quotations and layaways, and that the books owe what was paid on them. */
class OrderServiceTest {

    private static final ClaimRequest BY_BEN = new ClaimRequest("ben", OrderTill.AT);

    private final TestShop shop = new TestShop();
    private final OrderService orders = shop.get(OrderService.class);
    private final OrderTill till = new OrderTill(shop, "till-01");
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void closeShopWhenItsBooksAgree() {
        try {
            TrialBalance balance =
                    shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance());
            assertThat(balance.balances().stream()
                            .mapToLong(TrialBalance.Balance::balanceMinor)
                            .sum())
                    .isZero();
            assertThat(-balance.balanceMinor(Account.DEPOSITS, "EUR"))
                    .as("what the books owe for deposits")
                    .isEqualTo(shop.inTransaction(orders::openDeposits).deposits().stream()
                            .mapToLong(OpenDeposits.Deposit::balanceMinor)
                            .sum());
        } finally {
            shop.close();
        }
    }

    @Test
    void anOrderIsFoundByNumberNameAndPhoneAtEveryRegister() {
        OrderSummary kept = keep("QUOTATION");
        assertThat(keep("QUOTATION")).isEqualTo(kept);
        assertThat(kept.number()).isGreaterThan(100_000);
        for (String asked : List.of(String.valueOf(kept.number()), "olena", "100%", "44 1", "")) {
            assertThat(search("till-02", asked)).as(asked).containsExactly(kept);
        }
        for (String asked : List.of("100_", "9", "nobody")) {
            assertThat(search("till-02", asked)).as(asked).isEmpty();
        }
        assertThat(kept.firstItems()).containsExactly("The milk");
        assertRefused(
                () -> shop.inTransaction(() -> orders.keep("till-02", OrderTill.order(order, "QUOTATION"))),
                ProblemCode.TRANSACTION_CONFLICT,
                "Another register");
    }

    @Test
    void aLayawayOfNobodyIsRefusedAndNothingIsStored() {
        OrderMessage sound = OrderTill.order(order, "LAYAWAY");
        OrderMessage nobodys = new OrderMessage(
                order,
                "LAYAWAY",
                "ben",
                "Ben",
                OrderTill.AT,
                sound.validUntil(),
                null,
                null,
                null,
                "EUR",
                129L,
                sound.lines(),
                sound.draft());
        assertThatThrownBy(() -> shop.inTransaction(() -> orders.keep("till-01", nobodys)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.UNSOUND_ORDER);
                    assertThat(refused.faults()).hasSize(2);
                });
        assertThat(shop.database.count("customer_order", "true")).isZero();
    }

    @Test
    void depositsAreOwedUntilTheGoodsAreHandedOver() {
        keep("LAYAWAY");
        till.deposit(UUID.randomUUID(), order, 40, null);
        till.deposit(UUID.randomUUID(), order, 60, null);
        assertThat(find().depositsMinor()).isEqualTo(100);
        assertThat(find().openMinor()).isEqualTo(29);
        assertThat(owed()).isEqualTo(100);
        assertThat(shop.inTransaction(() -> orders.depositsOf(TestShop.STORE)))
                .containsExactly(new OpenDeposit(
                        find().number(),
                        OrderSummary.OPEN,
                        "Olena 100%",
                        "+380 44 123",
                        LocalDate.parse("2026-03-16"),
                        "EUR",
                        100));
        assertThat(shop.inTransaction(() -> orders.depositsOf("elsewhere"))).isEmpty();

        UUID sale = UUID.randomUUID();
        assertThat(take("till-02", sale).draft()).isEqualTo("{\"milk\":1}");
        new OrderTill(shop, "till-02").sell(sale, of(order), 100);
        assertThat(find().state()).isEqualTo(OrderSummary.COMPLETED);
        assertThat(owed()).isZero();
        assertRefused(() -> take("till-01", UUID.randomUUID()), ProblemCode.ORDER_CLOSED, "sold before");
        assertThat(search("till-01", "")).isEmpty();
    }

    @Test
    void aDepositThatArrivesBeforeItsOrderIsOwedAllTheSame() {
        till.deposit(UUID.randomUUID(), order, 40, null);
        assertThat(owed()).isEqualTo(40);
        keep("LAYAWAY");
        assertThat(find().depositsMinor()).isEqualTo(40);
    }

    @Test
    void whatIsNotGivenBackOfACancelledLayawayIsKept() {
        keep("LAYAWAY");
        till.deposit(UUID.randomUUID(), order, 50, null);
        UUID refund = UUID.randomUUID();
        take("till-01", refund);
        till.deposit(refund, order, -40, null);
        assertThat(find().state()).isEqualTo(OrderSummary.CANCELLED);
        assertThat(owed()).isZero();
        assertThat(balance(Account.DEPOSITS_KEPT)).isEqualTo(-10);

        till.deposit(UUID.randomUUID(), order, 40, refund); // the refund was a mistake and is undone
        assertThat(find().state()).isEqualTo(OrderSummary.OPEN);
        assertThat(owed()).isEqualTo(50);
        assertThat(balance(Account.DEPOSITS_KEPT)).isZero();
    }

    @Test
    void anOrderIsCancelledOnceHoweverOftenItIsSaid() {
        keep("LAYAWAY");
        till.deposit(UUID.randomUUID(), order, 5, null);
        UUID cancellation = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            OrderSummary cancelled = shop.inTransaction(() -> orders.cancel("till-01", order, cancellation, BY_BEN));
            assertThat(cancelled.state()).isEqualTo(OrderSummary.CANCELLED);
        }
        assertThat(balance(Account.DEPOSITS_KEPT)).isEqualTo(-5);
        assertRefused(
                () -> shop.inTransaction(() -> orders.cancel("till-01", order, UUID.randomUUID(), BY_BEN)),
                ProblemCode.ORDER_CLOSED,
                "was cancelled");
    }

    @Test
    void whatIsKeptIsBookedOnTheStoresDayWhichEndsAfterMidnight() {
        keep("LAYAWAY");
        till.deposit(UUID.randomUUID(), order, 5, null);
        Instant lateInTheEvening = Instant.parse("2026-03-03T02:30:00Z"); // half past three in Berlin
        shop.clock.advance(Duration.between(shop.clock.instant(), lateInTheEvening));
        shop.inTransaction(() -> orders.cancel("till-01", order, UUID.randomUUID(), BY_BEN));
        assertThat(shop.database.text("select booked_on from journal_entry where event = 'DEPOSIT_KEPT'"))
                .isEqualTo("2026-03-02");
    }

    @Test
    void depositsInTwoCurrenciesAreKeptInEach() {
        keep("LAYAWAY");
        till.deposit(UUID.randomUUID(), order, 5, null);
        till.deposit(UUID.randomUUID(), order, 7, null, "SEK");
        UUID cancellation = UUID.randomUUID();
        shop.inTransaction(() -> orders.cancel("till-01", order, cancellation, BY_BEN));
        assertThat(balance(Account.DEPOSITS_KEPT)).isEqualTo(-5);
        assertThat(shop.database.number(
                        "select sum(p.amount_minor) from posting p join journal_entry j on j.source_id = p.source_id"
                                + " and j.event = p.event where p.account_id = 'DEPOSITS_KEPT' and j.currency = 'SEK'"))
                .isEqualTo(-7);
        assertThat(shop.inTransaction(orders::openDeposits).deposits()).isEmpty();
    }

    @Test
    void oneRegisterIsAtAnOrderUntilItGivesItUpOrLeavesIt() {
        keep("QUOTATION");
        UUID sale = UUID.randomUUID();
        take("till-01", sale);
        take("till-01", sale);
        assertThat(search("till-02", "").get(0).takenBy()).isEqualTo("Till 1");
        assertRefused(() -> take("till-02", UUID.randomUUID()), ProblemCode.TAKEN_ELSEWHERE, "being sold at Till 1");

        till.giveUp(sale);
        UUID other = UUID.randomUUID();
        take("till-02", other);
        shop.inTransaction(() -> {
            orders.release("till-02", order, other);
            return true;
        });
        take("till-01", UUID.randomUUID());
        shop.clock.advance(OrderService.CLAIM_LASTS.plus(Duration.ofMinutes(1)));
        assertThat(take("till-02", UUID.randomUUID()).order().takenBy()).isEqualTo("Till 2");
    }

    @Test
    void anOrderThatWasSoldTwiceIsNotedAndAnUndoneSaleOpensItAgain() {
        keep("QUOTATION");
        UUID first = UUID.randomUUID();
        till.sell(first, of(order), 0);
        new OrderTill(shop, "till-02").sell(UUID.randomUUID(), of(order), 0);
        assertThat(shop.database.count("audit_entry", "action = 'ORDER_SOLD_TWICE'"))
                .isEqualTo(1);
        assertThat(find().state()).isEqualTo(OrderSummary.COMPLETED);
        till.deposit(UUID.randomUUID(), order, 1, first); // any sale that undoes the first
        assertThat(find().state()).isEqualTo(OrderSummary.OPEN);
    }

    @Test
    void givingBackMoreThanWasPaidIsNoted() {
        keep("LAYAWAY");
        till.deposit(UUID.randomUUID(), order, 10, null);
        till.deposit(UUID.randomUUID(), order, -30, null);
        assertThat(shop.database.count("audit_entry", "action = 'DEPOSIT_OVERDRAWN'"))
                .isEqualTo(1);
        assertThat(owed()).isEqualTo(-20);
    }

    private OrderSummary keep(String kind) {
        return shop.inTransaction(() -> orders.keep("till-01", OrderTill.order(order, kind)));
    }

    private OrderSummary find() {
        return shop.inTransaction(() -> orders.find("till-01", order)).order();
    }

    private List<OrderSummary> search(String at, String asked) {
        return shop.inTransaction(() -> orders.search(at, asked)).orders();
    }

    private OrderDetail take(String at, UUID sale) {
        return shop.inTransaction(() -> orders.take(at, order, sale, BY_BEN));
    }

    private long owed() {
        return -balance(Account.DEPOSITS);
    }

    private long balance(Account account) {
        return shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance())
                .balanceMinor(account, "EUR");
    }

    private static SaleParticulars of(UUID orderId) {
        return new SaleParticulars(null, null, null, orderId, null, null);
    }

    private static void assertRefused(Runnable call, ProblemCode code, String words) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.detail()).contains(words);
        });
    }
}
