package org.tillwright.register.selling;

import org.tillwright.register.sale.SaleOutcome;

/** Codes that are scanned or keyed where goods are, and are none: cards of customers, gift cards. */
public interface OtherCodes {

    /** There are only goods. */
    OtherCodes NONE = new OtherCodes() {
        @Override
        public boolean claims(String code) {
            return false;
        }

        @Override
        public void take(String code) {
            throw new IllegalStateException("nobody claimed " + code);
        }
    };

    /** True for a code that says by itself that it is one of these. */
    boolean claims(String code);

    /** Looks after a code that it claims. */
    void take(String code);

    /**
     * Looks for what a code may be that no goods were found for.
     *
     * @param otherwise says that it is nothing
     * @return false when it can be nothing else, and nobody will call {@code otherwise}
     */
    default boolean unknown(String code, SaleOutcome outcome, Runnable otherwise) {
        return false;
    }

    /** Asks these first, and then others. */
    default OtherCodes or(OtherCodes others) {
        OtherCodes first = this;
        return new OtherCodes() {
            @Override
            public boolean claims(String code) {
                return first.claims(code) || others.claims(code);
            }

            @Override
            public void take(String code) {
                (first.claims(code) ? first : others).take(code);
            }

            @Override
            public boolean unknown(String code, SaleOutcome outcome, Runnable otherwise) {
                return first.unknown(code, outcome, otherwise) || others.unknown(code, outcome, otherwise);
            }
        };
    }
}
