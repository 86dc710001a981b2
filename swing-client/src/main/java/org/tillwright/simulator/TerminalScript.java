package org.tillwright.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;

/** What a script can tell a simulated terminal beside what it can tell whatever takes payments. */
final class TerminalScript {

    private static final int MOST_ENQUIRIES = 1_000;

    private TerminalScript() {}

    static List<ScriptCommand> with(List<ScriptCommand> usual, TerminalSimulator terminal) {
        List<ScriptCommand> commands = new ArrayList<>(usual);
        commands.add(new ScriptCommand(
                "fail",
                List.of("STEP", "FAILURE"),
                "The next request that comes to a step goes wrong there; steps are " + words(Step.values())
                        + ", failures " + words(Failure.values()) + ".",
                words -> terminal.failAt(
                        named(Step.values(), words.get(0), "step"), named(Failure.values(), words.get(1), "failure"))));
        commands.add(new ScriptCommand(
                "busy",
                List.of("ENQUIRIES"),
                "Says to so many enquiries that it is in the middle of something.",
                words -> terminal.beBusy((int) ScriptCommand.number(words.get(0), 0, MOST_ENQUIRIES))));
        commands.add(new ScriptCommand(
                "careless",
                List.of("on|off"),
                "Whether it tells card numbers in the clear, as no terminal should.",
                words -> terminal.beCareless(ScriptCommand.either(words.get(0), "on", "off"))));
        commands.add(new ScriptCommand(
                "forgetful",
                List.of(),
                "Does not know from now on how to tell what was last.",
                words -> terminal.knowNoRepeats()));
        return commands;
    }

    /** HALF_STATUS is written half-status. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Enum<?>[] values) {
        return String.join(", ", Arrays.stream(values).map(TerminalScript::word).toList());
    }

    private static <E extends Enum<E>> E named(E[] values, String text, String what) throws ScriptException {
        return Arrays.stream(values)
                .filter(value ->
                        word(value).equalsIgnoreCase(text) || value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new ScriptException("\"" + text + "\" is no " + what + "; these are: " + words(values)));
    }
}
