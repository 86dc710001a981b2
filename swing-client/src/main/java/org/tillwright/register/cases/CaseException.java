package org.tillwright.register.cases;

/** A case that cannot be priced; the message is one sentence that names what is wrong with it. */
final class CaseException extends Exception {

    CaseException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
