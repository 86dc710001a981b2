package org.tillwright.core.pricing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.tax.Tax;

/** The sums that every priced cart keeps. A cart that breaks one is a bug, and is never shown to anybody. */
final class CartLaws {

    private CartLaws() {}

    static void requireSums(List<PricedCart.Line> lines, List<TaxLine> taxLines, Money net, Money tax) {
        Currency currency = net.currency();
        long[] taxes = new long[taxLines.size()];
        long nets = 0;
        long taxSum = 0;
        for (PricedCart.Line line : lines) {
            nets = Math.addExact(nets, minor(line.net(), currency));
            for (TaxLine part : line.taxes()) {
                long amount = minor(part.amount(), currency);
                taxSum = Math.addExact(taxSum, amount);
                int at = indexOf(taxLines, part.tax());
                require(
                        at >= 0,
                        "tax " + part.tax().taxId() + " of line "
                                + line.wanted().number() + " is in no sum");
                taxes[at] = Math.addExact(taxes[at], amount);
            }
        }
        require(nets == net.minor(), "the nets of the lines do not sum to " + net);
        require(taxSum == tax.minor(), "the taxes of the lines do not sum to " + tax);
        for (int i = 0; i < taxes.length; i++) {
            TaxLine line = taxLines.get(i);
            require(
                    taxes[i] == minor(line.amount(), currency),
                    "the lines do not sum to tax " + line.tax().taxId());
        }
    }

    /** Coupons of manufacturers pay for goods, and never more than they cost: the rest would be money for nothing. */
    static void requireOwed(List<PricedCart.Line> lines, List<PricedCart.ManufacturerCoupon> coupons) {
        if (coupons.isEmpty()) {
            return;
        }
        Map<Integer, Long> paid = new HashMap<>();
        coupons.forEach(coupon ->
                coupon.ofLines().forEach((number, amount) -> paid.merge(number, amount.minor(), Math::addExact)));
        for (PricedCart.Line line : lines) {
            Long amount = paid.remove(line.wanted().number());
            require(
                    amount == null || amount <= line.gross().minor(),
                    "coupons pay more for line " + line.wanted().number() + " than " + line.gross());
        }
        require(paid.isEmpty(), "coupons pay for lines that are not there: " + paid.keySet());
    }

    private static int indexOf(List<TaxLine> taxLines, Tax tax) {
        for (int i = 0; i < taxLines.size(); i++) {
            if (taxLines.get(i).isOf(tax)) {
                return i;
            }
        }
        return -1;
    }

    private static long minor(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("mixed currencies: " + amount + " among " + currency.code());
        }
        return amount.minor();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
