package org.tillwright.register.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.server.CustomerServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.QueuedExecutor;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;
import org.tillwright.wire.value.OwnNumber;

class CustomerFunctionsTest {

    private static final String CARD = OwnNumber.CUSTOMER_CARD.make(new Random(7));
    private static final String FOREIGN_CARD = "60064912";
    private static final CustomerFound KIM = new CustomerFound(
            "c-1", CARD, "Kim Larsen", "kim@example.org", "+45 12 34 56 78", List.of("STAFF"), true, 5_000L, "da");
    private static final CustomerFound KIRA =
            new CustomerFound("c-2", FOREIGN_CARD, "Kira Hansen", null, null, List.of(), false, null, null);

    @TempDir
    Path directory;

    private final QueuedExecutor background = new QueuedExecutor();
    private final FakeServer server = new FakeServer();
    private final List<CustomerFound> told = new ArrayList<>();
    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws Exception {
        register = TestRegister.open(directory);
        begin();
    }

    /** Begins as the program does: with whatever the file of known customers says. */
    private void begin() {
        Functions functions = new Functions();
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new NoExits(), functions, next -> state = next);
        KnownCustomers known = new KnownCustomers(file(), register.clock, Runnable::run);
        CustomerDirectory customers = new CustomerDirectory(server, known, background, Runnable::run);
        CustomerFunctions function = new CustomerFunctions(register.sale, model.conversation(), customers, told::add);
        function.register(functions);
        model.alsoTakes(new CustomerCards(function));
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void aCustomersPricesCountFromTheMomentTheCardIsScanned() throws Exception {
        model.entered(TestStore.MILK_CODE);
        model.scanned(CARD);
        assertThat(state.notice().text())
                .isEqualTo("Customer: Kim Larsen. Groups: STAFF \u00b7 Owes no tax \u00b7 May pay later.");
        assertThat(state.cart().total()).as("without 7 %").isEqualTo("1.21");
        assertThat(register.sale.cart().context().customerGroups()).containsExactly("STAFF");
        assertThat(told).containsExactly(KIM);
        assertThat(state.cart().note()).startsWith("Kim Larsen");
        register.sale.payCash(register.sale.due());
        register.sale.finish();
        assertThat(newestSale().details().customerId()).isEqualTo("c-1");
        assertThat(newestSale().context().taxExempt()).isTrue();
        assertThat(register.sale.particulars().customer())
                .as("the next customer")
                .isNull();
    }

    @Test
    void aCustomerIsTakenOffAgainAndSoAreThePrices() {
        model.entered(TestStore.MILK_CODE);
        model.function("CUSTOMER", "kim l");
        assertThat(state.cart().total()).isEqualTo("1.21");
        model.function("CUSTOMER", "");
        assertThat(state.question().text()).isEqualTo("Kim Larsen");
        model.answered("keep");
        assertThat(register.sale.particulars().customer()).isEqualTo(KIM);
        model.function("CUSTOMER", "");
        model.answered("take-off");
        assertThat(state.notice().text()).isEqualTo("The sale has no customer now.");
        assertThat(state.cart().total()).isEqualTo("1.29");
        assertThat(register.sale.cart().context().customerId()).isNull();
    }

    @Test
    void severalAreChosenFromAndTypingNarrowsThemDown() {
        model.function("CUSTOMER", "");
        assertThat(state.prompt().title()).isEqualTo("Who is buying?");
        model.entered("ki");
        assertThat(state.choices().rows()).extracting(Choices.Row::title).containsExactly("Kim Larsen", "Kira Hansen");
        assertThat(state.choices().rows().get(0).figure())
                .as("not the whole number")
                .isEqualTo("\u20265678");
        model.typing("kira");
        assertThat(state.choices().rows()).extracting(Choices.Row::id).containsExactly("c-2");
        model.choiceMade("c-2");
        assertThat(register.sale.particulars().customer()).isEqualTo(KIRA);
        assertThat(state.choices()).isNull();
    }

    @Test
    void aCardOfAnotherStockAmongTheGoodsIsACustomerAndNoUnknownItem() {
        model.scanned(FOREIGN_CARD);
        assertThat(register.sale.particulars().customer()).isEqualTo(KIRA);
        assertThat(state.notice().text()).isEqualTo("Customer: Kira Hansen.");
        model.scanned("4012345678901");
        assertThat(state.notice().text()).contains("4012345678901");
        assertThat(register.sale.lines()).isEmpty();
    }

