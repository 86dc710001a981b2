package org.tillwright.wire.pricing;

/** The kinds of effects, and which members of a told effect each has. */
enum EffectType {
    PERCENT_OFF("items offPpm"),
    AMOUNT_OFF("items offMinor"),
    FIXED_PRICE("items priceMinor"),
    BUY_GET("buy buyCount items getCount offPpm"),
    MIX_AND_MATCH("items count priceMinor"),
    BUNDLE("parts priceMinor"),
    CHEAPEST_OFF("items every cheapest offPpm"),
    SPEND_PERCENT("items spendMinor offPpm"),
    SPEND_AMOUNT("items spendMinor offMinor"),
    QUANTITY_BREAKS("items breaks"),
    NEXT_SALE_COUPON("items spendMinor couponCode");

    /** Names, with a blank around each. */
    private final String members;

    EffectType(String members) {
        this.members = " " + members + " ";
    }

    boolean has(String member) {
        return members.contains(" " + member + " ");
    }
}
