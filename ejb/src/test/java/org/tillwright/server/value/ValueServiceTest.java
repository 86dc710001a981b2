package org.tillwright.server.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Reason;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.customers.CustomerDraft;
import org.tillwright.server.customers.CustomerReason;
import org.tillwright.server.customers.CustomerService;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.TrialBalance;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;
import org.tillwright.wire.value.ValueKind;

class ValueServiceTest {

    private static final String CARD = "60064912000011112222";

    private final TestShop shop = new TestShop();
    private final ValueService values = shop.get(ValueService.class);
    private final ValueAccountService keeping = shop.get(ValueAccountService.class);
    private ValueTill till = new ValueTill(shop, "till-01");

    @AfterEach
    void closeShop() {
        assertThat(shop.inTransaction(keeping::outOfBalance)).isEmpty();
        shop.close();
    }

    @Test
    void aSoldCardBuysWhatWasPaidForItAndNoMore() {
        sellCard(CARD, 5_000);
        assertThat(balance("GIFT_CARD", CARD))
                .isEqualTo(new ValueBalance("GIFT_CARD", CARD, "EUR", 5_000L, 5_000L, null));

        ValueAuthorizationRequest request = request("GIFT_CARD", CARD, 3_000);
        ValueAuthorization first = authorize(request);
        assertThat(first.availableMinor()).isEqualTo(2_000);
        assertThat(authorize(request)).isEqualTo(first);
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isEqualTo(2_000);
        assertThat(reasonOf(() -> authorize(request("GIFT_CARD", CARD, 2_001)))).isEqualTo(ValueReason.TOO_LITTLE);

        assertThat(spend("GIFT_CARD", CARD, 3_000, request.authorizationId())).isFalse();
        assertThat(balance("GIFT_CARD", CARD))
                .isEqualTo(new ValueBalance("GIFT_CARD", CARD, "EUR", 2_000L, 2_000L, null));
        assertThat(authorize(request)).as("asked again after its sale").isEqualTo(first);
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isEqualTo(2_000);
    }

    @Test
    void aSumThatIsNotItsEntriesIsNotedAtNight() {
        sellCard(CARD, 5_000);
        assertThat(shop.inTransaction(keeping::noteOutOfBalance)).isZero();
        shop.database.tamper("update value_account set balance_minor = balance_minor + 1");
        assertThat(shop.inTransaction(keeping::noteOutOfBalance)).isEqualTo(1);
        assertThat(shop.database.count(
                        "audit_entry",
                        "action = 'VALUE_OUT_OF_BALANCE' and subject = 'GIFT_CARD \u2026"
                                + CARD.substring(CARD.length() - 4) + "'"))
                .isEqualTo(1);
        shop.database.tamper("update value_account set balance_minor = balance_minor - 1");
    }

    @Test
    void whatIsUnknownBlockedOrUnsoundIsRefusedWithItsReason() {
        assertThat(reasonOf(() -> balance("GIFT_CARD", CARD))).isEqualTo(ValueReason.UNKNOWN);
        assertThat(reasonOf(() -> authorize(request("GIFT_CARD", CARD, 1)))).isEqualTo(ValueReason.UNKNOWN);
        sellCard(CARD, 5_000);
        assertThat(reasonOf(() -> authorize(request("STORE_CREDIT", CARD, 1)))).isEqualTo(ValueReason.UNKNOWN);
        assertThat(reasonOf(() -> authorize(request("GIFT_CARD", CARD, 0)))).isEqualTo(ValueReason.UNSOUND);
        assertThat(reasonOf(() -> authorize(request("GIFT_CARD", CARD, -5)))).isEqualTo(ValueReason.UNSOUND);
        assertThat(reasonOf(() -> authorize(request("MAGIC", CARD, 1)))).isEqualTo(ValueReason.UNSOUND);
        assertThat(reasonOf(() -> balance("GIFT_CARD", "9".repeat(200)))).isEqualTo(ValueReason.UNSOUND);
        block(CARD);
        assertThat(reasonOf(() -> authorize(request("GIFT_CARD", CARD, 1)))).isEqualTo(ValueReason.BLOCKED);
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isZero();
        shop.inTransaction(() -> {
            keeping.unblock(ValueKind.GIFT_CARD, CARD, "EUR", "anna");
            return null;
        });
        assertThat(authorize(request("GIFT_CARD", CARD, 1)).availableMinor()).isEqualTo(4_999);
        assertThat(shop.database.text("select subject from audit_entry where action = 'VALUE_BLOCKED'"))
                .isEqualTo("GIFT_CARD \u20262222");
    }