    @Test
    void aTruncatedCardIsNeverTakenForAnother() {
        model.entered(TestStore.MILK_CODE);
        model.scanned(CARD.substring(0, CARD.length() - 2));
        assertThat(state.notice().text()).isEqualTo("This customer card was not read whole. Scan it again.");
        assertThat(server.asked).isEmpty();
        model.scanned(CARD);
        assertThat(register.sale.particulars().customer()).isEqualTo(KIM);
        assertThat(state.cart().rows()).hasSize(1);
    }

    @Test
    void withoutAServerWhoWasHereBeforeIsFoundAndAStrangerIsNot() throws Exception {
        model.scanned(CARD);
        model.function("CUSTOMER", "");
        model.answered("take-off");
        server.isAway = true;
        begin(); // as after a power cut
        model.scanned(CARD);
        assertThat(register.sale.particulars().customer().customerId()).isEqualTo("c-1");
        assertThat(register.sale.particulars().customer().email())
                .as("not kept here")
                .isNull();
        model.function("CUSTOMER", "");
        model.answered("take-off");
        model.function("CUSTOMER", "12345678");
        assertThat(register.sale.particulars().customer().customerId()).isEqualTo("c-1");
        model.function("CUSTOMER", "");
        model.answered("other");
        model.entered("kira");
        assertThat(state.notice().text()).contains("The server does not answer, and kira is not known here.");
        assertThat(state.prompt()).as("the prompt stays").isNotNull();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).doesNotContain("example.org");
    }

    @Test
    void whoIsGoneAtTheServerIsForgottenHere() throws Exception {
        model.scanned(CARD);
        assertThat(Files.readString(file())).contains("Larsen");
        server.customers.remove(KIM);
        model.function("CUSTOMER", "kira");
        model.answered("other");
        model.entered("kira");
        assertThat(Files.readString(file())).doesNotContain("Larsen");
    }

    @Test
    void whoHasNotComeForAMonthIsForgotten() {
        model.scanned(CARD);
        register.clock.pass(KnownCustomers.KEPT.plusDays(1));
        KnownCustomers later = new KnownCustomers(file(), register.clock, Runnable::run);
        assertThat(later.ids()).isEmpty();
    }

    @Test
    void anAnswerThatComesAfterEscapeChangesNothing() {
        background.hold();
        model.scanned(CARD);
        assertThat(state.prompt().title()).contains("Looking for");
        model.cancelled();
        background.go();
        assertThat(register.sale.particulars().customer()).isNull();
        assertThat(state.notice().text()).isEmpty();
    }

    @Test
    void aCustomerIsNotChangedWhileAPartIsPaid() {
        model.entered(TestStore.MILK_CODE);
        register.sale.payCash(TestRegister.euro(50));
        model.scanned(CARD);
        assertThat(register.sale.particulars().customer()).isNull();
        assertThat(state.notice().text()).isNotEmpty();
    }

    private Path file() {
        return directory.resolve("customers.json");
    }

    private SaleMessage newestSale() throws Exception {
        List<StoredRecord> sales = register.journal.since(0, RecordKind.SALE);
        return TestRegister.message(sales.get(sales.size() - 1), SaleMessage.class);
    }

    private static final class FakeServer implements CustomerServer {

        private final List<CustomerFound> customers = new ArrayList<>(List.of(KIM, KIRA));
        private final List<String> asked = new ArrayList<>();
        private boolean isAway;

        @Override
        public Reply<CustomersFound> find(String text) {
            asked.add(text);
            if (isAway) {
                return new Reply.Unreachable<>(Notice.of("server.no-answer", "shop"));
            }
            List<CustomerFound> found = customers.stream()
                    .filter(each -> text.equals(each.cardNumber())
                            || each.name().toLowerCase(java.util.Locale.ROOT).startsWith(text))
                    .toList();
            return new Reply.Answered<>(new CustomersFound(found, false));
        }

        @Override
        public Reply<CustomerFound> get(String customerId) {
            return customers.stream()
                    .filter(each -> each.customerId().equals(customerId))
                    .findFirst()
                    .<Reply<CustomerFound>>map(Reply.Answered::new)
                    .orElseGet(() -> new Reply.Refused<>(Problem.of(404, "NOT_FOUND", "There is none.", List.of())));
        }
    }

    private static final class NoExits implements SellingExits {

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
