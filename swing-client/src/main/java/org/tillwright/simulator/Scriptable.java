package org.tillwright.simulator;

import java.util.List;
import java.util.Optional;

/**
 * A simulated device that can be told by words what to do: what a person beside it would do with their hands. Each
 * simulator says itself which words it knows; {@link SimulatorScript} reads them.
 */
public interface Scriptable extends AutoCloseable {

    /** What it can be told, in the order in which a list shows it. Called once; actions run on the script's thread. */
    List<ScriptCommand> commands();

    /**
     * The name of the command that a line means which begins with no command's name: a scanner is given bare codes. Such a
     * line is that command's one argument as it stands.
     */
    default Optional<String> usualCommand() {
        return Optional.empty();
    }

    /** True if such a line can be meant so; any other is a typing mistake, told before anything is done. */
    default boolean isUsual(String line) {
        return true;
    }

    @Override
    void close();
}
