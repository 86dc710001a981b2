package org.tillwright.core.pricing;

import org.tillwright.core.money.Money;

/**
 * An amount that was taken off a line.
 *
 * @param id the promotion's or the manual discount's
 */
public record Discount(Source source, String id, Money amount) {

    Discount withAmount(Money changed) {
        return new Discount(source, id, changed);
    }

    /** Who took it off. */
    public enum Source {
        /** A rule of the price book. */
        PROMOTION,
        /** An operator, from this line. */
        LINE,
        /** An operator, from the whole sale: this is the line's part of it. */
        SALE,
        /** The law: tax in the price that an exempt customer does not owe. It has no id. */
        EXEMPTION
    }
}
