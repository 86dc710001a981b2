package org.tillwright.server.customers;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.value.OwnNumber;

/**
 * What people may say about a customer. Blank texts count as absent, and a card's number is kept without spaces.
 *
 * @param cardNumber what is scanned from their card; null without one
 * @param groups that prices and promotions go by
 * @param taxExempt true if they owe no tax
 * @param creditLimitMinor up to which they may pay later; null where they may not
 * @param language that they read; null for the store's
 */
public record CustomerDraft(
        String name,
        @Nullable String cardNumber,
        @Nullable String email,
        @Nullable String phone,
        List<String> groups,
        boolean taxExempt,
        @Nullable Long creditLimitMinor,
        @Nullable String language)
        implements Serializable {

    public CustomerDraft {
        name = name.strip();
        cardNumber = cardNumber == null || cardNumber.isBlank() ? null : OwnNumber.canonical(cardNumber);
        email = textOrNull(email);
        phone = textOrNull(phone);
        groups = groups.stream().map(String::strip).distinct().sorted().toList();
        language = textOrNull(language);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
