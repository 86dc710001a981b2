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
        return new Reading(sale, policy, 1).amounts(line);
    }

    /** Returns what was given back for a line that came back, as amounts of a sale: turned, and without its discounts. */
    static LineAmounts refundOf(SaleMessage sale, SaleMessage.Line line, TaxPolicy policy) {
        LineAmounts back = new Reading(sale, policy, -1).amounts(line);
        return new LineAmounts(back.extended(), List.of(), back.net(), back.taxes());
    }

    /** One sale as it is read, its amounts as they are or turned. */
    private record Reading(SaleMessage sale, TaxPolicy policy, long sign) {

        LineAmounts amounts(SaleMessage.Line line) {
            return new LineAmounts(
                    money(line.listedMinor()),
                    line.takenOff().stream()
                            .map(discount -> new Discount(
                                    Discount.Source.valueOf(discount.source()),
                                    discount.discountId(),
                                    money(discount.amountMinor())))
                            .toList(),
                    money(line.netMinor()),
                    line.taxes() == null ? group(line) : taxes(line));
        }

        private Money money(long minor) {
            return new Money(Currency.of(sale.currency()), Math.multiplyExact(minor, sign));
        }

        private List<TaxLine> group(SaleMessage.Line line) {
            return sale.taxLines().stream()
                    .filter(group -> group.taxRateId().equals(line.taxRateId()))
                    .limit(1)
                    .map(group -> new TaxLine(
                            Tax.percent(
                                    TaxNames.idOf(sale, group),
                                    new Rate(group.ratePpm()),
                                    isInPrice(group.taxRateId())),
                            money(line.netMinor()),
                            money(line.taxMinor())))
                    .toList();
        }

        /** What the lines of a group show is with its tax or without; where none of them has any, the policy says it. */
        private boolean isInPrice(String group) {
            return sale.lines().stream()
                    .filter(line -> line.taxRateId().equals(group) && line.taxMinor() != 0)
                    .findFirst()
                    .map(line -> !line.extendedMinor().equals(line.netMinor()))
                    .orElse(policy.placement() == TaxPolicy.Placement.IN_PRICE);
        }

        private List<TaxLine> taxes(SaleMessage.Line line) {
            Map<String, SaleMessage.TaxSum> sums = new HashMap<>();
            Lists.of(sale.taxes()).forEach(sum -> sums.put(sum.taxId(), sum));
            List<TaxLine> taxes = new ArrayList<>();
            for (SaleMessage.LineTax part : Lists.of(line.taxes())) {
                SaleMessage.TaxSum sum = sums.get(part.taxId());
                if (sum != null) {
                    taxes.add(new TaxLine(taxOf(sum), money(part.baseMinor()), money(part.amountMinor())));
                }
            }
            return taxes;
        }

        /** Nothing is worked out of it any more, so how it affected others does not matter. */
        private Tax taxOf(SaleMessage.TaxSum sum) {
            String id = TaxNames.idOf(sale, sum);
            return new Tax(id, Tax.Kind.valueOf(sum.kind()), sum.value(), sum.inPrice(), false, true, id);
        }
    }
}
