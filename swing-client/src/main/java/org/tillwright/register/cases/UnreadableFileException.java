package org.tillwright.register.cases;

/** A file that holds nothing to price; the message is one sentence for whoever wrote it. */
public final class UnreadableFileException extends Exception {

    public UnreadableFileException(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
