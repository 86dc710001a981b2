package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;

class TenderingModelTest {

    @TempDir
    Path directory;

    private final Terminal terminal = new Terminal();
    private final List<FinishedSale> finished = new ArrayList<>();
    private TestRegister register;
    private TenderingModel model;
    private TenderingState state = TenderingState.EMPTY;
    private boolean mayLeave;

    @BeforeEach
    void ringUpMilk() throws JournalException {
        register = TestRegister.open(directory);
        register.sale.add(TestStore.MILK_CODE);
        model = model();
        model.begin();
    }

    private TenderingModel model() {
        return new TenderingModel(
                register.sale,
                TenderingFixture.surroundings(register, terminal, new Exits()),
                Texts.of("en"),
                next -> state = next);
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void theExactAmountComesFirstAndOneKeyFinishesTheSale() {
        assertThat(state.due()).isEqualTo("1.29 EUR");
        assertThat(state.notes().get(0).label()).isEqualTo("Exact 1.29");
        model.note(state.notes().get(0).minor());
        assertThat(finished).hasSize(1);
        assertThat(finished.get(0).change().isZero()).isTrue();
    }

    @Test
    void aLargerNoteGivesChange() {
        model.note(500);
        assertThat(finished.get(0).change()).isEqualTo(TestRegister.euro(371));
    }

    @Test
    void cashFarAboveTheTotalIsAskedAboutOnceAndTheSafeAnswerTakesNothing() {
        model.cash("2000.00");
        assertThat(state.question().text()).contains("2,000.00");
        assertThat(state.question().detail()).contains("1,998.71");
        assertThat(finished).isEmpty();

        model.answered(state.question().answers().get(0).id());
        assertThat(state.question()).isNull();
        assertThat(finished).isEmpty();

        model.cash("2000.00");
        model.answered(state.question().answers().get(1).id());
        assertThat(finished.get(0).change()).isEqualTo(TestRegister.euro(199871));
    }

    @Test
    void partsAddUpAndCanBeTakenBack() {
        model.cash("1");
        assertThat(finished).isEmpty();
        assertThat(state.due()).isEqualTo("0.29 EUR");
        assertThat(state.payments()).containsExactly(new PaymentRow(0, "Cash", "1.00"));
        model.takeBack(0);
        assertThat(state.question().answers().get(0).isDanger()).isFalse();
        model.answered("take-back");
        assertThat(state.due()).isEqualTo("1.29 EUR");
        assertThat(state.payments()).isEmpty();
    }

    @Test
    void theCustomerSeesTheCashAmountOnceCashIsChosenAndTheExactOneOtherwise() {
        coinsOfFiveCents();
        assertThat(register.devices).last().isEqualTo("due " + TestRegister.euro(430));
        mayLeave = true;
        model.back();
        assertThat(register.devices).last().isEqualTo("due " + TestRegister.euro(428));
        model.beginCard();
        assertThat(register.devices).last().isEqualTo("due " + TestRegister.euro(415)); // a promotion for cards
        terminal.answer.complete(new CardResult.Declined(CardResult.Reason.REFUSED, "6C"));
        model.begin();
        model.cash("1");
        assertThat(register.devices).last().isEqualTo("due " + TestRegister.euro(330));
    }

    @Test
    void cashIsWhatCoinsCanPayAndACardPaysExactly() {
        coinsOfFiveCents();
        assertThat(state.due()).isEqualTo("4.28 EUR");
        assertThat(state.dueNote()).isEqualTo("In cash 4.30");
        assertThat(state.keys().cashLabel()).isEqualTo("Cash 4.30");
        assertThat(state.notes().get(0)).isEqualTo(new TenderingState.QuickNote("Exact 4.30", 430));
        assertThat(state.cart().note()).isEqualTo("in cash 4.30");
        model.cash("");
        assertThat(finished.get(0).cashRounding()).isEqualTo(TestRegister.euro(2));
        assertThat(finished.get(0).change().isZero()).isTrue();
    }

    @Test
    void theRestOfASplitTenderIsRoundedOnlyWhenCashPaysIt() {
        coinsOfFiveCents();
        model.card("2");
        terminal.answer.complete(new CardResult.Approved(
                TestRegister.euro(200), new SaleMessage.Card("TESTCARD", "4242", "A1", "T1", "7")));
        assertThat(state.dueNote()).isEqualTo("In cash 2.30");
        model.cash("5");
        assertThat(finished.get(0).change()).isEqualTo(TestRegister.euro(270));
        assertThat(finished.get(0).cashRounding()).isEqualTo(TestRegister.euro(2));
    }

    private void coinsOfFiveCents() {
        register.sale.voidLine(1);
        register.catalogues.put(TestRules.catalogue());
        register.sale.add("SOAP");
        register.sale.add(TestStore.MILK_CODE);
        model.begin();
    }

    @Test
    void whatIsNoAmountIsNotTaken() {
        model.cash("12,345");
        assertThat(state.notice().text()).contains("12,345");
        assertThat(register.sale.payments()).isEmpty();
    }

    @Test
    void anApprovedCardFinishesTheSaleAndTheScreenNeverWaited() {
        model.card("");
        assertThat(state.terminal()).isNotNull();
        assertThat(model.isBusy()).isTrue();
        register.clock.pass(Duration.ofSeconds(4));
        model.tick();
        assertThat(state.terminal().elapsed()).isEqualTo("4 seconds so far");
        model.cash("");
        model.back();
        assertThat(finished).isEmpty();
        terminal.answer.complete(new CardResult.Approved(
                TestRegister.euro(129), new SaleMessage.Card("TESTCARD", "4242", "A1", "T1", "7")));
        assertThat(finished).hasSize(1);
        assertThat(model.isBusy()).isFalse();
    }

    @Test
    void aDeclinedCardLeavesEverythingToPay() {
        model.card("");
        terminal.answer.complete(new CardResult.Declined(CardResult.Reason.REFUSED, "6C"));
        assertThat(state.terminal()).isNull();
        assertThat(state.notice().text()).startsWith("The card was declined");
        assertThat(state.due()).isEqualTo("1.29 EUR");
    }

    @Test
    void anUnclearAnswerIsSaidLoudly() {
        model.card("");
        terminal.answer.complete(new CardResult.Unknown("line lost"));
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.DANGER);
        assertThat(register.sale.payments()).isEmpty();
    }

