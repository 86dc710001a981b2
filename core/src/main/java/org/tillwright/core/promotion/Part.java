package org.tillwright.core.promotion;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Finds how EXCLUSIVE promotions are best distributed over one part of a sale: lines that no promotion joins to others. What
 * STACKING promotions take off the pieces that stay open is hoped at first, and worked out for whole distributions.
 */
final class Part {

    /** How often it is guessed what open pieces are worth, from what they were worth last. */
    private static final int GUESSES = 4;

    private final Goods goods;
    private final int[] lines;
    private final List<Member> members;
    private final Hopes hopes;
    private final Turns turns;
    private final Steps steps;
    /** The lines that a member selects. */
    private final int[] searched;

    private final long[] open;
    private final long[] before;
    private final long[] left;
    private final Search search;

    /**
     * @param lines in price order
     * @param members those that touch it, in order
     * @param stacking all that count
     */
    Part(
            Goods goods,
            int[] lines,
            List<Member> members,
            List<Touched> stacking,
            Hopes hopes,
            Turns turns,
            Steps steps) {
        this.goods = goods;
        this.lines = lines;
        this.members = members;
        this.hopes = hopes;
        this.turns = turns;
        this.steps = steps;
        this.searched = LineOrder.of(touched(), members);
        this.open = new long[goods.size];
        this.before = new long[goods.size];
        this.left = new long[goods.size];
        boolean[] depends = new boolean[searched.length];
        boolean isDependent = markDependent(depends, stacking);
        Shelf shelf = shelf(hopes::of);
        this.search = new Search(shelf, hopedBeside(), this::taken, depends, steps);
        search.offer(Plan.open(shelf));
        if (search.walkThroughAll()) {
            return;
        }
        if (isDependent) {
            guess();
        }
        search.run(SearchLimits.FIRST_WIDTH);
    }

    /** Returns the best plan that was found. */
    Plan best() {
        return requireNonNull(search.best());
    }

    /** Returns how many minor units at most another plan takes more. */
    long bound() {
        return search.most() - search.taken();
    }

    private Shelf shelf(Shelf.OpenWorth worth) {
        return new Shelf(goods, searched, members, goods.pieces, goods.amounts, worth);
    }

    private int[] touched() {
        int[] touched = new int[lines.length];
        int count = 0;
        for (int line : lines) {
            for (Member member : members) {
                if (member.touched.maskOf(line) != 0) {
                    touched[count++] = line;
                    break;
                }
            }
        }
        return Arrays.copyOf(touched, count);
    }

    /** Marks the lines of which it matters to others how many pieces stay open; returns whether there are any. */
    private boolean markDependent(boolean[] depends, List<Touched> stacking) {
        boolean found = false;
        for (Touched touched : stacking) {
            if (touched.joinsLines(goods) && !touched.settled && touched.selectsOneOf(searched)) {
                found = true;
                for (int i = 0; i < searched.length; i++) {
                    depends[i] |= touched.maskOf(searched[i]) != 0;
                }
            }
        }
        return found;
    }

    private long hopedBeside() {
        long sum = hopes.ofWholeSale(false, lines);
        for (int line : lines) {
            sum += hopes.of(line, goods.pieces[line]);
        }
        for (int line : searched) {
            sum -= hopes.of(line, goods.pieces[line]);
        }
        return sum;
    }

    /** Works out what a plan takes off the part, STACKING promotions included. */
    private long taken(Plan plan) {
        for (int line : lines) {
            open[line] = goods.pieces[line];
            left[line] = goods.amounts[line];
        }
        long taken = plan.taken();
        plan.leaveOpen(open, left);
        System.arraycopy(left, 0, before, 0, left.length);
        steps.take(lines.length);
        return taken + turns.takeSettled(open, left);
    }

    /**
     * Looks for a good plan to begin with: it takes for granted that open pieces have taken off what they had in the plan
     * before, first in that which leaves all open.
     */
    private void guess() {
        long[] lastOpen = goods.pieces.clone();
        long[] lastTaken = new long[goods.size];
        for (int guess = 0; guess < GUESSES && !steps.areUsedUp(); guess++) {
            for (int line : searched) {
                if (open[line] > 0) {
                    lastOpen[line] = open[line];
                    lastTaken[line] = before[line] - left[line];
                }
            }
            Shelf shelf = shelf((line, pieces) -> Portions.part(lastTaken[line], pieces, lastOpen[line]));
            Plan plan = new Search(shelf, 0, this::taken, new boolean[searched.length], steps).glance();
            if (plan == null) {
                return;
            }
            search.offer(plan);
        }
    }
}
