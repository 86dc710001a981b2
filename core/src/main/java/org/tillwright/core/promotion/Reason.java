package org.tillwright.core.promotion;

/** Why a promotion was not applied, or not more often. The sentences are in the bundles of those who show them. */
public enum Reason {
    /** Its first moment is still to come. */
    NOT_YET_VALID,
    /** Its last moment has passed. */
    NO_LONGER_VALID,
    /** It counts on other days of the week. */
    WRONG_DAY,
    /** It counts today, at another hour. */
    WRONG_HOUR,
    OTHER_STORE,
    CUSTOMER_NOT_IN_GROUP,
    COUPON_MISSING,
    /** It counts only when another tender pays, or the tender is not chosen yet. */
    NEEDS_OTHER_TENDER,
    /** The limit of the sale or of the customer allows no more; {@code missing} is 0. */
    LIMIT_USED_UP,
    /** Too little was spent on its items; {@code missing} is the minor units that are short. */
    THRESHOLD_NOT_REACHED,
    /** Too few pieces for a (further) set or break; {@code missing} is the thousandths of a unit that are short. */
    TOO_FEW_PIECES,
    /** Its pieces are worth more to the customer in other promotions. */
    ANOTHER_TAKES_MORE,
    /** Its items cost no more than it asks already. */
    PRICE_ALREADY_LOWER,
    /** All of its items in the cart are priced by hand, deposits, or come back. */
    ITEM_NOT_ELIGIBLE,
    /** Its coupon was given, but none of its items is in the cart. */
    NO_ITEM_IN_CART
}
