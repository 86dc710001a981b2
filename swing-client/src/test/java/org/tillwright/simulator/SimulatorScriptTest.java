package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The words that drive simulators: what they mean, and what is said of those that mean nothing. */
@Timeout(30)
class SimulatorScriptTest {

    private final List<String> done = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final ScriptEvents events = new ScriptEvents();

    @Test
    void commandsRunInTheirOrderAndRemarksDoNothing() throws Exception {
        assertThat(script().run("a", lines("# first", "", "press one", "  press \"two words\"  ", "say done")))
                .isTrue();
        assertThat(done).containsExactly("press one", "press two words");
        assertThat(messages).containsExactly("done");
    }

    @Test
    void aQuotedWordHoldsSignsThatCannotBeWritten() throws Exception {
        script().run("a", lines("press \"a\\r\\n\\t\\x1d\\\"\\\\\""));
        assertThat(done).containsExactly("press a\r\n\t\u001d\"\\");
    }

    @Test
    void aMistakeInTheLastLineIsToldBeforeTheFirstIsDone() throws Exception {
        assertThat(script().run("a.txt", lines("press one", "pres two", "press", "press \"x", "press \"\\q\"")))
                .isFalse();
        assertThat(done).isEmpty();
        assertThat(messages)
                .containsExactly(
                        "a.txt, line 2: \"pres\" is no command of this device; it knows press, break, wait, await, say, end.",
                        "a.txt, line 3: write it as: press TEXT.",
                        "a.txt, line 4: a quote is opened and not closed.",
                        "a.txt, line 5: \\q means nothing; \\\" \\\\ \\r \\n \\t and \\xHH do.");
    }

    @Test
    void aCommandThatFailsEndsAFileButNotWhatIsTyped() throws Exception {
        assertThat(script().run("a.txt", lines("break", "press one"))).isFalse();
        assertThat(done).isEmpty();
        assertThat(messages).containsExactly("a.txt, line 1: no register is at the other end.");
        script().follow(lines("break", "nonsense", "press one"));
        assertThat(done).containsExactly("press one");
        assertThat(messages).hasSize(3);
    }

    @Test
    void aCardTerminalTakesItsFailuresByName() throws Exception {
        try (TerminalSimulator terminal =
                TerminalSimulator.open("tcp:0", null, PaymentSimulator.Mode.APPROVE, text -> {})) {
            var script = new SimulatorScript(terminal, events, messages::add);
            assertThat(script.run("a", lines("fail half-status cut-and-go-on", "busy 2", "careless on", "forgetful")))
                    .isTrue();
            assertThat(script.run("b", lines("fail lunch cut"))).isFalse();
            assertThat(messages)
                    .singleElement()
                    .asString()
                    .contains("\"lunch\" is no step; these are: asked, confirmed, card-read, booked, half-status");
        }
    }

    @Test
    void endStopsReading() throws Exception {
        var script = script();
        assertThat(script.run("a", lines("press one", "end", "press two"))).isTrue();
        assertThat(script.hasEnded()).isTrue();
        assertThat(done).containsExactly("press one");
    }

    @Test
    void awaitingFindsWhatHappenedBeforeAndFailsOnWhatNeverDoes() throws Exception {
        events.happened("drawer opened (1)");
        events.happened("receipt printed");
        assertThat(script().run("a", lines("await drawer", "await receipt"))).isTrue();
        assertThat(script().run("b", lines("await drawer 1", "press never"))).isFalse();
        assertThat(done).isEmpty();
        assertThat(messages).containsExactly("b, line 1: the device did not tell \"drawer\" within 1 seconds.");
    }

    @Test
    void awaitingHearsWhatHappensMeanwhile() throws Exception {
        var device = new Thread(() -> events.happened("drawer opened (1)"));
        device.start();
        assertThat(events.await("drawer", Duration.ofSeconds(20))).isTrue();
        device.join();
    }

    @Test
    void eventsNobodyWaitsForDoNotPileUp() throws Exception {
        events.happened("the first");
        for (int i = 0; i < 1_000; i++) {
            events.happened("later");
        }
        assertThat(events.await("the first", Duration.ZERO)).isFalse();
    }

    @Test
    void aLineWithoutACommandMeansTheUsualOneAsItStands() throws Exception {
        var script = new SimulatorScript(new Knob(Optional.of("press")), events, messages::add);
        assertThat(script.run("a", lines("]E04006381333931", "two words", "press three", "# remark")))
                .isTrue();
        assertThat(done).containsExactly("press ]E04006381333931", "press two words", "press three");
    }

    @Test
    void helpNamesEveryCommandWithWhatItTakes() throws Exception {
        script().follow(lines("help"));
        assertThat(messages).singleElement().satisfies(help -> assertThat(help)
                .contains("press TEXT", "break", "wait MILLISECONDS", "await TEXT [SECONDS]", "say TEXT", "end"));
    }

    @Test
    void numbersAndChoicesOutOfReachAreRefusedByName() {
        assertThatThrownBy(() -> ScriptCommand.number("12x", 0, 99))
                .hasMessage("\"12x\" is no whole number from 0 to 99");
        assertThatThrownBy(() -> ScriptCommand.number("100", 0, 99)).isInstanceOf(ScriptException.class);
        assertThatThrownBy(() -> ScriptCommand.either("off", "in", "out")).hasMessage("\"off\" is neither in nor out");
    }

    private SimulatorScript script() {
        return new SimulatorScript(new Knob(Optional.empty()), events, messages::add);
    }

    private static BufferedReader lines(String... lines) {
        return new BufferedReader(new StringReader(String.join("\n", lines)));
    }

    /** A device with a knob that can be pressed. */
    private final class Knob implements Scriptable {

        private final Optional<String> usual;

        Knob(Optional<String> usual) {
            this.usual = usual;
        }

        @Override
        public List<ScriptCommand> commands() {
            return List.of(
                    new ScriptCommand("press", List.of("TEXT"), "Presses.", words -> done.add("press " + words.get(0))),
                    new ScriptCommand("break", List.of(), "Breaks.", words -> {
                        throw new IOException("no register is at the other end");
                    }));
        }

        @Override
        public Optional<String> usualCommand() {
            return usual;
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }
}
