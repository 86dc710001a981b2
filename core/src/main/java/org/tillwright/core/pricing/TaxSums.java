package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.Taxed;

/** Sums taxes: each with itself, and last year's rate never with this year's. */
final class TaxSums {

    private static final Comparator<TaxLine> BY_ID = Comparator.comparing(
                    (TaxLine line) -> line.tax().taxId())
            .thenComparing(line -> line.tax().kind())
            .thenComparing(line -> line.tax().value());

    private TaxSums() {}

    /** Adds an amount to the line of its tax, or adds the line. */
    static void add(List<TaxLine> lines, Tax tax, long baseMinor, long taxMinor, Currency currency) {
        add(lines, new TaxLine(tax, new Money(currency, baseMinor), new Money(currency, taxMinor)));
    }

    static void add(List<TaxLine> lines, TaxLine more) {
        for (int i = 0; i < lines.size(); i++) {
            TaxLine sum = lines.get(i);
            if (sum.isOf(more.tax())) {
                lines.set(
                        i,
                        new TaxLine(
                                sum.tax(),
                                sum.base().plus(more.base()),
                                sum.amount().plus(more.amount())));
                return;
            }
        }
        lines.add(more);
    }

    /** Returns the taxes of a transaction: those worked out now, and those of goods given back as they were sold. */
    static List<TaxLine> of(Taxed taxed, List<PricedCart.Line> returned, Currency currency) {
        List<TaxLine> sums = new ArrayList<>();
        for (Taxed.Total total : taxed.totals()) {
            add(sums, total.tax(), total.baseMinor(), total.taxMinor(), currency);
        }
        for (PricedCart.Line line : returned) {
            for (TaxLine part : line.taxes()) {
                add(sums, part);
            }
        }
        sums.sort(BY_ID);
        return sums;
    }
}
