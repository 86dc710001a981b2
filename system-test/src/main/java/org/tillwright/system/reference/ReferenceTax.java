package org.tillwright.system.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.Tax;

/**
 * The taxes of one line as plain equations in fractions. Each tax is a multiple of its base; its base is the net and those
 * earlier taxes that count; the net and all taxes in the price are the amount.
 */
final class ReferenceTax {

    private static final long WHOLE = 1_000_000;

    private final List<Tax> taxes;
    private final @Nullable Ratio[] known;

    private ReferenceTax(List<Tax> taxes) {
        this.taxes = taxes;
        this.known = new Ratio[taxes.size()];
    }

    /**
     * What a line comes to.
     *
     * @param amounts of the taxes, in their order
     * @param bases likewise
     */
    record Line(long net, List<Long> amounts, List<Long> bases) {

        long tax() {
            long sum = 0;
            for (long amount : amounts) {
                sum += amount;
            }
            return sum;
        }
    }

    /**
     * Rounds each tax of a line: fixed ones first, those in the price from the last to the first, those on top from the
     * first to the last, each worked out of what those before it were rounded to.
     *
     * @param minorOfMajor minor units in a major unit
     */
    static Line perLine(long amount, BigDecimal quantity, List<Tax> taxes, RoundingMode rounding, long minorOfMajor) {
        ReferenceTax line = new ReferenceTax(taxes);
        long left = line.takeFixed(amount, quantity, rounding, minorOfMajor);
        for (int i = taxes.size() - 1; i >= 0; i--) {
            if (taxes.get(i).inPrice() && taxes.get(i).kind() != Tax.Kind.FIXED) {
                Ratio exact = line.besides(i).solved(Ratio.of(amount)).get(i);
                long tax = amount - Ratio.of(amount).minus(exact).rounded(rounding);
                line.known[i] = Ratio.of(tax);
                left -= tax;
            }
        }
        long net = left;
        for (int i = 0; i < taxes.size(); i++) {
            if (line.known[i] == null) {
                line.known[i] = Ratio.of(line.onNet(Ratio.of(net)).get(i).rounded(rounding));
            }
        }
        List<Long> amounts = new ArrayList<>();
        List<Long> bases = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            bases.add(line.base(i, Ratio.of(net), line.onNet(Ratio.of(net))).floor());
            amounts.add(line.onNet(Ratio.of(net)).get(i).floor());
        }
        return new Line(net, amounts, bases);
    }

    /** The same line, on which what was charged stands; but neighbours of one block are worked out as if at once. */
    private ReferenceTax besides(int place) {
        ReferenceTax other = new ReferenceTax(taxes);
        for (int i = 0; i < taxes.size(); i++) {
            boolean settled = i > place && !block(place).contains(i);
            other.known[i] = settled || taxes.get(i).kind() == Tax.Kind.FIXED ? known[i] : null;
        }
        return other;
    }

    /** What a line comes to unrounded. */
    record Exact(Ratio net, List<Ratio> amounts, List<Ratio> bases) {}

    /** Returns what a line comes to before anything is rounded. */
    static Exact exact(Ratio amount, BigDecimal quantity, List<Tax> taxes, long minorOfMajor) {
        ReferenceTax line = new ReferenceTax(taxes);
        for (int i = 0; i < taxes.size(); i++) {
            if (taxes.get(i).kind() == Tax.Kind.FIXED) {
                line.known[i] = fixed(taxes.get(i), amount.signum(), quantity, minorOfMajor);
            }
        }
        List<Ratio> amounts = line.solved(amount);
        Ratio net = amount;
        for (int i = 0; i < taxes.size(); i++) {
            net = taxes.get(i).inPrice() ? net.minus(amounts.get(i)) : net;
        }
        List<Ratio> bases = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            bases.add(line.base(i, net, amounts));
        }
        return new Exact(net, amounts, bases);
    }

    /** The places of the taxes that are one block with a tax, itself among them. */
    static List<Integer> block(List<Tax> taxes, int place) {
        return new ReferenceTax(taxes).block(place);
    }

    private long takeFixed(long amount, BigDecimal quantity, RoundingMode rounding, long minorOfMajor) {
        long left = amount;
        for (int i = 0; i < taxes.size(); i++) {
            if (taxes.get(i).kind() == Tax.Kind.FIXED) {
                long tax = fixed(taxes.get(i), Long.signum(amount), quantity, minorOfMajor)
                        .rounded(rounding);
                known[i] = Ratio.of(tax);
                left -= taxes.get(i).inPrice() ? tax : 0;
            }
        }
        return left;
    }

    /** The tax goes the way the money goes; where nothing is paid, the way the goods go. */
    private static Ratio fixed(Tax tax, int way, BigDecimal quantity, long minorOfMajor) {
        int sign = way == 0 ? quantity.signum() : way;
        return Ratio.of(tax.value(), WHOLE)
                .times(Ratio.of(minorOfMajor))
                .times(Ratio.of(quantity.abs()))
                .times(Ratio.of(sign));
    }

    /**
     * Finds the net with which the net and all taxes in the price are the amount. All taxes are straight lines over the
     * net, so two points tell where.
     */
    private List<Ratio> solved(Ratio amount) {
        Ratio atZero = price(Ratio.ZERO);
        Ratio slope = price(Ratio.ONE).minus(atZero);
        return onNet(amount.minus(atZero).over(slope));
    }

    private Ratio price(Ratio net) {
        Ratio price = net;
        List<Ratio> amounts = onNet(net);
        for (int i = 0; i < taxes.size(); i++) {
            price = taxes.get(i).inPrice() ? price.plus(amounts.get(i)) : price;
        }
        return price;
    }

    private List<Ratio> onNet(Ratio net) {
        List<Ratio> amounts = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            Ratio settled = known[i];
            amounts.add(settled != null ? settled : share(i).times(base(i, net, amounts)));
        }
        return amounts;
    }

    private Ratio base(int place, Ratio net, List<Ratio> earlier) {
        Ratio base = net;
        for (int i = 0; i < place; i++) {
            base = counts(i, place) ? base.plus(earlier.get(i)) : base;
        }
        return base;
    }

    private boolean counts(int earlier, int later) {
        return taxes.get(earlier).affectsNext() && taxes.get(later).affectedByEarlier();
    }

    /** Of its base: a percentage is itself; a division is a share of the base with its whole block on it. */
    private Ratio share(int place) {
        Tax tax = taxes.get(place);
        if (tax.kind() == Tax.Kind.PERCENT) {
            return Ratio.of(tax.value(), WHOLE);
        }
        long together = 0;
        for (int i : block(place)) {
            together += taxes.get(i).value();
        }
        return Ratio.of(tax.value(), WHOLE - together);
    }

    /** Neighbours of one kind and place of which none is in another's base, and that are all or none part of later ones. */
    private List<Integer> block(int place) {
        List<Integer> block = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            int next = i;
            boolean joins = !block.isEmpty()
                    && taxes.get(i).kind() == taxes.get(i - 1).kind()
                    && taxes.get(i).inPrice() == taxes.get(i - 1).inPrice()
                    && taxes.get(i).affectsNext() == taxes.get(i - 1).affectsNext()
                    && block.stream().noneMatch(earlier -> counts(earlier, next));
            if (!joins) {
                if (block.contains(place)) {
                    return block;
                }
                block.clear();
            }
            block.add(i);
        }
        return block;
    }
}
