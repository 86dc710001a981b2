package org.tillwright.core.paymentqr;

import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;

/** What the customer pays beyond the amount. */
public sealed interface EmvTip {

    /** The customer's telephone asks for a tip. */
    record Asked() implements EmvTip {}

    /** A fixed convenience fee. */
    record Fee(Money amount) implements EmvTip {}

    /** A convenience fee as a share of the amount, more than 0 and less than 100 %. */
    record Share(Rate rate) implements EmvTip {}
}
