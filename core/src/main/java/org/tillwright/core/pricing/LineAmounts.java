package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Allocation;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;

/**
 * Every amount on a line. Negative where goods come back. What was taken off is told as it was taken: positive on a
 * sale, negative on its return.
 *
 * @param list what the goods cost before anything was taken off
 * @param discounts in the order in which they were taken
 * @param net the line's part of the total without tax
 * @param taxes in the order in which they were worked out
 */
public record LineAmounts(Money list, List<Discount> discounts, Money net, List<TaxLine> taxes) {

    public LineAmounts {
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
    }

    /** Returns the amount as the line is shown: list less discounts. Holds those taxes that are in the price. */
    public Money extended() {
        Money left = list;
        for (Discount discount : discounts) {
            left = left.minus(discount.amount());
        }
        return left;
    }

    public Money tax() {
        Money sum = Money.zero(net.currency());
        for (TaxLine line : taxes) {
            sum = sum.plus(line.amount());
        }
        return sum;
    }

    public Money gross() {
        return net.plus(tax());
    }

    /**
     * Returns what {@code part} of {@code of} of these goods comes to, by cumulative rounding: the gross, each tax, each
     * discount and the shown amount are rounded, net and list follow from them.
     */
    public LineAmounts share(long part, long of) {
        Money extended = share(extended(), part, of);
        Money gross = share(gross(), part, of);
        Money list = extended;
        List<Discount> sharedDiscounts = new ArrayList<>();
        for (Discount discount : discounts) {
            Discount shared = discount.withAmount(share(discount.amount(), part, of));
            sharedDiscounts.add(shared);
            list = list.plus(shared.amount());
        }
        Money net = gross;
        List<TaxLine> sharedTaxes = new ArrayList<>();
        for (TaxLine line : taxes) {
            TaxLine shared = new TaxLine(line.tax(), share(line.base(), part, of), share(line.amount(), part, of));
            sharedTaxes.add(shared);
            net = net.minus(shared.amount());
        }
        return new LineAmounts(list, sharedDiscounts, net, sharedTaxes);
    }

    /** Returns these amounts less others: discounts and taxes each less its own, whatever their order. */
    public LineAmounts minus(LineAmounts other) {
        List<Discount> rest = new ArrayList<>(discounts);
        for (Discount discount : other.discounts) {
            addDiscount(rest, discount.withAmount(discount.amount().negated()));
        }
        List<TaxLine> restOfTaxes = new ArrayList<>(taxes);
        for (TaxLine line : other.taxes) {
            TaxSums.add(
                    restOfTaxes,
                    new TaxLine(line.tax(), line.base().negated(), line.amount().negated()));
        }
        return new LineAmounts(list.minus(other.list), rest, net.minus(other.net), restOfTaxes);
    }

    /** Returns these amounts and others together. */
    public LineAmounts plus(LineAmounts other) {
        return minus(other.negated());
    }

    /** Returns no amounts at all. */
    public static LineAmounts nothing(Currency currency) {
        return new LineAmounts(Money.zero(currency), List.of(), Money.zero(currency), List.of());
    }

    private static void addDiscount(List<Discount> discounts, Discount more) {
        for (int i = 0; i < discounts.size(); i++) {
            Discount sum = discounts.get(i);
            if (sum.source() == more.source() && sum.id().equals(more.id())) {
                discounts.set(i, sum.withAmount(sum.amount().plus(more.amount())));
                return;
            }
        }
        discounts.add(more);
    }

    /** Returns these amounts without taxes that came to nothing on nothing, unless all of them did. */
    public LineAmounts withoutEmptyTaxes() {
        List<TaxLine> full = new ArrayList<>(taxes);
        full.removeIf(line -> line.base().isZero() && line.amount().isZero());
        return full.isEmpty() ? this : new LineAmounts(list, discounts, net, full);
    }

    /** Returns nothing, of the same taxes. */
    public LineAmounts asNothing() {
        Money zero = Money.zero(net.currency());
        return new LineAmounts(
                zero,
                List.of(),
                zero,
                taxes.stream().map(line -> new TaxLine(line.tax(), zero, zero)).toList());
    }

    /** Returns these amounts without telling what was taken off: the list is what was shown. */
    public LineAmounts withoutDetails() {
        return new LineAmounts(extended(), List.of(), net, taxes);
    }

    /** Returns these amounts turned: those of a return for those of a sale. */
    public LineAmounts negated() {
        return new LineAmounts(
                list.negated(),
                discounts.stream()
                        .map(discount -> discount.withAmount(discount.amount().negated()))
                        .toList(),
                net.negated(),
                taxes.stream()
                        .map(line -> new TaxLine(
                                line.tax(), line.base().negated(), line.amount().negated()))
                        .toList());
    }

    /** Returns what {@code part} of {@code of} comes to of an amount, a half away from zero. */
    public static Money share(Money whole, long part, long of) {
        return new Money(whole.currency(), Allocation.share(whole.minor(), part, of));
    }
}
