package org.tillwright.wire.pricing;

import java.util.Set;

/** The kinds of effects, and which members of a told effect each has. */
enum EffectType {
    PERCENT_OFF("items", "offPpm"),
    AMOUNT_OFF("items", "offMinor"),
    FIXED_PRICE("items", "priceMinor"),
    BUY_GET("buy", "buyCount", "items", "getCount", "offPpm"),
    MIX_AND_MATCH("items", "count", "priceMinor"),
    BUNDLE("parts", "priceMinor"),
    CHEAPEST_OFF("items", "every", "cheapest", "offPpm"),
    SPEND_PERCENT("items", "spendMinor", "offPpm"),
    SPEND_AMOUNT("items", "spendMinor", "offMinor"),
    QUANTITY_BREAKS("items", "breaks"),
    NEXT_SALE_COUPON("items", "spendMinor", "couponCode");

    private final Set<String> members;

    EffectType(String... members) {
        this.members = Set.of(members);
    }

    boolean has(String member) {
        return members.contains(member);
    }
}
