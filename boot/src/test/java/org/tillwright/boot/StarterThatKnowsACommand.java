package org.tillwright.boot;

import org.tillwright.boot.command.ServeCommand;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
final class StarterThatKnowsACommand {

    private StarterThatKnowsACommand() {}

    static String name() {
        return ServeCommand.class.getSimpleName();
    }
}
