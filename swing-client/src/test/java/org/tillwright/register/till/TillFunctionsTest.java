package org.tillwright.register.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.testing.NoPaper;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;

class TillFunctionsTest {

    @TempDir
    Path directory;

    private final NoPaper paper = new NoPaper();
    private final List<String> ways = new ArrayList<>();
    private TestRegister register;
    private SellingModel model;
    private SellingState state;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        register.catalogues.put(TestTillRules.catalogue());
        signedOn(TestStore.MANAGER);
        Functions functions = new Functions();
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new Ways(), functions, next -> state = next);
        new TillFunctions(
                        register.till,
                        new LastReport(register.journal),
                        model.conversation(),
                        paper,
                        new TillFunctions.Surroundings(
                                () -> register.sale.operator().orElseThrow(),
                                register.sale::catalogue,
                                new TillApprovers(register.approvals, model.conversation(), () -> register.sale
                                        .operator()
                                        .orElseThrow()),
                                () -> ways.add("close"),
                                register.sale::isEmpty))
                .register(functions);
        model.show();
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    private void signedOn(SnapshotMessage.Operator operator) {
        register.sale.signedOn(operator, Texts.of("en"));
    }

    @Test
    void cashGoesToTheSafeWithASlip() {
        model.function("PICKUP", "30");
        assertThat(state.notice().text()).isEqualTo("30.00 EUR goes to the safe. The slip is printed.");
        assertThat(paper.wanted).containsExactly("drawer", "slip PICKUP 3000");
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(2000));
    }

    @Test
    void cashOutAsksForAmountReasonAndNote() {
        model.function("PAID_OUT", "");
        assertThat(state.prompt().title()).isEqualTo("Paid out");
        model.entered("12,x");
        assertThat(state.notice().text()).contains("12,x");
        model.entered("12.50");
        assertThat(state.choices().rows()).extracting(Choices.Row::title).containsExactly("Window cleaner");
        model.choiceMade("WINDOWS");
        model.entered("August");
        assertThat(paper.wanted).containsExactly("drawer", "slip PAID_OUT 1250");
    }

    @Test
    void whoMayNotAsksSomeoneWhoMay() {
        signedOn(TestStore.NO_RIGHTS);
        model.function("NO_SALE", "");
        model.choiceMade("CHANGE");
        assertThat(state.prompt().title()).isEqualTo("Approval: opening the drawer");
        assertThat(paper.wanted).isEmpty();
        model.entered("1");
        assertThat(state.prompt().isSecret()).isTrue();
        model.entered("000000");
        assertThat(paper.wanted).isEmpty();
        model.entered("1");
        model.entered(TestStore.PIN);
        assertThat(paper.wanted).containsExactly("drawer");
        assertThat(state.notice().text()).isEqualTo("The drawer is open. It was counted.");
    }

    @Test
    void whoPractisesMovesNothing() throws Exception {
        assertThat(register.sale.train(true)).isNull();
        long records = register.journal.recordCount();
        model.function("PAID_OUT", "5");
        assertThat(state.notice().text()).startsWith("This cannot be practised.");
        assertThat(register.journal.recordCount()).isEqualTo(records);
    }

    @Test
    void escapeMovesNothing() throws Exception {
        long records = register.journal.recordCount();
        model.function("LOAN", "");
        model.cancelled();
        assertThat(state.choices()).isNull();
        model.function("LOAN", "");
        model.choiceMade("EUR");
        model.cancelled();
        assertThat(register.journal.recordCount()).isEqualTo(records);
        assertThat(state.prompt()).isNull();
    }

    @Test
    void anAmountKeyedBeforeTheCurrencyIsChosenCounts() {
        model.function("LOAN", "");
        model.typing("50");
        model.choiceMade("EUR");
        assertThat(state.notice().text()).isEqualTo("50.00 EUR added to the drawer. The slip is printed.");
        model.function("LOAN", "");
        model.typing("5x");
        model.choiceMade("EUR");
        assertThat(state.notice().text()).contains("5x");
        assertThat(state.prompt()).as("the amount is asked for").isNotNull();
    }

    @Test
    void foreignNotesGoToTheSafeInTheirOwnUnits() {
        model.function("LOAN", "");
        model.choiceMade("SEK");
        model.entered("500");
        assertThat(register.till.expectedForeign().get("SEK").minor()).isEqualTo(50_000);
        assertThat(state.notice().text()).isEqualTo("500.00 SEK added to the drawer. The slip is printed.");
    }

    @Test
    void theListHasWhatTheTillCanDo() {
        model.function("TILL", "");
        assertThat(state.choices().rows())
                .extracting(Choices.Row::id)
                .containsExactly(
                        "NO_SALE", "PICKUP", "LOAN", "PAID_OUT", "PAID_IN", "X_REPORT", "CLOSE_TILL", "last-z");
        model.choiceMade(FunctionId.X_REPORT.name());
        assertThat(paper.wanted).containsExactly("X 1");
        assertThat(state.notice().text()).isEqualTo("X report 1 is printed. Nothing was reset.");
    }

    @Test
    void theLastZIsPrintedAgainAsACopyAndThatIsWrittenDown() throws Exception {
        model.function("TILL", "");
        model.choiceMade("last-z");
        assertThat(state.notice().text()).startsWith("There is no Z report");
        register.till.settle(register.till.expected(), TestStore.MANAGER);
        register.till.open(euro(0), TestStore.MANAGER);
        model.function("TILL", "");
        model.choiceMade("last-z");
        assertThat(paper.wanted).containsExactly("copy of Z 1");
        assertThat(register.events()).contains("Z_REPORT_REPRINTED");
    }

    @Test
    void aTillThatAnotherLeftOpenIsInTheList() {
        register.till.settle(register.till.expected(), TestStore.MANAGER);
        register.catalogues.put(TestTillRules.ownDrawers());
        register.till.open(euro(700), TestStore.CASHIER);
        register.till.open(euro(0), TestStore.MANAGER);
        model.function("TILL", "");
        Choices.Row last = state.choices().rows().get(state.choices().rows().size() - 1);
        assertThat(last.title()).isEqualTo("Close the till of Oleh");
        model.choiceMade(last.id());
        assertThat(ways).containsExactly("close");
        assertThat(register.till.opened().orElseThrow().operatorId()).isEqualTo("op-3");
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
        public void toTillClosing() {
            ways.add("close");
        }

        @Override
        public void signOff() {
            ways.add("off");
        }
    }
}