    @Test
    void nothingGoesOnBeforeSomeoneReadTheTerminalsReceiptAndTheSafeAnswerDoesNothing() throws Exception {
        model.card("");
        terminal.answer.complete(new CardResult.Unknown("line lost"));
        assertThat(state.question().answers()).extracting(Question.Answer::id).startsWith("look");
        model.answered("look");
        model.cash("");
        model.back();
        assertThat(model.isBusy()).isTrue();
        assertThat(register.sale.payments()).isEmpty();
        assertThat(register.events()).containsExactly("CARD_UNCLEAR");
    }

    @Test
    void anUnclearCardThatWasChargedIsBookedAndWrittenDown() throws Exception {
        model.card("");
        terminal.answer.complete(new CardResult.Unknown("line lost"));
        model.answered("charged");
        assertThat(finished).hasSize(1);
        assertThat(finished.get(0).sale().tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.type()).isEqualTo("CARD");
            assertThat(tender.amountMinor()).isEqualTo(129);
            assertThat(tender.card()).isEqualTo(Payment.UNCLEAR_CARD);
        });
        assertThat(register.events()).containsExactly("CARD_UNCLEAR", "CARD_UNCLEAR_CHARGED");
        assertThat(model.isBusy()).isFalse();
    }

    @Test
    void anUnclearCardThatWasNotChargedLeavesEverythingToPay() throws Exception {
        model.card("");
        terminal.answer.complete(new CardResult.Unknown("line lost"));
        model.answered("not-charged");
        assertThat(state.question()).isNull();
        assertThat(state.due()).isEqualTo("1.29 EUR");
        assertThat(register.events()).containsExactly("CARD_UNCLEAR", "CARD_UNCLEAR_NOT_CHARGED");
        model.cash("");
        assertThat(finished).hasSize(1);
    }

    @Test
    void aRegisterThatWasKilledWhileTheTerminalWasAskedAsksWhatBecameOfItAndTakesNothingBefore() throws Exception {
        model.card("");
        restart();
        assertThat(state.question().text()).contains("1.29");
        assertThat(state.question().answers()).extracting(Question.Answer::id).startsWith("look");
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.DANGER);
        model.cash("");
        model.card("");
        model.back();
        assertThat(register.sale.payments()).isEmpty();

        restart();
        model.answered("charged");
        assertThat(finished).hasSize(1);
        assertThat(finished.get(0).sale().tenders()).singleElement().satisfies(tender -> assertThat(tender.card())
                .isEqualTo(Payment.UNCLEAR_CARD));
        assertThat(register.events()).containsExactly("CARD_UNCLEAR", "CARD_UNCLEAR", "CARD_UNCLEAR_CHARGED");
    }

    @Test
    void aQuestionThatWasAnsweredIsNotAskedAgainAfterARestart() throws Exception {
        model.card("");
        terminal.answer.complete(new CardResult.Unknown("line lost"));
        model.answered("not-charged");
        restart();
        assertThat(model.isBusy()).isFalse();
        assertThat(state.question()).isNull();
        model.card("");
        terminal.answer.complete(new CardResult.Declined(CardResult.Reason.REFUSED, "6C"));
        restart();
        assertThat(model.isBusy()).isFalse();
        model.cash("");
        assertThat(finished).hasSize(1);
    }

    /** The program ends as in a power cut, and begins again with the same journal. */
    private void restart() throws JournalException {
        register.journal.close();
        register = TestRegister.open(directory);
        assertThat(register.sale.recover()).isTrue();
        model = model();
        model.begin();
        model.resumeCard();
    }

    @Test
    void stoppingAsksTheTerminalOnceAndWaitsForItsWord() {
        model.card("");
        model.stop();
        model.stop();
        assertThat(terminal.cancels).isEqualTo(1);
        assertThat(state.terminal().canCancel()).isFalse();
        terminal.answer.complete(new CardResult.Declined(CardResult.Reason.CANCELLED, ""));
        assertThat(state.notice().text()).contains("Nothing was paid");
    }

    @Test
    void aTerminalThatIsNotThereIsNamed() {
        model.card("");
        terminal.answer.completeExceptionally(
                new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT));
        assertThat(state.notice().text()).startsWith("The card terminal is not there");
    }

    /** Answers when the test says so. */
    private static final class Terminal implements CardPayments {

        private CompletableFuture<CardResult> answer = new CompletableFuture<>();
        private int cancels;

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public CompletableFuture<CardResult> authorize(Money amount) {
            answer = new CompletableFuture<>();
            return answer;
        }

        @Override
        public void cancel() {
            cancels++;
        }
    }

    private final class Exits implements TenderingModel.TenderingExits {

        @Override
        public void toSelling() {
            assertThat(mayLeave).as("somebody asked to leave").isTrue();
        }

        @Override
        public void finished(FinishedSale sale) {
            finished.add(sale);
        }
    }

    @Test
    void aTerminalWhoseDriverFailsMayHaveTakenTheMoney() throws Exception {
        try (TenderingFixture shop = new TenderingFixture(directory.resolve("driver")).ringUp(TestStore.MILK_CODE)) {
            shop.model.card("");
            shop.terminal.answer.completeExceptionally(new IndexOutOfBoundsException("half an answer"));
            assertThat(shop.model.isBusy()).isTrue();
            assertThat(shop.state.question()).as("a person has to look").isNotNull();
            assertThat(shop.register.events()).containsExactly("CARD_UNCLEAR");
            shop.model.answered(LostCard.CHARGED);
            assertThat(shop.finished).hasSize(1);
        }
    }
}
