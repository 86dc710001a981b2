package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.dialogue.Announcement.Tone;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.value.CustomerFound;

class ReceiptFunctionsTest {

    private static final CustomerFound MAJA = new CustomerFound(
            "c-1", null, "Maja Holm", "maja@example.org", "+4512345678", List.of(), false, null, "da");

    @TempDir
    Path directory;

    private final Functions functions = new Functions();
    private final Keyboard customer = new Keyboard();
    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        register = TestRegister.open(directory);
        sellBy(new ReceiptRules(null, null, true, true));
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new NoWays(), functions, next -> state = next);
        ReceiptFunctions.put(functions, register.sale, model.conversation(), customer);
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    private void sellBy(ReceiptRules rules) {
        SnapshotMessage before = TestStore.snapshot(5, 0, TestStore.items());
        register.catalogues.put(Catalogue.of(new SnapshotMessage(
                before.number(),
                before.after(),
                before.store(),
                before.taxPolicy(),
                before.taxRates(),
                before.departments(),
                before.items(),
                before.operators(),
                before.epoch(),
                before.pricingRules(),
                new ShopRules(
                        null,
                        List.of("GIFT_RECEIPT", "RECEIPT_SEND"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        rules,
                        null))));
    }

    @Test
    void theReceiptOfTheSaleBeforeGoesByMailAlsoWithoutAServer() throws JournalException {
        var sold = register.sellMilkForCash();
        model.function("RECEIPT_SEND", "");
        assertThat(choices().rows())
                .extracting(Choices.Row::title)
                .containsExactly("Another e-mail address", "Another phone");
        model.choiceMade("EMAIL");
        assertThat(prompt().title()).isEqualTo("Send the receipt by e-mail");
        model.entered("maja at home");
        assertThat(state.notice().text())
                .isEqualTo("maja at home is no e-mail address. Key one such as name@example.org.");
        assertThat(state.prompt()).isNotNull();
        model.entered("maja@example.org");
        assertThat(state.notice().tone()).isEqualTo(Tone.DONE);
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.transactionId()).isEqualTo(sold.transactionId());
            assertThat(request.channel()).isEqualTo("EMAIL");
            assertThat(request.address()).isEqualTo("maja@example.org");
            assertThat(request.language()).isEqualTo("en");
        });
        assertThat(state.prompt()).isNull();
    }

    @Test
    void theCustomerMayKeyTheAddressAndTheOperatorNeedNotWait() throws JournalException {
        register.sellMilkForCash();
        model.function("RECEIPT_SEND", "");
        model.choiceMade("EMAIL");
        assertThat(customer.keyed("maja at home")).contains("no e-mail address");
        model.cancelled(); // the operator goes on with something else
        assertThat(customer.keyed("maja@example.org")).isEmpty();
        assertThat(requests()).singleElement().satisfies(request -> assertThat(request.address())
                .isEqualTo("maja@example.org"));
    }

    @Test
    void anAddressThatIsKeyedWhenNobodyIsSignedOnAnyMoreIsNotTakenAndSaysSo() throws JournalException {
        register.sellMilkForCash();
        model.function("RECEIPT_SEND", "");
        model.choiceMade("EMAIL");
        model.cancelled();
        register.sale.signedOff();
        assertThat(customer.keyed("maja@example.org")).isNotEmpty();
        assertThat(requests()).isEmpty();
    }

    @Test
    void whatTheOperatorKeyedIsNotAskedOfTheCustomerAnyMore() {
        register.sellMilkForCash();
        model.function("RECEIPT_SEND", "");
        model.choiceMade("EMAIL");
        model.entered("maja@example.org");
        assertThat(customer.taken).isNull();
    }

    /** What the customer's screen does, without a screen. */
    private static final class Keyboard implements CustomerEntry {

        private @Nullable UnaryOperator<String> taken;

        @Override
        public void ask(String title, String detail, UnaryOperator<String> asked) {
            taken = asked;
        }

        @Override
        public void withdraw() {
            taken = null;
        }

        String keyed(String text) {
            return Objects.requireNonNull(taken, "nothing is asked").apply(text);
        }
    }

    @Test
    void theCustomersOwnAddressComesFirstAndThePaperCanBeSpared() throws JournalException {
        model.entered(TestStore.MILK_CODE);
        register.sale.changes().particulars(before -> before.withCustomer(MAJA));
        model.function("RECEIPT_SEND", "");
        assertThat(choices().rows())
                .extracting(Choices.Row::title)
                .containsExactly("maja@example.org", "+4512345678", "Another e-mail address", "Another phone");
        model.choiceMade("SMS+4512345678");
        assertThat(question().answers())
                .extracting(Question.Answer::label)
                .containsExactly("Do not send", "Send and print", "Send, no paper");
        model.answered("no-paper");
        assertThat(requests()).isEmpty();
        register.sale.payCash(register.sale.due());
        register.sale.finish();
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.channel()).isEqualTo("SMS");
            assertThat(request.language()).isEqualTo("da");
            assertThat(request.transactionId())
                    .isEqualTo(register.sale.last().orElseThrow().transactionId());
        });
        assertThat(register.devices).contains("drawer and no paper EUR 1.29");
        register.sellMilkForCash();
        assertThat(requests()).hasSize(1);
        assertThat(register.devices).contains("drawer and receipt EUR 1.29");
    }

    @Test
    void aNumberKeyedBeforeTheFunctionIsTakenAndOneWithoutItsCountryIsTold() throws JournalException {
        register.sellMilkForCash();
        model.function("RECEIPT_SEND", "12345678");
        assertThat(state.notice().text()).contains("12345678 is no phone number");
        model.function("RECEIPT_SEND", "0045 12 34 56 78");
        assertThat(requests()).singleElement().satisfies(request -> assertThat(request.address())
                .isEqualTo("+4512345678"));
    }

    @Test
    void aShopThatSendsNoneSaysSo() throws JournalException {
        sellBy(new ReceiptRules(null, null, null, null));
        register.sellMilkForCash();
        model.function("RECEIPT_SEND", "");
        assertThat(state.notice().text()).startsWith("This shop does not send receipts.");
        assertThat(requests()).isEmpty();
    }

    @Test
    void withoutASaleThereIsNothingToSend() {
        model.function("RECEIPT_SEND", "");
        assertThat(state.notice().text()).startsWith("There is no sale here");
        model.function("GIFT_RECEIPT", "");
        assertThat(state.notice().text()).startsWith("There is no sale here");
    }

    @Test
    void chosenLinesAreOnTheGiftReceiptWhenTheSaleIsPaid() throws JournalException {
        model.entered(TestStore.MILK_CODE);
        model.tileChosen("soap");
        model.function("GIFT_RECEIPT", "");
        assertThat(choices().rows()).extracting(Choices.Row::title).containsExactly("Everything", "Milk 1 l", "Soap");
        model.choiceMade("2");
        assertThat(choices().rows().get(0).title()).isEqualTo("Print it with 1 chosen");
        assertThat(choices().rows().get(2).detail()).isEqualTo("on the gift receipt");
        model.choiceMade("done");
        assertThat(register.devices).noneMatch(done -> done.startsWith("gift"));
        register.sale.payCash(register.sale.due());
        register.sale.finish();
        assertThat(register.devices).contains("gift receipt of EUR 4.28 lines [2]");
        assertThat(register.events()).contains("GIFT_RECEIPT_PRINTED");
    }

    @Test
    void afterwardsTheWholeSaleIsPrintedAtOnce() {
        register.sellMilkForCash();
        model.function("GIFT_RECEIPT", "");
        model.choiceMade("all");
        assertThat(register.devices).contains("gift receipt of EUR 1.29 lines []");
        assertThat(state.notice().text()).isEqualTo("The gift receipt is printing.");
    }

    private List<ReceiptRequestMessage> requests() throws JournalException {
        return register.journal.since(0, RecordKind.RECEIPT_REQUESTED).stream()
                .map((StoredRecord record) -> TestRegister.message(record, ReceiptRequestMessage.class))
                .toList();
    }

    private Choices choices() {
        return there(state.choices());
    }

    private Prompt prompt() {
        return there(state.prompt());
    }

    private Question question() {
        return there(state.question());
    }

    private static <T> T there(@Nullable T asked) {
        assertThat(asked).isNotNull();
        return asked;
    }

    private static final class NoWays implements SellingExits {

        @Override
        public void toCash() {}

        @Override
        public void toCard() {}

        @Override
        public void toTillClosing() {}

        @Override
        public void signOff() {}
    }
}
