package org.tillwright.wire.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a template can ask about the sale. */
public enum TemplateCondition {
    /** It is not the first print. */
    COPY,
    TRAINING,
    /** It is a receipt without prices, for who gets the present. */
    GIFT,
    /** It is a receipt with prices. */
    PRICES,
    /** Goods came back. */
    RETURN,
    /** Money went back. */
    REFUND,
    /** It undoes an earlier sale. */
    VOID,
    CUSTOMER,
    SALESPERSON,
    SAVINGS,
    TIP,
    ORDER,
    /** Something of it is made in a kitchen, and the customer is called. */
    PICKUP;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable TemplateCondition find(String word) {
        for (TemplateCondition condition : values()) {
            if (condition.word().equals(word)) {
                return condition;
            }
        }
        return null;
    }
}
