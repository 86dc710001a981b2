package org.tillwright.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What takes payments at the far end of a line, and what somebody beside it can decide. */
public interface PaymentSimulator extends Scriptable {

    /** The customer pays what waits; does nothing when no payment waits. */
    void approve() throws IOException;

    /** The customer or the bank says no; does nothing when no payment waits. */
    void decline() throws IOException;

    /** Chooses what becomes of payments from the next one on. */
    void setMode(Mode next);

    /** Pulls the cable. */
    void pull();

    /** Puts the cable back in. */
    void plugIn() throws IOException;

    @Override
    default List<ScriptCommand> commands() {
        var commands = new ArrayList<ScriptCommand>();
        commands.add(new ScriptCommand("approve", List.of(), "The customer pays what waits.", words -> approve()));
        commands.add(new ScriptCommand("decline", List.of(), "The customer or the bank says no.", words -> decline()));
        commands.add(new ScriptCommand(
                "mode",
                List.of("MODE"),
                "What becomes of payments from now on: " + Mode.names() + ".",
                words -> setMode(Mode.named(words.get(0)))));
        commands.addAll(ScriptCommand.ofCable(this::pull, this::plugIn));
        return commands;
    }

    /** What becomes of a payment. */
    enum Mode {
        /** Taken at once. */
        APPROVE,
        /** Declined at once. */
        DECLINE,
        /** Somebody calls {@link #approve()} or {@link #decline()}. */
        ASK,
        /** Asked for and never decided, not even when it is to be stopped. */
        HANG,
        /** Never a word, not even that the payment was understood. */
        SILENT;

        private static String names() {
            return String.join(", ", Arrays.stream(values()).map(Mode::name).toList());
        }

        private static Mode named(String word) throws ScriptException {
            String name = word.toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(mode -> mode.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ScriptException("\"" + word + "\" is no mode; these are: " + names()));
        }
    }

    /** Hears what the device does, on its own thread. */
    @FunctionalInterface
    interface Listener {

        void shows(String text);

        /** A register wants this many minor units. */
        default void paymentAsked(long minor) {
            shows("Payment of " + minor);
        }

        /** A register wants to give this many minor units back. */
        default void refundAsked(long minor) {
            shows("Refund of " + minor);
        }
    }
}
