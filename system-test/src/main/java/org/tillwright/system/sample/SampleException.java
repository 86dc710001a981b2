package org.tillwright.system.sample;

/** The sample could not be sold: the server did not start, or refused something. The message says what. */
public final class SampleException extends Exception {

    private static final long serialVersionUID = 1L;

    SampleException(String message) {
        super(message);
    }
}
