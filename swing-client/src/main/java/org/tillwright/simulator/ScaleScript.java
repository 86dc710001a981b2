package org.tillwright.simulator;

import java.util.ArrayList;
import java.util.List;

/** What a script can make a simulated scale do: all that happens to one in a day at the counter. */
final class ScaleScript {

    /** What can be put on the plate, in grams: more than it can weigh. */
    private static final long MOST_GRAMS = 999_999;

    private static final long MOST_QUESTIONS = 1_000;

    private ScaleScript() {}

    static List<ScriptCommand> of(ScaleSimulator scale) {
        var commands = new ArrayList<ScriptCommand>();
        commands.add(new ScriptCommand(
                "put",
                List.of("GRAMS"),
                "So much lies on the plate, still; with a ~ before it, it moves.",
                words -> putOrMove(scale, words.get(0))));
        commands.add(new ScriptCommand(
                "move",
                List.of("GRAMS"),
                "So much is on the plate and has not come to rest.",
                words -> scale.move(grams(words.get(0)))));
        commands.add(new ScriptCommand(
                "over",
                List.of(),
                "More lies on it than it can weigh.",
                words -> scale.put(ScaleSimulator.CAPACITY_GRAMS + 1)));
        commands.add(new ScriptCommand("under", List.of(), "It shows less than nothing.", words -> scale.put(-20)));
        commands.add(new ScriptCommand("off", List.of(), "Nothing lies on it.", words -> scale.put(0)));
        commands.add(new ScriptCommand(
                "slow",
                List.of("QUESTIONS"),
                "The next so many questions find it measuring.",
                words -> scale.measureSlowly((int) ScriptCommand.number(words.get(0), 0, MOST_QUESTIONS))));
        commands.add(new ScriptCommand("fault", List.of(), "It is out of order.", words -> scale.fail(true)));
        commands.add(new ScriptCommand("mend", List.of(), "It is in order again.", words -> scale.fail(false)));
        commands.add(
                new ScriptCommand("restart", List.of(), "It is switched off and on again.", words -> scale.restart()));
        commands.add(new ScriptCommand(
                "miscount",
                List.of("MINOR"),
                "The amounts it computes are wrong by so much.",
                words -> scale.miscount(ScriptCommand.number(words.get(0), -MOST_GRAMS, MOST_GRAMS))));
        commands.addAll(ScriptCommand.ofCable(scale::pull, scale::plugIn));
        return commands;
    }

    private static void putOrMove(ScaleSimulator scale, String word) throws ScriptException {
        if (word.startsWith("~")) {
            scale.move(grams(word.substring(1)));
        } else {
            scale.put(grams(word));
        }
    }

    private static long grams(String word) throws ScriptException {
        return ScriptCommand.number(word, -MOST_GRAMS, MOST_GRAMS);
    }
}
