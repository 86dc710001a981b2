package org.tillwright.wire.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a template can name between braces, such as {@code {total}}. */
public enum TemplateName {
    SHOP,
    TAX_NUMBER,
    NUMBER,
    REGISTER,
    DATE,
    TIME,
    CASHIER,
    SALESPERSON,
    CUSTOMER,
    TOTAL(true),
    TAX(true),
    SAVED(true),
    CURRENCY,
    /** How many lines of goods there are. */
    LINES,
    CODE,
    PICKUP,
    /** Which print it is; 1 for the first. */
    COPY;

    private final boolean tellsPrices;

    TemplateName() {
        this(false);
    }

    TemplateName(boolean tellsPrices) {
        this.tellsPrices = tellsPrices;
    }

    /** True for what a gift receipt must not tell. */
    boolean tellsPrices() {
        return tellsPrices;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable TemplateName find(String word) {
        for (TemplateName name : values()) {
            if (name.word().equals(word)) {
                return name;
            }
        }
        return null;
    }
}
