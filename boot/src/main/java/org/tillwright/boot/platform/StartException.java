package org.tillwright.boot.platform;

/** Something outside the program keeps the server from starting. The message is a sentence for the person who started it. */
public final class StartException extends Exception {

    public StartException(String sentence) {
        super(sentence);
    }

    public StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
