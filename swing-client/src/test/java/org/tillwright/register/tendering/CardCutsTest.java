package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.register.testing.TestStore;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalMovement;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;

/**
 * A payment is cut at every step of its dialogue, in every way: whatever happens, what the register's journal says that cards paid is
 * what the terminal has on its own books, and nobody was asked to guess.
 */
@Timeout(120)
class CardCutsTest {

    @TempDir
    Path directory;

    private final List<String> shown = new ArrayList<>();
    private TerminalSimulator terminal;
    private CardTill till;

    private String start(Mode mode, String options) throws Exception {
        terminal = TerminalSimulator.open("tcp:0", null, directory.resolve("terminal.txt"), mode, shown::add);
        return "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + "?password=000000" + options;
    }

    @AfterEach
    void close() throws Exception {
        if (till != null) {
            till.close();
        }
        terminal.close();
    }

    private long terminalMinor() {
        return terminal.books().stream().mapToLong(TerminalMovement::signed).sum();
    }

    static Stream<Arguments> cuts() {
        Stream<Arguments> cuts = Stream.of(Step.values())
                .flatMap(step -> Stream.of(Failure.CUT, Failure.CUT_AND_GO_ON, Failure.CUT_AND_UNDO)
                        // A result that was confirmed, and a dialogue that was ended, no terminal undoes by itself.
                        .filter(failure -> step != Step.COMPLETED || failure != Failure.CUT_AND_UNDO)
                        .map(failure -> Arguments.of(step, failure)));
        // A terminal that falls silent is waited for, so not every step is tried.
        Stream<Arguments> silences = Stream.of(
                Arguments.of(Step.ASKED, Failure.SILENCE_AND_GO_ON),
                Arguments.of(Step.CARD_READ, Failure.SILENCE),
                Arguments.of(Step.BOOKED, Failure.SILENCE_AND_GO_ON));
        return Stream.concat(cuts, silences);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void whateverIsCutTheBooksAreEqualInTheEnd(Step step, Failure failure) throws Exception {
        till = new CardTill(directory, start(Mode.APPROVE, "&limit=1"));
        terminal.failAt(step, failure);
        till.payByCard();
        till.bringToAnEnd();

        assertThat(till.cardMinor()).isEqualTo(terminalMinor()).isIn(0L, CardTill.MILK_MINOR);
        assertThat(till.finished).hasSize(1);
        assertThat(till.register.events()).doesNotContain("CARD_UNCLEAR_CHARGED", "CARD_UNCLEAR_NOT_CHARGED");
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void whoGoesOnInCashIsNotChargedTwice(Step step, Failure failure) throws Exception {
        till = new CardTill(directory, start(Mode.APPROVE, "&limit=1"));
        till.goesOnAtOnce = true;
        terminal.failAt(step, failure);
        till.payByCard();
        till.bringToAnEnd();

        assertThat(till.cardMinor()).isEqualTo(terminalMinor());
        assertThat(till.finished).hasSize(1);
        assertThat(till.finished.get(0).total().minor()).isEqualTo(CardTill.MILK_MINOR);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aRegisterThatIsKilledFinishesOrUndoesAfterItsStart(Step step) throws Exception {
        String address = start(Mode.APPROVE, "");
        CompletableFuture<Process> register = new CompletableFuture<>();
        terminal.onReaching(step, () -> kill(register.join()));
        register.complete(program(address, "pay"));
        assertThat(register.join().waitFor())
                .as("killed, so it did not end by itself")
                .isNotZero();

        till = new CardTill(directory, address);
        till.resume();
        till.bringToAnEnd();

        assertThat(till.cardMinor()).isEqualTo(terminalMinor()).isIn(0L, CardTill.MILK_MINOR);
        assertThat(till.finished).as("the sale went on after the start").hasSize(1);
    }

    private Process program(String address, String what) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CardTill.class.getName(),
                        directory.toString(),
                        address,
                        what)
                .inheritIO()
                .start();
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTerminalThatWasSwitchedOffStillKnowsWhatItDid() throws Exception {
        String address = start(Mode.APPROVE, "");
        till = new CardTill(directory, address);
        terminal.onReaching(Step.BOOKED, () -> terminal.pull());
        till.payByCard();
        till.until(() -> till.state.question() != null);
        int port = terminal.tcpPort();
        terminal.close();
        terminal = TerminalSimulator.open(
                "tcp:" + port, null, directory.resolve("terminal.txt"), Mode.APPROVE, shown::add);
        till.bringToAnEnd();
        assertThat(till.cardMinor()).isEqualTo(terminalMinor()).isEqualTo(CardTill.MILK_MINOR);
    }

    @Test
    void whatIsLeftOpenIsOnTheListUntilTheTerminalAnswersAndThenIsUndone() throws Exception {
        till = new CardTill(directory, start(Mode.APPROVE, ""));
        terminal.onReaching(Step.STATUS_SENT, () -> terminal.pull());
        till.payByCard();
        till.until(() -> till.state.question() != null);
        till.model.answered(LostCard.GO_ON);
        till.model.cash("");
        assertThat(till.finished).hasSize(1);
        assertThat(till.desk.open()).hasSize(1).allSatisfy(request -> assertThat(request.isWanted())
                .isFalse());
        assertThat(till.register.events()).contains("CARD_UNCLEAR", "CARD_LEFT_OPEN");

        terminal.plugIn();
        till.bringToAnEnd();
        assertThat(terminal.books()).extracting(TerminalMovement::kind).containsExactly("PAYMENT", "REVERSAL");
        assertThat(till.desk.open()).isEmpty();
    }

    @Test
    void aPaymentThatIsTakenOutOfTheSaleIsUndoneByItself() throws Exception {
        till = new CardTill(directory, start(Mode.APPROVE, ""));
        till.payByCard();
        till.until(() -> !till.finished.isEmpty());
        till.register.sale.add(TestStore.MILK_CODE);
        till.model.begin();
        till.model.card("1");
        till.until(() -> !till.register.sale.payments().isEmpty());
        till.model.takeBack(0);
        till.model.answered("take-back");
        assertThat(till.state.notice().text()).startsWith("The card payment is taken out");
        till.bringToAnEnd();
        assertThat(terminal.books())
                .extracting(TerminalMovement::kind)
                .containsExactly("PAYMENT", "PAYMENT", "REVERSAL");
        assertThat(till.cardMinor()).isEqualTo(terminalMinor());
    }

    @Test
    void aTerminalThatIsStillInTheMiddleOfItIsAskedUntilItIsNot() throws Exception {
        till = new CardTill(directory, start(Mode.APPROVE, ""));
        terminal.failAt(Step.STATUS_SENT, Failure.CUT_AND_GO_ON);
        terminal.onReaching(Step.BOOKED, () -> terminal.beBusy(3));
        till.payByCard();
        till.until(() -> till.state.question() != null);
        assertThat(till.state.question().answers()).hasSize(2);
        till.bringToAnEnd();
        assertThat(till.cardMinor()).isEqualTo(terminalMinor()).isEqualTo(CardTill.MILK_MINOR);
    }

    @Test
    void aTerminalThatCannotTellLeavesTheWordToAPerson() throws Exception {
        till = new CardTill(directory, start(Mode.APPROVE, ""));
        terminal.knowNoRepeats();
        terminal.failAt(Step.STATUS_SENT, Failure.CUT);
        till.payByCard();
        till.until(() ->
                till.state.question() != null && till.state.question().answers().size() == 3);
        till.model.answered(LostCard.CHARGED);
        assertThat(till.finished).hasSize(1);
        assertThat(till.register.events()).contains("CARD_UNCLEAR_CHARGED");
        assertThat(till.desk.open()).isEmpty();
    }
}
