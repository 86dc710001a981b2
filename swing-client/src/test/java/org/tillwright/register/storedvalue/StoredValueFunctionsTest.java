package org.tillwright.register.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.QueuedExecutor;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;
import org.tillwright.wire.value.ValueBalance;

class StoredValueFunctionsTest {

    private static final String CARD = OwnNumber.GIFT_CARD.make(new Random(7));
    private static final CustomerFound KIM =
            new CustomerFound("c-1", null, "Kim Larsen", null, null, List.of(), false, 10_000L, null);

    @TempDir
    Path directory;

    private final QueuedExecutor background = new QueuedExecutor();
    private final Map<String, ValueBalance> balances = new HashMap<>();
    private final List<Consumer<CustomerFound>> askedWho = new ArrayList<>();
    private final List<CustomerFound> payers = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private boolean isAway;
    private AccountFunctions accounts;
    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws Exception {
        register = TestRegister.open(directory);
        Functions functions = new Functions();
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new Ways(), functions, next -> state = next);
        GiftCardFunctions.Surroundings around =
                new GiftCardFunctions.Surroundings(this::balance, background, Runnable::run, new SecureRandom());
        GiftCardFunctions cards = new GiftCardFunctions(register.sale, model.conversation(), around);
        cards.register(functions);
        accounts = new AccountFunctions(register.sale, model.conversation(), around);
        accounts.register(functions, askedWho::add, payers::add);
        model.alsoTakes(cards);
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void aCardIsSoldBesideTheGoodsAndBothArePaidTogether() throws Exception {
        model.entered(TestStore.MILK_CODE);
        model.function("GIFT_CARD_SELL", "");
        model.scanned(CARD);
        model.entered("20,00");
        assertThat(state.notice().text())
                .isEqualTo("20.00 for gift card " + OwnNumber.masked(CARD) + ". It counts when the sale is paid.");
        assertThat(state.cart().rows())
                .extracting(CartRow::description)
                .containsExactly("Milk 1 l", "Gift card " + OwnNumber.masked(CARD));
        assertThat(state.cart().total()).isEqualTo("21.29");
        register.sale.payCash(register.sale.due());
        register.sale.finish();
        model.finished(register.sale.last().orElseThrow());
        assertThat(state.cart().emptyText()).isEqualTo("21.29 is paid. The next scan starts a new sale.");
        SaleMessage sale = newestSale();
        assertThat(sale.faults()).isEmpty();
        assertThat(sale.totalMinor()).as("no income").isEqualTo(129);
        assertThat(sale.details().taken()).containsExactly(new MoneyIn("GIFT_CARD", CARD, 2_000L));
    }

    @Test
    void aCardAloneCanBePaidAndGivenUp() {
        model.function("GIFT_CARD_SELL", CARD);
        model.entered("25");
        assertThat(state.canPay()).isTrue();
        model.payCash();
        assertThat(ways).containsExactly("cash");
        model.voidSale();
        model.answered("void");
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(state.cart().rows()).isEmpty();
    }

    @Test
    void enterAloneMakesANumberThatNobodyCanGuess() {
        model.function("GIFT_CARD_SELL", "");
        model.entered("");
        model.entered("50");
        String number = register.sale.particulars().moneyIn().get(0).reference();
        assertThat(OwnNumber.GIFT_CARD.isWhole(number)).isTrue();
    }

    @Test
    void whatIsNoAmountOrNoCardIsSaidAndThePromptStays() {
        model.function("GIFT_CARD_SELL", "");
        model.scanned(CARD.substring(0, 10));
        assertThat(state.notice().text()).isEqualTo("This is no whole card number. Scan the card again.");
        assertThat(state.prompt()).isNotNull();
        model.scanned("9".repeat(200));
        assertThat(state.notice().text()).isEqualTo("This is no whole card number. Scan the card again.");
        model.scanned(CARD);
        for (String wrong : List.of("abc", "0", "1,234", "9".repeat(200), "-5")) {
            model.entered(wrong);
            assertThat(state.notice().text()).as(wrong).startsWith("Key an amount above zero");
        }
        model.entered("10");
        assertThat(register.sale.particulars().moneyIn()).containsExactly(new MoneyIn("GIFT_CARD", CARD, 1_000L));
    }

    @Test
    void aCardScannedAmongTheGoodsAsksWhatIsToBeDoneAndIsTakenOffAgain() {
        model.scanned(CARD);
        assertThat(state.question().text()).contains(OwnNumber.masked(CARD));
        model.answered("sell");
        model.entered("10");
        assertThat(register.sale.particulars().moneyIn()).hasSize(1);
        model.scanned(CARD);
        model.answered("sell");
        assertThat(state.question().text()).contains("is in this sale already");
        model.answered("take-off");
        assertThat(register.sale.isEmpty()).isTrue();
        model.scanned(CARD);
        model.answered("keep");
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(state.question()).isNull();
    }

