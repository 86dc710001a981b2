package org.tillwright.core.tax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The taxes of one line as equations, solved exactly. Each tax is a multiple of its base; each base is the net and those
 * earlier taxes that are part of it; and the net with all taxes in the price is the amount. So everything is a constant
 * plus a multiple of the net, and the amount gives the net.
 *
 * <p>Neighbours of one kind and place that all affect the next, or all do not, and of which none is in the other's base are
 * one block: their taxes are worked out at once. Divisions in a block are shares of the base with the whole block on it.
 */
final class TaxChain {

    private final List<Tax> taxes;
    private final int[] blocks;
    private final @Nullable Ratio[] factors;
    private @Nullable Solved ofOne;

    private TaxChain(List<Tax> taxes, int[] blocks) {
        this.taxes = taxes;
        this.blocks = blocks;
        this.factors = new @Nullable Ratio[blocks.length];
    }

    /** Reads a line's taxes; a list that contradicts itself is an {@link IllegalArgumentException} that names the tax. */
    static TaxChain of(List<Tax> taxes) {
        int[] blocks = new int[taxes.size()];
        for (int i = 1; i < blocks.length; i++) {
            blocks[i] = blocks[i - 1] + (areOneBlock(taxes.get(i - 1), taxes.get(i)) ? 0 : 1);
        }
        TaxChain chain = new TaxChain(taxes, blocks);
        chain.requireLawful();
        return chain;
    }

    private void requireLawful() {
        int emptied = -1;
        for (int i = 0; i < blocks.length; i++) {
            Tax tax = taxes.get(i);
            for (int earlier = 0; earlier < i; earlier++) {
                if (taxes.get(earlier).taxId().equals(tax.taxId())) {
                    throw new IllegalArgumentException("tax " + tax.taxId() + " is there twice");
                }
            }
            if (tax.kind() != Tax.Kind.DIVISION) {
                continue;
            }
            Tax.requireShare("tax " + tax.taxId() + " and its neighbours", shareOfBlock(i), tax.inPrice());
            if (leavesNothing(i)) {
                if (emptied >= 0 && !isOneBlock(emptied, i)) {
                    throw new IllegalArgumentException("tax " + tax.taxId() + " finds nothing left of the price");
                }
                emptied = i;
            }
        }
    }

    private static boolean areOneBlock(Tax one, Tax next) {
        return one.kind() == next.kind()
                && one.inPrice() == next.inPrice()
                && one.affectsNext() == next.affectsNext()
                && !(one.affectsNext() && next.affectedByEarlier());
    }

    List<Tax> taxes() {
        return taxes;
    }

    boolean isOneBlock(int one, int other) {
        return blocks[one] == blocks[other];
    }

    /** True if the earlier tax is part of the later one's base. */
    boolean isTaxedBy(int earlier, int later) {
        return taxes.get(earlier).affectsNext()
                && taxes.get(later).affectedByEarlier()
                && blocks[earlier] != blocks[later];
    }

    /** Parts per million that the divisions of a tax's block take together. */
    long shareOfBlock(int index) {
        long share = 0;
        for (int i = 0; i < blocks.length; i++) {
            share += blocks[i] == blocks[index] ? taxes.get(i).value() : 0;
        }
        return share;
    }

    /** What is true of a line: its net, and for each tax the base and the tax, all exact. */
    record Solved(Ratio net, List<Ratio> bases, List<Ratio> amounts) {

        Solved times(Ratio factor) {
            return new Solved(net.times(factor), times(bases, factor), times(amounts, factor));
        }

        private static List<Ratio> times(List<Ratio> figures, Ratio factor) {
            List<Ratio> products = new ArrayList<>(figures.size());
            for (Ratio figure : figures) {
                products.add(figure.times(factor));
            }
            return products;
        }
    }

    /**
     * Solves the chain for an amount that holds the taxes in the price.
     *
     * @param known amounts of taxes that are settled already, null where they are not; fixed taxes always are
     */
    Solved solve(Ratio amount, @Nullable Ratio[] known) {
        for (Ratio settled : known) {
            if (settled != null) {
                return solved(amount, known);
            }
        }
        if (ofOne == null) {
            ofOne = solved(Ratio.ONE, known);
        }
        return ofOne.times(amount); // without constants everything is so much for each unit of the amount
    }

