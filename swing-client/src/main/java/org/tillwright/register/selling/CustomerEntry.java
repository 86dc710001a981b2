package org.tillwright.register.selling;

import java.util.function.UnaryOperator;

/** A keyboard that the customer reaches, such as the one on the second screen. Event thread only. */
public interface CustomerEntry {

    /** A counter without one. */
    CustomerEntry NONE = new CustomerEntry() {
        @Override
        public void ask(String title, String detail, UnaryOperator<String> taken) {}

        @Override
        public void withdraw() {}
    };

    /**
     * Asks the customer to key something, until they have, want nothing, or the next sale begins.
     *
     * @param taken takes what was keyed; returns an empty text, or why it was not taken, and then it can be mended
     */
    void ask(String title, String detail, UnaryOperator<String> taken);

    /** It is not needed any more. */
    void withdraw();
}
