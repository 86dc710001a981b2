package org.tillwright.register.sale;

import org.tillwright.core.money.Quantity;

/** How large a sale may grow. */
public final class SaleLimits {

    /** Lines of one sale. Its receipt still fits a printer's roll, and its record the wire. */
    public static final int MAX_LINES = 1_500;

    /** Ways of paying within one sale. A card payment that the terminal approved is taken beyond it. */
    public static final int MAX_PAYMENTS = 20;

    /** The most of one item on one line: beyond it, a barcode was scanned into the quantity. */
    public static final Quantity MAX_QUANTITY = Quantity.of(100_000);

    /** The highest price by hand, in millionths of the major unit: a million, so that sums stay exact. */
    public static final long MAX_PRICE_MICRO = 1_000_000_000_000L;

    /** The most cash at once, in minor units; sums of it stay exact. */
    public static final long MAX_CASH_MINOR = 100_000_000_000L;

    /** More change than this, in minor units, is asked about once: no note is that large, so a key was hit too often. */
    public static final long DOUBTFUL_CHANGE_MINOR = 100_000L;

    private SaleLimits() {}
}