    @Test
    void whoTriesNumbersIsStoppedAndOtherRegistersAreNot() {
        sellCard(CARD, 5_000);
        for (int i = 0; i < ValueMisses.MOST; i++) {
            String guess = "6006491200001111" + (3_000 + i);
            assertThat(reasonOf(
                            i % 2 == 0
                                    ? () -> balance("GIFT_CARD", guess)
                                    : () -> authorize(request("GIFT_CARD", guess, 1))))
                    .isEqualTo(ValueReason.UNKNOWN);
        }
        assertThat(reasonOf(() -> balance("GIFT_CARD", CARD))).isEqualTo(ValueReason.TOO_MANY_MISSES);
        assertThat(reasonOf(() -> authorize(request("GIFT_CARD", CARD, 1)))).isEqualTo(ValueReason.TOO_MANY_MISSES);
        assertThat(shop.inTransaction(() -> values.balance("till-02", "GIFT_CARD", CARD))
                        .balanceMinor())
                .isEqualTo(5_000);
        shop.clock.advance(ValueMisses.SPAN.plusSeconds(1));
        assertThat(balance("GIFT_CARD", CARD).balanceMinor()).isEqualTo(5_000);
    }

    @Test
    void whatIsGivenUpIsFreeAgainEvenWhenItWasGivenUpFirst() {
        sellCard(CARD, 5_000);
        ValueAuthorizationRequest request = request("GIFT_CARD", CARD, 3_000);
        authorize(request);
        release("till-01", request.authorizationId());
        release("till-01", request.authorizationId());
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isEqualTo(5_000);
        assertThat(reasonOf(() -> authorize(request))).as("it is free again").isEqualTo(ValueReason.GIVEN_UP);

        ValueAuthorizationRequest late = request("GIFT_CARD", CARD, 3_000);
        release("till-01", late.authorizationId());
        assertThat(reasonOf(() -> authorize(late))).isEqualTo(ValueReason.GIVEN_UP);
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isEqualTo(5_000);
    }

