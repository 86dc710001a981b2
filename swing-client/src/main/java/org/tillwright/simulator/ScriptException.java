package org.tillwright.simulator;

/** A script says something that cannot be done. The message is one sentence without a full stop that names it. */
public final class ScriptException extends Exception {

    public ScriptException(String message) {
        super(message);
    }
}
