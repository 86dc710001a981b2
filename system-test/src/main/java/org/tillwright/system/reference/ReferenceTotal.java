package org.tillwright.system.reference;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.tax.Tax;

/** Taxes that are rounded once for a whole cart, and each line's share of them, sentence by sentence. */
final class ReferenceTotal {

    private final List<Taxed> lines;
    private final RoundingMode rounding;

    private ReferenceTotal(List<Taxed> lines, RoundingMode rounding) {
        this.lines = lines;
        this.rounding = rounding;
    }

    /** Something to be taxed, with its sign, what it comes to exactly, and what becomes of that. */
    static final class Taxed {

        private final Ratio amount;
        private final List<Tax> taxes;
        private final ReferenceTax.Exact exact;
        final long[] amounts;
        final long[] bases;
        long net;

        Taxed(Ratio amount, List<Tax> taxes, ReferenceTax.Exact exact) {
            this.amount = amount;
            this.taxes = taxes;
            this.exact = exact;
            this.amounts = new long[taxes.size()];
            this.bases = new long[taxes.size()];
        }

        private boolean holdsAll() {
            return !taxes.isEmpty() && taxes.stream().allMatch(Tax::inPrice);
        }

        private boolean holdsSome() {
            return taxes.stream().anyMatch(Tax::inPrice);
        }
    }

    /** Works out net, taxes and bases of all of them. */
    static void work(List<Taxed> lines, RoundingMode rounding) {
        ReferenceTotal total = new ReferenceTotal(lines, rounding);
        Map<Tax, List<int[]>> places = new LinkedHashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            for (int tax = 0; tax < lines.get(line).taxes.size(); tax++) {
                places.computeIfAbsent(lines.get(line).taxes.get(tax), one -> new ArrayList<>())
                        .add(new int[] {line, tax});
            }
        }
        places.forEach(total::tax);
        places.forEach(total::base);
        total.nets();
    }

    private static Ratio sum(List<Ratio> parts) {
        Ratio sum = Ratio.ZERO;
        for (Ratio part : parts) {
            sum = sum.plus(part);
        }
        return sum;
    }

    /** A tax in the price is what the rounded price without it leaves. */
    private void tax(Tax tax, List<int[]> places) {
        List<Ratio> exact = new ArrayList<>();
        Ratio prices = Ratio.ZERO;
        for (int[] place : places) {
            exact.add(lines.get(place[0]).exact.amounts().get(place[1]));
            prices = prices.plus(lines.get(place[0]).amount);
        }
        long whole = sum(exact).rounded(rounding);
        if (tax.inPrice()) {
            long price = prices.rounded(RoundingMode.HALF_UP);
            whole = price - Ratio.of(price).minus(sum(exact)).rounded(rounding);
        }
        List<Long> shares = Shares.ofRounded(whole, exact);
        for (int i = 0; i < places.size(); i++) {
            lines.get(places.get(i)[0]).amounts[places.get(i)[1]] = shares.get(i);
        }
    }

    /** The base of a tax in the price is what its block leaves of the price that the block is in. */
    private void base(Tax tax, List<int[]> places) {
        List<Ratio> exact = new ArrayList<>();
        for (int[] place : places) {
            Taxed line = lines.get(place[0]);
            Ratio base = line.exact.bases().get(place[1]);
            if (tax.inPrice()) {
                for (int other : ReferenceTax.block(line.taxes, place[1])) {
                    base = base.plus(line.exact.amounts().get(other));
                }
            }
            exact.add(base);
        }
        List<Long> shares = Shares.ofRounded(sum(exact).rounded(rounding), exact);
        for (int i = 0; i < places.size(); i++) {
            Taxed line = lines.get(places.get(i)[0]);
            long base = shares.get(i);
            if (tax.inPrice()) {
                for (int other : ReferenceTax.block(line.taxes, places.get(i)[1])) {
                    base -= line.amounts[other];
                }
            }
            line.bases[places.get(i)[1]] = base;
        }
    }

    private void nets() {
        List<Taxed> others = new ArrayList<>();
        boolean isWorkedOut = false;
        for (Taxed line : lines) {
            if (line.holdsAll()) {
                line.net = line.amount.floor(); // whole already
                for (long tax : line.amounts) {
                    line.net -= tax;
                }
            } else {
                others.add(line);
                isWorkedOut |= line.holdsSome();
            }
        }
        List<Ratio> exact = others.stream().map(line -> line.exact.net()).toList();
        RoundingMode mode = isWorkedOut ? rounding : RoundingMode.HALF_UP;
        List<Long> shares = Shares.ofRounded(sum(exact).rounded(mode), exact);
        for (int i = 0; i < others.size(); i++) {
            others.get(i).net = shares.get(i);
        }
    }
}
