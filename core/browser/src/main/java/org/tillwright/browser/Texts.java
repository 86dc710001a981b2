package org.tillwright.browser;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;

/** Values of core that are told by one text. */
final class Texts {

    private Texts() {}

    static Currency currency(@Nullable Object json) {
        Currency currency = Currency.find(Json.text(json));
        if (currency == null) {
            throw new Malformed("no currency " + Json.text(json));
        }
        return currency;
    }
}
