package org.tillwright.core.tax;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Rounds each figure once, for all lines, and gives each line its share of it by largest remainder. Until then every line
 * is exact.
 *
 * <p>What was given is kept. Lines that hold all their tax keep their gross, and the net is what the taxes leave; lines
 * that hold none keep their net. A line of both kinds is given neither: its net is rounded, and the gross is the sum.
 */
final class PerTotal {

    /** How given amounts become whole minor units: a half goes away from zero, as where prices become line amounts. */
    static final RoundingMode OF_AMOUNTS = RoundingMode.HALF_UP;

    private final RoundingMode rounding;
    private final List<Taxable> lines;
    private final List<TaxChain> chains;
    private final List<TaxChain.Solved> solved = new ArrayList<>();
    private final long[][] taxes;
    private final long[][] bases;

    /** True when the amounts were nets, so that a tax is never part of what was given. */
    private final boolean isOfNets;

    private PerTotal(List<Taxable> lines, RoundingMode rounding, boolean isOfNets) {
        this.rounding = rounding;
        this.isOfNets = isOfNets;
        this.lines = lines;
        Chains all = new Chains();
        this.chains = lines.stream().map(line -> all.of(line.taxes())).toList();
        this.taxes = lines.stream().map(line -> new long[line.taxes().size()]).toArray(long[][]::new);
        this.bases = lines.stream().map(line -> new long[line.taxes().size()]).toArray(long[][]::new);
    }

    static List<Split> split(List<Taxable> lines, RoundingMode rounding, FixedTaxes fixedTaxes) {
        PerTotal total = new PerTotal(lines, rounding, false);
        for (int i = 0; i < lines.size(); i++) {
            Taxable line = lines.get(i);
            Ratio amount = Ratio.of(line.exactMinor());
            total.solved.add(total.chains.get(i).solve(amount, fixedTaxes.of(line, line.taxes())));
        }
        return total.splits();
    }

    /** As {@link #split}, for lines that have no tax in their price any more, and whose exact nets are known. */
    static List<Split> splitNets(List<Taxable> lines, List<Ratio> nets, RoundingMode rounding, FixedTaxes fixedTaxes) {
        PerTotal total = new PerTotal(lines, rounding, true);
        for (int i = 0; i < lines.size(); i++) {
            Taxable line = lines.get(i);
            total.solved.add(total.chains.get(i).solveForNet(nets.get(i), fixedTaxes.of(line, line.taxes())));
        }
        return total.splits();
    }

    private List<Split> splits() {
        Map<Tax, List<Place>> places = new LinkedHashMap<>();
        for (int i = 0; i < taxes.length; i++) {
            for (int j = 0; j < taxes[i].length; j++) {
                places.computeIfAbsent(lines.get(i).taxes().get(j), tax -> new ArrayList<>())
                        .add(new Place(i, j));
            }
        }
        places.forEach(this::spreadTax);
        places.forEach(this::spreadBase);
        long[] nets = nets();
        return IntStream.range(0, nets.length)
                .mapToObj(i -> new Split(nets[i], bases[i], taxes[i]))
                .toList();
    }

    /** A tax in the price is what the rounding of the rest leaves of it, so that one tax alone rounds the net. */
    private void spreadTax(Tax tax, List<Place> places) {
        List<Ratio> exact = places.stream().map(this::exactTax).toList();
        Ratio sum = Shares.sum(exact);
        long whole = sum.rounded(rounding);
        if (isHeld(tax)) {
            Ratio given = Shares.sum(places.stream()
                    .map(place -> Ratio.of(lines.get(place.line()).exactMinor()))
                    .toList());
            long amount = given.rounded(OF_AMOUNTS);
            whole = Math.subtractExact(amount, Ratio.of(amount).minus(sum).rounded(rounding));
        }
        long[] shares = Shares.of(exact, whole);
        for (int i = 0; i < shares.length; i++) {
            Place place = places.get(i);
            taxes[place.line()][place.index()] = shares[i];
        }
    }

    /** The base of a tax in the price is what the taxes of its block leave of what they are in. */
    private void spreadBase(Tax tax, List<Place> places) {
        List<Ratio> exact = new ArrayList<>();
        for (Place place : places) {
            Ratio base = solved.get(place.line()).bases().get(place.index());
            exact.add(isHeld(tax) ? base.plus(Shares.sum(exactTaxesOfBlock(place))) : base);
        }
        long[] shares = Shares.of(exact, Shares.sum(exact).rounded(rounding));
        for (int i = 0; i < shares.length; i++) {
            Place place = places.get(i);
            long base = shares[i];
            if (isHeld(tax)) {
                for (int other : block(place)) {
                    base = Math.subtractExact(base, taxes[place.line()][other]);
                }
            }
            bases[place.line()][place.index()] = base;
        }
    }

    private long[] nets() {
        long[] nets = new long[taxes.length];
        List<Integer> grossGiven = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        boolean isWorkedOut = false;
        for (int i = 0; i < nets.length; i++) {
            Taxable line = lines.get(i);
            boolean keepsGross = !isOfNets && line.holdsAllTax();
            isWorkedOut |= !isOfNets && !keepsGross && line.holdsTax();
            (keepsGross ? grossGiven : others).add(i);
        }
        spread(grossGiven, i -> Ratio.of(lines.get(i).exactMinor()), OF_AMOUNTS, nets);
        for (int i : grossGiven) {
            for (long tax : taxes[i]) {
                nets[i] = Math.subtractExact(nets[i], tax);
            }
        }
        spread(others, i -> solved.get(i).net(), isWorkedOut ? rounding : OF_AMOUNTS, nets);
        return nets;
    }

    private static void spread(List<Integer> which, IntFunction<Ratio> exactOf, RoundingMode rounding, long[] nets) {
        List<Ratio> exact = which.stream().map(exactOf::apply).toList();
        long[] shares = Shares.of(exact, Shares.sum(exact).rounded(rounding));
        for (int i = 0; i < shares.length; i++) {
            nets[which.get(i)] = shares[i];
        }
    }

    private boolean isHeld(Tax tax) {
        return tax.inPrice() && !isOfNets;
    }

    private Ratio exactTax(Place place) {
        return solved.get(place.line()).amounts().get(place.index());
    }

    private List<Ratio> exactTaxesOfBlock(Place place) {
        return block(place).stream()
                .map(other -> solved.get(place.line()).amounts().get(other))
                .toList();
    }

    private List<Integer> block(Place place) {
        TaxChain chain = chains.get(place.line());
        return IntStream.range(0, chain.taxes().size())
                .filter(other -> chain.isOneBlock(other, place.index()))
                .boxed()
                .toList();
    }

    /** Where a tax stands: on which line, and as which of its taxes. */
    private record Place(int line, int index) {}
}
