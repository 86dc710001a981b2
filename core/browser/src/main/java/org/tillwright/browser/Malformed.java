package org.tillwright.browser;

/** A text from outside that does not say what is asked for. Its sentence is ours, so it is the same everywhere. */
final class Malformed extends RuntimeException {

    private final String sentence;

    Malformed(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
