package org.tillwright.wire.till;

import org.jspecify.annotations.Nullable;

/**
 * What is counted of a till, record by record. A figure is a count, an amount or both; some are split by a subject.
 * Amounts have the sign they have in the till: what goes out is negative.
 */
public enum TillFigure {
    /** When the till was opened: its record's number stands in the amount, its operator in the subject. */
    OPENED,
    /** The till was counted and closed. */
    SETTLED,
    FLOAT,
    LOAN,
    PICKUP,
    /** By reason. */
    PAID_IN,
    /** By reason. */
    PAID_OUT,
    /** Notes of another currency that went in or out without a sale, by currency and in its own units. */
    FOREIGN_MOVED,
    /** By reason. */
    NO_SALE,
    /** Every transaction that was finished. */
    TRANSACTIONS,
    /** Transactions of which the customer is known. */
    CUSTOMERS,
    /** Goods sold, with tax and after discounts; counts transactions. */
    SALES,
    /** Goods that came back, with tax; counts transactions. */
    RETURNS,
    /** Finished transactions that were undone, goods that come back and go out again alike. */
    POST_VOIDS,
    /** Taken off goods that were sold, by who took it off; counts lines. */
    DISCOUNTS,
    /** Prices changed by hand; counts lines. */
    OVERRIDES,
    NET,
    /** All taxes together. */
    TAX_SUM,
    /** By tax and rate, such as {@code S@190000}. */
    TAX,
    /** What the tax of the same subject was taken of. */
    TAX_NET,
    /** By the item's id; a report tells it by department. */
    ITEM,
    /** Sales less returns, with tax, by department. */
    DEPARTMENT,
    /** Sales less returns, with tax, by who served; counts transactions. */
    CASHIER,
    /** What cash was rounded by. */
    ROUNDING,
    /** Taken beside the goods, by kind. */
    MONEY_IN,
    /** Taken, by tender; of cash less the change. */
    TENDER_IN,
    /** Given back, by tender. */
    TENDER_OUT,
    /** Notes of another currency taken, by currency and in its own units. */
    FOREIGN,
    /** What they were taken for, and what those that were moved were worth, by currency. */
    FOREIGN_WORTH,
    /** Each time that the drawer had to open. */
    DRAWER_OPENED,
    VOIDED_LINES,
    /** Sales given up before they were paid. */
    VOIDED_SALES,
    COPIES,
    PRICE_CHECKS,
    SUSPENDED,
    RESUMED,
    SIGN_ONS,
    APPROVALS,
    TRAINING,
    /** X reports of the workstation, never reset. */
    X_REPORTS,
    /** Z reports of the workstation, never reset. */
    Z_REPORTS,
    /** All goods that the workstation ever sold, with tax; never reset and never less. */
    GRAND_SALES,
    /** All goods that ever came back to the workstation, with tax; never reset. */
    GRAND_RETURNS,
    /** At the close: records that the server has not answered for. They stay in the outbox. */
    UNSENT,
    /** At the close: records that the server refused, for a person to look at. */
    REFUSED,
    /** At the close: suspended sales that wait to be resumed. They can still be. */
    STILL_SUSPENDED,
    /** Counted less expected, by tender. */
    OVER_SHORT;

    /** Finds a figure by its name on the wire, or null: a later version may know more. */
    public static @Nullable TillFigure find(String name) {
        for (TillFigure figure : values()) {
            if (figure.name().equals(name)) {
                return figure;
            }
        }
        return null;
    }
}
