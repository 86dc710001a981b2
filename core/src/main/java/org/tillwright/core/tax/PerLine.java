package org.tillwright.core.tax;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rounds each tax on each line. Fixed taxes come first, then those in the price from the last block to the first, then
 * those on top from the first to the last; each is worked out of what the ones before it were rounded to. In a block in
 * the price none is before another.
 *
 * <p>What is left without a tax in the price is what gets rounded, and the tax is the difference. What is left without all
 * of them is the net.
 */
record PerLine(RoundingMode rounding, FixedTaxes fixedTaxes, Chains chains) {

    Split split(Taxable line, long amount) {
        List<Tax> taxes = line.taxes();
        if (taxes.isEmpty()) {
            return new Split(amount, new long[0], new long[0]);
        }
        if (line.isOrdinary()) {
            return ordinary(taxes.get(0), amount);
        }
        TaxChain chain = chains.of(taxes);
        @Nullable Ratio[] known = settled(line, taxes);
        settleTaxesInPrice(chain, amount, known);
        long net = amount;
        for (int i = 0; i < known.length; i++) {
            Ratio tax = known[i];
            if (tax != null && taxes.get(i).inPrice()) {
                net = Math.subtractExact(net, tax.rounded(RoundingMode.UNNECESSARY));
            }
        }
        return onTop(chain, net, known);
    }

    private Split ordinary(Tax tax, long amount) {
        long net = tax.inPrice() ? Rounding.part(amount, Tax.WHOLE, Tax.WHOLE + tax.value(), rounding) : amount;
        long due = tax.inPrice()
                ? Math.subtractExact(amount, net)
                : Rounding.part(amount, tax.value(), Tax.WHOLE, rounding);
        return new Split(net, new long[] {net}, new long[] {due});
    }

    /** As {@link #split}, for an amount that holds no tax, not even those in the price. */
    Split splitNet(Taxable line, long net) {
        return onTop(chains.of(line.taxes()), net, settled(line, line.taxes()));
    }

    private @Nullable Ratio[] settled(Taxable line, List<Tax> taxes) {
        @Nullable Ratio[] known = fixedTaxes.of(line, taxes);
        for (int i = 0; i < known.length; i++) {
            Ratio tax = known[i];
            known[i] = tax == null ? null : Ratio.of(tax.rounded(rounding));
        }
        return known;
    }

    private void settleTaxesInPrice(TaxChain chain, long amount, @Nullable Ratio[] known) {
        Ratio whole = Ratio.of(amount);
        for (int last = known.length - 1; last >= 0; last--) {
            if (known[last] != null || !chain.taxes().get(last).inPrice()) {
                continue;
            }
            List<Ratio> exact = chain.solve(whole, known).amounts();
            for (int i = last; i >= 0 && chain.isOneBlock(i, last); i--) {
                long left = whole.minus(exact.get(i)).rounded(rounding);
                known[i] = Ratio.of(Math.subtractExact(amount, left));
            }
        }
    }

    private Split onTop(TaxChain chain, long net, @Nullable Ratio[] known) {
        long[] bases = new long[known.length];
        long[] taxes = new long[known.length];
        for (int i = 0; i < known.length; i++) {
            long base = net;
            for (int earlier = 0; earlier < i; earlier++) {
                base = chain.isTaxedBy(earlier, i) ? Math.addExact(base, taxes[earlier]) : base;
            }
            bases[i] = base;
            Ratio settled = known[i];
            taxes[i] = settled == null ? taxOn(chain, i, base) : settled.rounded(RoundingMode.UNNECESSARY);
        }
        return new Split(net, bases, taxes);
    }

    private long taxOn(TaxChain chain, int index, long base) {
        Tax tax = chain.taxes().get(index);
        long left = tax.kind() == Tax.Kind.DIVISION ? Tax.WHOLE - chain.shareOfBlock(index) : Tax.WHOLE;
        if (left == 0) {
            throw new ArithmeticException("tax " + tax.taxId() + " leaves nothing of a price");
        }
        return Rounding.part(base, tax.value(), left, rounding);
    }
}
