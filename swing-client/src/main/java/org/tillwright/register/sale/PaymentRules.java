package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleMessage;

/** Which amounts can be paid in which way. */
final class PaymentRules {

    private PaymentRules() {}

    /**
     * Returns null when this much cash may be taken or, negative, given back; otherwise why not.
     *
     * @param due what is left, to the smallest unit of the currency
     * @param cashDue what is left in coins that there are; nothing at all may be given where that is nothing
     */
    static @Nullable Notice cashFault(Money given, Money due, Money cashDue, MoneyFormat figures) {
        boolean isRefund = due.isNegative();
        boolean isTooSmallForCoins = cashDue.isZero() && given.isZero();
        boolean isTheOtherWay = given.isNegative() != isRefund;
        if (due.isZero() || (!isTooSmallForCoins && (given.isZero() || isTheOtherWay))) {
            return Notice.of("sale.nothing-due");
        }
        if (Math.abs(given.minor()) > SaleLimits.MAX_CASH_MINOR) {
            return Notice.of("sale.cash-too-much");
        }
        return isRefund && given.minor() < Math.min(due.minor(), cashDue.minor())
                ? Notice.of("sale.refund-too-much", figures.amount(cashDue.negated()))
                : null;
    }

    static @Nullable Notice cardFault(Money amount, Money due, MoneyFormat figures) {
        if (amount.isNegative() || amount.isZero()) {
            return Notice.of("sale.nothing-due");
        }
        return amount.minor() > due.minor() ? Notice.of("sale.card-too-much", figures.amount(due)) : null;
    }

    /** A card payment in words that find it again at the terminal. */
    static String words(Payment payment) {
        SaleMessage.Card card = payment.card();
        String what = payment.type() + " " + payment.amount();
        return card == null ? what : what + " " + card.scheme() + " " + card.lastFour() + " trace " + card.trace();
    }
}
