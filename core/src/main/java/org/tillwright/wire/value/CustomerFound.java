package org.tillwright.wire.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A customer as a register knows one.
 *
 * @param cardNumber what is scanned from their card; null without one
 * @param groups that prices and promotions go by
 * @param taxExempt true if they owe no tax
 * @param creditLimitMinor up to which they may pay later; null where they may not
 * @param language that they read; null for the store's
 */
public record CustomerFound(
        @Limit(40) String customerId,
        @Nullable @Limit(40) String cardNumber,
        @Limit(200) String name,
        @Nullable @Limit(254) String email,
        @Nullable @Limit(40) String phone,
        @Limit(20) List<String> groups,
        Boolean taxExempt,
        @Nullable Long creditLimitMinor,
        @Nullable @Limit(5) String language) {}
