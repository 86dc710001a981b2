package org.tillwright.simulator;

import java.io.IOException;
import java.util.List;

/**
 * Something that a script can tell a simulated device.
 *
 * @param name one word of small letters and hyphens, such as {@code paper}
 * @param arguments what stands behind it, each by a name for people such as {@code GRAMS}; those in square brackets, at
 *     the end, may be left away
 * @param says one short sentence for the list of commands
 * @param action what it does, with as many arguments as were written
 */
public record ScriptCommand(String name, List<String> arguments, String says, Action action) {

    private static final String NAME = "[a-z][a-z-]{1,23}";

    public ScriptCommand {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be a command's name");
        }
        arguments = List.copyOf(arguments);
    }

    /** The two commands of every device with a cable: {@code unplug} and {@code plug}. */
    static List<ScriptCommand> ofCable(Runnable pull, Plug plug) {
        return List.of(
                new ScriptCommand("unplug", List.of(), "Pulls the cable.", words -> pull.run()),
                new ScriptCommand("plug", List.of(), "Puts the cable back in.", words -> plug.in()));
    }

    /** How it is written, such as {@code wait MILLISECONDS}. */
    public String usage() {
        return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
    }

    /** Fewest arguments it takes. */
    int fewest() {
        return (int) arguments.stream().filter(each -> !each.startsWith("[")).count();
    }

    /** Most arguments it takes. */
    int most() {
        return arguments.size();
    }

    /**
     * Reads a whole number out of an argument.
     *
     * @throws ScriptException if it is none, or less than {@code least} or more than {@code most}
     */
    public static long number(String word, long least, long most) throws ScriptException {
        if (word.matches("-?[0-9]{1,9}")) {
            long number = Long.parseLong(word);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new ScriptException("\"" + word + "\" is no whole number from " + least + " to " + most);
    }

    /**
     * Reads one of two words, the first of which means yes.
     *
     * @throws ScriptException if it is neither
     */
    public static boolean either(String word, String yes, String no) throws ScriptException {
        if (word.equals(yes)) {
            return true;
        }
        if (word.equals(no)) {
            return false;
        }
        throw new ScriptException("\"" + word + "\" is neither " + yes + " nor " + no);
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Action {

        /**
         * Does it.
         *
         * @throws ScriptException if what is written makes no sense
         * @throws IOException if the line does not take it, or nobody is at its other end
         */
        void run(List<String> words) throws ScriptException, IOException;
    }

    /** How a cable goes back in. */
    @FunctionalInterface
    interface Plug {
        void in() throws IOException;
    }
}