    @Test
    void aBalanceIsToldOrWhyItIsNotKnown() {
        balances.put(CARD, new ValueBalance("GIFT_CARD", CARD, "EUR", 3_000L, 2_500L, null));
        model.function("GIFT_CARD_BALANCE", "");
        model.scanned(CARD);
        assertThat(state.notice().text())
                .isEqualTo("Card " + OwnNumber.masked(CARD) + " has 30.00; 25.00 of it can be used now.");
        model.function("GIFT_CARD_BALANCE", "60064912");
        assertThat(state.notice().text()).isEqualTo("There is nothing under this number. Look at the number again.");
        isAway = true;
        model.function("GIFT_CARD_BALANCE", CARD);
        assertThat(state.notice().text()).startsWith("The server does not answer, so nobody knows what is on it.");
    }

    @Test
    void aBalanceThatComesAfterEscapeIsNotSaid() {
        balances.put(CARD, new ValueBalance("GIFT_CARD", CARD, "EUR", 3_000L, 3_000L, null));
        background.hold();
        model.function("GIFT_CARD_BALANCE", CARD);
        model.cancelled();
        model.entered(TestStore.MILK_CODE);
        background.go();
        assertThat(state.notice().text()).startsWith("1 Milk");
    }

    @Test
    void aCustomerPaysAllOrAPartOfWhatIsOwedAndNoMore() throws Exception {
        balances.put("c-1", new ValueBalance("ON_ACCOUNT", "c-1", "EUR", 7_000L, 3_000L, "Kim Larsen"));
        model.function("ACCOUNT_PAYMENT", "");
        askedWho.get(0).accept(KIM);
        assertThat(state.prompt().title()).isEqualTo("Kim Larsen owes 70.00. How much is paid?");
        model.entered("70.01");
        assertThat(state.notice().text()).isEqualTo("Kim Larsen owes 70.00. Take no more than that.");
        model.entered("");
        assertThat(register.sale.particulars().moneyIn())
                .containsExactly(new MoneyIn("ACCOUNT_PAYMENT", "c-1", 7_000L));
        assertThat(state.cart().total()).isEqualTo("70.00");
        assertThat(payers).as("whose account it is stands on the receipt").containsExactly(KIM);
        register.sale.payCash(register.sale.due());
        register.sale.finish();
        assertThat(newestSale().faults()).isEmpty();
    }

    @Test
    void anAccountIsPaidWithoutAServerTooAndOneThatOwesNothingIsSaid() {
        balances.put("c-1", new ValueBalance("ON_ACCOUNT", "c-1", "EUR", 0L, 10_000L, "Kim Larsen"));
        model.function("ACCOUNT_PAYMENT", "");
        askedWho.get(0).accept(KIM);
        assertThat(state.notice().text()).isEqualTo("Kim Larsen owes nothing.");
        isAway = true;
        model.function("ACCOUNT_PAYMENT", "");
        askedWho.get(1).accept(KIM);
        model.entered("");
        assertThat(state.notice().text()).startsWith("Key an amount above zero");
        model.entered("15");
        assertThat(register.sale.particulars().moneyIn())
                .containsExactly(new MoneyIn("ACCOUNT_PAYMENT", "c-1", 1_500L));
    }

    @Test
    void whatMayStillBeBoughtOnAccountIsSaidWhenItIsKnown() {
        balances.put("c-1", new ValueBalance("ON_ACCOUNT", "c-1", "EUR", 7_000L, 3_000L, "Kim Larsen"));
        register.sale.changes().particulars(particulars -> particulars.withCustomer(KIM));
        accounts.tellCredit(KIM);
        assertThat(state.notice().text()).isEqualTo("Kim Larsen may still pay later: 30.00. Owed now: 70.00.");
    }

    private Reply<ValueBalance> balance(String kind, String number) {
        ValueBalance balance = balances.get(number);
        if (isAway) {
            return new Reply.Unreachable<>(Notice.of("server.no-answer", "shop"));
        } else if (balance == null || !balance.kind().equals(kind)) {
            return new Reply.Refused<>(Problem.of(
                    422, "VALUE_REFUSED", "There is nothing.", List.of(new Fault("UNKNOWN", "There is nothing."))));
        }
        return new Reply.Answered<>(balance);
    }

    private SaleMessage newestSale() throws Exception {
        List<StoredRecord> sales = register.journal.since(0, RecordKind.SALE);
        return TestRegister.message(sales.get(sales.size() - 1), SaleMessage.class);
    }

    private final class Ways implements SellingExits {

        @Override
        public void toCash() {
            ways.add("cash");
        }

        @Override
        public void toCard() {
            ways.add("card");
        }

        @Override
        public void toTillClosing() {}

        @Override
        public void signOff() {}
    }
}