    private Solved solved(Ratio amount, @Nullable Ratio[] known) {
        List<Sum> bases = new ArrayList<>();
        List<Sum> amounts = new ArrayList<>();
        Sum emptied = null;
        Sum held = Sum.NET;
        for (int i = 0; i < blocks.length; i++) {
            Sum base = baseOf(i, amounts);
            Sum tax = taxOn(i, base, known[i]);
            if (known[i] == null && leavesNothing(i)) {
                emptied = base;
            }
            bases.add(base);
            amounts.add(tax);
            held = taxes.get(i).inPrice() ? held.plus(tax) : held;
        }
        if (emptied == null) {
            Ratio net = amount.minus(held.constant).dividedBy(held.perNet);
            return solved(bases, amounts, net, Ratio.ZERO);
        }
        Ratio net = emptied.constant.negated().dividedBy(emptied.perNet);
        Ratio rest = amount.minus(held.constant).minus(held.perNet.times(net));
        return solved(bases, amounts, net, rest.dividedBy(held.perWhole));
    }

    /** Solves the chain for a net: what the taxes in the price then are as well as those on top. */
    Solved solveForNet(Ratio net, @Nullable Ratio[] known) {
        List<Sum> bases = new ArrayList<>();
        List<Sum> amounts = new ArrayList<>();
        for (int i = 0; i < blocks.length; i++) {
            Sum base = baseOf(i, amounts);
            Sum tax = taxOn(i, base, known[i]);
            if (known[i] == null && leavesNothing(i)) {
                throw new ArithmeticException("tax " + taxes.get(i).taxId() + " leaves nothing of a price");
            }
            bases.add(base);
            amounts.add(tax);
        }
        return solved(bases, amounts, net, Ratio.ZERO);
    }

    /** True if a division's block takes the whole price, so that its base is nothing. */
    private boolean leavesNothing(int index) {
        return taxes.get(index).kind() == Tax.Kind.DIVISION && shareOfBlock(index) == Tax.WHOLE;
    }

    private static Solved solved(List<Sum> bases, List<Sum> amounts, Ratio net, Ratio whole) {
        return new Solved(
                net,
                bases.stream().map(base -> base.at(net, whole)).toList(),
                amounts.stream().map(tax -> tax.at(net, whole)).toList());
    }

    private Sum baseOf(int index, List<Sum> earlier) {
        Sum base = Sum.NET;
        for (int i = 0; i < index; i++) {
            base = isTaxedBy(i, index) ? base.plus(earlier.get(i)) : base;
        }
        return base;
    }

    private Sum taxOn(int index, Sum base, @Nullable Ratio known) {
        if (known != null) {
            return new Sum(known, Ratio.ZERO, Ratio.ZERO);
        }
        if (leavesNothing(index)) {
            return new Sum(Ratio.ZERO, Ratio.ZERO, Ratio.of(taxes.get(index).value(), Tax.WHOLE));
        }
        return base.times(factor(index));
    }

    /** What a base is multiplied by. */
    private Ratio factor(int index) {
        Ratio factor = factors[index];
        if (factor == null) {
            Tax tax = taxes.get(index);
            factor = switch (tax.kind()) {
                case PERCENT -> Ratio.of(tax.value(), Tax.WHOLE);
                case DIVISION -> Ratio.of(tax.value(), Tax.WHOLE - shareOfBlock(index));
                case FIXED -> throw new IllegalArgumentException("the amount of a fixed tax is always known");
            };
            factors[index] = factor;
        }
        return factor;
    }

    /**
     * A constant, a multiple of the net, and a multiple of the price of that block of divisions, if there is one, which
     * takes the whole of it: then its base is nothing, and the net says nothing of the tax.
     */
    private record Sum(Ratio constant, Ratio perNet, Ratio perWhole) {

        static final Sum NET = new Sum(Ratio.ZERO, Ratio.ONE, Ratio.ZERO);

        Sum plus(Sum other) {
            return new Sum(constant.plus(other.constant), perNet.plus(other.perNet), perWhole.plus(other.perWhole));
        }

        Sum times(Ratio factor) {
            return new Sum(constant.times(factor), perNet.times(factor), perWhole.times(factor));
        }

        Ratio at(Ratio net, Ratio whole) {
            return constant.plus(perNet.times(net)).plus(perWhole.times(whole));
        }
    }
}
