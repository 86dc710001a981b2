package org.tillwright.wire.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.Lists;

/** Reads what was paid for the lines of a sale out of its message, for goods that come back. */
public final class SoldLines {

    private SoldLines() {}

    /**
     * Returns every amount on a line, as it was told.
     *
     * @param policy the tax policy of the sale's own record
     */
    public static LineAmounts amountsOf(SaleMessage sale, SaleMessage.Line line, TaxPolicy policy) {
        Currency currency = Currency.of(sale.currency());
        return new LineAmounts(
                new Money(currency, line.listedMinor()),
                line.takenOff().stream()
                        .map(discount -> new Discount(
                                Discount.Source.valueOf(discount.source()),
                                discount.discountId(),
                                new Money(currency, discount.amountMinor())))
                        .toList(),
                new Money(currency, line.netMinor()),
                taxesOf(sale, line, currency, policy));
    }

    private static List<TaxLine> taxesOf(
            SaleMessage sale, SaleMessage.Line line, Currency currency, TaxPolicy policy) {
        List<TaxLine> taxes = new ArrayList<>();
        List<SaleMessage.LineTax> told = line.taxes();
        if (told == null) {
            sale.taxLines().stream()
                    .filter(group -> group.taxRateId().equals(line.taxRateId()))
                    .findFirst()
                    .ifPresent(group -> taxes.add(new TaxLine(
                            Tax.percent(
                                    group.taxRateId(),
                                    new Rate(group.ratePpm()),
                                    policy.placement() == TaxPolicy.Placement.IN_PRICE),
                            new Money(currency, line.netMinor()),
                            new Money(currency, line.taxMinor()))));
            return taxes;
        }
        Map<String, SaleMessage.TaxSum> sums = new HashMap<>();
        Lists.of(sale.taxes()).forEach(sum -> sums.put(sum.taxId(), sum));
        for (SaleMessage.LineTax part : told) {
            SaleMessage.TaxSum sum = sums.get(part.taxId());
            if (sum != null) {
                taxes.add(new TaxLine(
                        new Tax(
                                sum.taxId(),
                                Tax.Kind.valueOf(sum.kind()),
                                sum.value(),
                                sum.inPrice(),
                                false,
                                true,
                                sum.taxId()),
                        new Money(currency, part.baseMinor()),
                        new Money(currency, part.amountMinor())));
            }
        }
        return taxes;
    }
}
