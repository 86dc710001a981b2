package org.tillwright.system.reference;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spreading and stepwise sharing, as the documents say it and no quicker. */
final class Shares {

    private Shares() {}

    /**
     * Largest remainder: each gets its exact share rounded towards zero; what is left goes out one unit at a time, largest
     * remainder first, ties in the order given.
     */
    static List<Long> spread(long whole, List<Ratio> weights) {
        Ratio sum = Ratio.ZERO;
        for (Ratio weight : weights) {
            sum = sum.plus(weight);
        }
        List<Long> shares = new ArrayList<>();
        List<Ratio> remainders = new ArrayList<>();
        long left = Math.abs(whole);
        for (Ratio weight : weights) {
            Ratio exact = sum.signum() == 0
                    ? Ratio.ZERO
                    : Ratio.of(Math.abs(whole)).times(weight).over(sum);
            shares.add(exact.floor());
            remainders.add(exact.minus(Ratio.of(exact.floor())));
            left -= exact.floor();
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
        for (int i = 0; i < left; i++) {
            shares.set(order.get(i), shares.get(order.get(i)) + 1);
        }
        return whole < 0 ? shares.stream().map(share -> -share).toList() : shares;
    }

    /**
     * Shares out a figure that was rounded once: each gets its exact part rounded down, and what is left goes out one unit
     * at a time, the largest remainder first, ties in the order given. Where money goes back on the whole, all is mirrored;
     * where exactly nothing is paid, the first that costs anything says which way.
     */
    static List<Long> ofRounded(long whole, List<Ratio> exact) {
        Ratio sum = Ratio.ZERO;
        for (Ratio part : exact) {
            sum = sum.plus(part);
        }
        int way = sum.signum();
        for (int i = 0; i < exact.size() && way == 0; i++) {
            way = exact.get(i).signum();
        }
        boolean isBack = way < 0;
        List<Long> shares = new ArrayList<>();
        List<Ratio> remainders = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        long left = isBack ? -whole : whole;
        for (Ratio part : exact) {
            Ratio mirrored = isBack ? part.negated() : part;
            long floor = mirrored.floor();
            order.add(shares.size());
            shares.add(floor);
            remainders.add(mirrored.minus(Ratio.of(floor)));
            left -= floor;
        }
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
        for (int i = 0; i < left; i++) {
            shares.set(order.get(i), shares.get(order.get(i)) + 1);
        }
        return isBack ? shares.stream().map(share -> -share).toList() : shares;
    }

    /** What {@code part} of {@code of} comes to when all of them are {@code whole}: half up. */
    static long upTo(long whole, long part, long of) {
        return Ratio.of(whole).times(Ratio.of(part, of)).rounded(RoundingMode.HALF_UP);
    }
}