    @Test
    void anotherRegisterCannotGiveUpAndAnIdStandsForOneAmount() {
        sellCard(CARD, 5_000);
        ValueAuthorizationRequest request = request("GIFT_CARD", CARD, 3_000);
        authorize(request);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> release("till-02", request.authorizationId()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
        ValueAuthorizationRequest other = new ValueAuthorizationRequest(
                request.authorizationId(), "GIFT_CARD", CARD, "EUR", 4_000L, request.transactionId());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> authorize(other))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TRANSACTION_CONFLICT));
    }

    @Test
    void whatAnotherRegisterSetAsideStaysForItsOwnSale() {
        sellCard(CARD, 5_000);
        ValueAuthorizationRequest own = request("GIFT_CARD", CARD, 3_000);
        authorize(own);
        assertThat(new ValueTill(shop, "till-02")
                        .takes(SaleParticulars.Kind.TIP, null, 1_000)
                        .paid("GIFT_CARD", CARD, 1_000, own.authorizationId())
                        .send()
                        .disputed())
                .isTrue();
        assertThat(shop.database.text("select reason from disputed_totals"))
                .isEqualTo("GIFT_CARD \u20262222 was paid with what till-01 had set aside for a sale of its own");
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isEqualTo(1_000);
        assertThat(spend("GIFT_CARD", CARD, 3_000, own.authorizationId())).isFalse();
        assertThat(balance("GIFT_CARD", CARD))
                .isEqualTo(new ValueBalance("GIFT_CARD", CARD, "EUR", 1_000L, 1_000L, null));
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndAStrangeOneStopsNoRegister() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> sellCard("- -", 100))
                .satisfies(refused ->
                        assertThat(refused.faults().toString()).contains("particulars.moneyIn[0].reference"));
        String longer = "\u00df".repeat(60); // in capitals, 120 letters
        till = new ValueTill(shop, "till-02");
        sellCard(longer, 100);
        assertThat(balance("GIFT_CARD", longer).balanceMinor()).isEqualTo(100);
    }

    @Test
    void whatNobodyCapturesIsFreeAgainAfterADay() {
        sellCard(CARD, 5_000);
        ValueAuthorizationRequest forgotten = request("GIFT_CARD", CARD, 3_000);
        authorize(forgotten);
        shop.clock.advance(ValueService.HOLD_LASTS.plus(Duration.ofMinutes(1)));
        assertThat(balance("GIFT_CARD", CARD).availableMinor()).isEqualTo(5_000);
        assertThat(reasonOf(() -> authorize(forgotten))).isEqualTo(ValueReason.GIVEN_UP);
        authorize(request("GIFT_CARD", CARD, 5_000));
        assertThat(spend("GIFT_CARD", CARD, 3_000, forgotten.authorizationId()))
                .as("booked all the same")
                .isFalse();
        assertThat(balance("GIFT_CARD", CARD)).isEqualTo(new ValueBalance("GIFT_CARD", CARD, "EUR", 2_000L, 0L, null));
    }

    @Test
    void aSaleThatTookMoreThanThereWasIsBookedAndListed() {
        sellCard(CARD, 1_000);
        assertThat(spend("GIFT_CARD", CARD, 1_500, null)).isTrue();
        assertThat(balance("GIFT_CARD", CARD)).isEqualTo(new ValueBalance("GIFT_CARD", CARD, "EUR", -500L, 0L, null));
        assertThat(shop.inTransaction(keeping::overdrawn))
                .extracting(ValueSummary::number, ValueSummary::balanceMinor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CARD, -500L));
        assertThat(shop.database.text("select reason from disputed_totals"))
                .contains("GIFT_CARD \u20262222 was paid with beyond what it had")
                .doesNotContain(CARD);
        assertThat(spend("STORE_CREDIT", "60064912999999", 100, null))
                .as("a credit that nobody gave")
                .isTrue();
        assertThat(owedByBooks("GIFT_CARDS")).isEqualTo(-500);
    }

    @Test
    void moneyGivenBackToACardOrANewCreditIsKeptThere() {
        sellCard(CARD, 1_000);
        assertThat(till.takes(SaleParticulars.Kind.TIP, null, -300)
                        .paid("GIFT_CARD", CARD, -100, null)
                        .paid("STORE_CREDIT", "tws-4444", -200, null)
                        .send()
                        .disputed())
                .as("a tip that goes out again is looked at")
                .isTrue();
        assertThat(balance("GIFT_CARD", CARD).balanceMinor()).isEqualTo(1_100);
        assertThat(balance("STORE_CREDIT", "TWS4444").balanceMinor()).isEqualTo(200);
    }

    @Test
    void aCustomerOwesUpToTheLimitAndPaysItBack() {
        String kim = customer("Kim", 10_000L);
        assertThat(balance("ON_ACCOUNT", kim))
                .isEqualTo(new ValueBalance("ON_ACCOUNT", kim, "EUR", 0L, 10_000L, "Kim"));
        ValueAuthorizationRequest request = request("ON_ACCOUNT", kim, 7_000);
        authorize(request);
        assertThat(spend("ON_ACCOUNT", kim, 7_000, request.authorizationId())).isFalse();
        assertThat(balance("ON_ACCOUNT", kim))
                .isEqualTo(new ValueBalance("ON_ACCOUNT", kim, "EUR", 7_000L, 3_000L, "Kim"));
        assertThat(reasonOf(() -> authorize(request("ON_ACCOUNT", kim, 3_001)))).isEqualTo(ValueReason.TOO_LITTLE);
        assertThat(owedByBooks("CUSTOMER_ACCOUNTS")).isEqualTo(-7_000);

        till.takes(SaleParticulars.Kind.ACCOUNT_PAYMENT, kim, 5_000).cash(5_000).send();
        assertThat(balance("ON_ACCOUNT", kim).balanceMinor()).isEqualTo(2_000);
        assertThat(owedByBooks("CUSTOMER_ACCOUNTS")).isEqualTo(-2_000);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> forget(kim))
                .satisfies(refused -> assertThat(refused.reasons()).containsExactly(CustomerReason.STILL_OWES));
        till.takes(SaleParticulars.Kind.ACCOUNT_PAYMENT, kim, 2_000).cash(2_000).send();
        forget(kim);
        assertThat(reasonOf(() -> authorize(request("ON_ACCOUNT", kim, 1)))).isEqualTo(ValueReason.NO_CREDIT);
    }

    @Test
    void aLimitIsOneLimitWhateverCurrencyIsAskedFor() {
        String kim = customer("Kim", 1_000L);
        authorize(request("ON_ACCOUNT", kim, 1_000));
        ValueAuthorizationRequest swedish =
                new ValueAuthorizationRequest(UUID.randomUUID(), "ON_ACCOUNT", kim, "SEK", 1_000L, UUID.randomUUID());
        assertThat(reasonOf(() -> authorize(swedish))).isEqualTo(ValueReason.UNSOUND);
        assertThat(shop.database.count("value_account", "number = '" + kim + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoHasNoLimitMayNotPayLaterAndASaleBeyondALimitIsListed() {
        String ida = customer("Ida", null);
        assertThat(reasonOf(() -> authorize(request("ON_ACCOUNT", ida, 1)))).isEqualTo(ValueReason.NO_CREDIT);
        assertThat(balance("ON_ACCOUNT", ida).availableMinor()).isZero();
        assertThat(reasonOf(() -> authorize(request("ON_ACCOUNT", "nobody", 1))))
                .isEqualTo(ValueReason.UNKNOWN);
        String kim = customer("Kim", 1_000L);
        assertThat(spend("ON_ACCOUNT", kim, 1_500, null)).isTrue();
        assertThat(balance("ON_ACCOUNT", kim).balanceMinor()).isEqualTo(1_500);
    }

    @Test
    void whatCardsCreditsAndDepositsHoldIsWhatTheBooksOwe() {
        String kim = customer("Kim", 10_000L);
        sellCard(CARD, 5_000);
        sellCard("60064912000011113333", 2_500);
        till.takes(SaleParticulars.Kind.DEPOSIT, "order-1", 4_000).cash(4_000).send();
        spend("GIFT_CARD", CARD, 1_234, null);
        spend("DEPOSIT", "order-1", 4_000, null);
        spend("ON_ACCOUNT", kim, 999, null);
        till.takes(SaleParticulars.Kind.TIP, null, -300)
                .paid("STORE_CREDIT", "TWS1", -300, null)
                .send();
        till.takes(SaleParticulars.Kind.GIFT_CARD, CARD, -100).cash(-100).send();
        for (ValueKind kind : ValueKind.values()) {
            long kept = shop.database.number(
                    "select coalesce(sum(change_minor), 0) from value_entry where kind = '" + kind + "'");
            long owed = owedByBooks(
                    switch (kind) {
                        case GIFT_CARD -> "GIFT_CARDS";
                        case STORE_CREDIT -> "STORE_CREDIT";
                        case ON_ACCOUNT -> "CUSTOMER_ACCOUNTS";
                        case DEPOSIT -> "DEPOSITS";
                    });
            assertThat(kind.isOwedToShop() ? -kept : kept).as(kind.name()).isEqualTo(owed);
        }
        assertThat(balance("GIFT_CARD", CARD).balanceMinor()).isEqualTo(3_666);
    }

    private void sellCard(String number, long minor) {
        assertThat(till.takes(SaleParticulars.Kind.GIFT_CARD, number, minor)
                        .cash(minor)
                        .send()
                        .disputed())
                .isFalse();
    }

    /** Pays a tip with it, so that no goods are needed. True if the sale is disputed. */
    private boolean spend(String kind, String number, long minor, UUID authorizationId) {
        return till.takes(SaleParticulars.Kind.TIP, null, minor)
                .paid(kind, number, minor, authorizationId)
                .send()
                .disputed();
    }

    private String customer(String name, Long limitMinor) {
        CustomerDraft draft = new CustomerDraft(name, null, null, null, List.of(), false, limitMinor, null);
        return shop.inTransaction(() -> shop.get(CustomerService.class).create(draft, "anna"));
    }

    private void forget(String customerId) {
        shop.inTransaction(() -> {
            keeping.forget(customerId, "anna");
            return null;
        });
    }

    private void block(String number) {
        shop.inTransaction(() -> {
            keeping.block(ValueKind.GIFT_CARD, number, "EUR", "anna");
            return null;
        });
    }

    private static ValueAuthorizationRequest request(String kind, String number, long minor) {
        return new ValueAuthorizationRequest(UUID.randomUUID(), kind, number, "EUR", minor, UUID.randomUUID());
    }

    private ValueAuthorization authorize(ValueAuthorizationRequest request) {
        return shop.inTransaction(() -> values.authorize("till-01", request));
    }

    private void release(String workstationId, UUID authorizationId) {
        shop.inTransaction(() -> {
            values.release(workstationId, authorizationId);
            return null;
        });
    }

    private ValueBalance balance(String kind, String number) {
        return shop.inTransaction(() -> values.balance("till-01", kind, number));
    }

    private static Reason reasonOf(Supplier<?> call) {
        try {
            Object answer = call.get();
            throw new AssertionError("it was not refused: " + answer);
        } catch (Refused refused) {
            return refused.reasons().get(0);
        }
    }

    /** What the shop owes by the double-entry books; negative for what it is owed. */
    private long owedByBooks(String account) {
        return -shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance()).balances().stream()
                .filter(balance -> balance.accountId().equals(account))
                .mapToLong(TrialBalance.Balance::balanceMinor)
                .sum();
    }
}
