package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.List;

/** The best that was found for all parts of a sale together, and what it takes off with STACKING promotions. */
final class Distribution {

    private final Goods goods;
    private final List<Plan> plans = new ArrayList<>();
    private long counted;
    private long bound;
    private long taken;
    private long hoped;

    private Distribution(Goods goods) {
        this.goods = goods;
    }

    /** Searches each part of the sale for itself. */
    static Distribution of(
            Goods goods, List<Touched> exclusive, List<Touched> stacking, Hopes hopes, Turns turns, Steps steps) {
        Distribution found = new Distribution(goods);
        for (int[] part : parts(goods, exclusive, stacking)) {
            List<Member> here = new ArrayList<>();
            for (Touched touched : exclusive) {
                if (touched.selectsOneOf(part) && touched.isInReach(goods)) {
                    Member member = new Member(touched, touched.available(goods.pieces));
                    if (member.canCount()) {
                        here.add(member);
                    }
                }
            }
            if (!here.isEmpty()) {
                Part searched = new Part(goods, part, here, stacking, hopes, turns, steps);
                found.plans.add(searched.best());
                found.bound = Math.addExact(found.bound, searched.bound());
            }
        }
        found.measure(hopes, turns);
        return found;
    }

    /** Returns the lines in parts between which no promotion makes one depend on another. */
    private static List<int[]> parts(Goods goods, List<Touched> exclusive, List<Touched> stacking) {
        Groups groups = new Groups(goods.size);
        for (Touched touched : exclusive) {
            if (touched.joinsLines(goods)) {
                groups.join(touched);
            }
        }
        for (Touched touched : stacking) {
            if (touched.joinsLines(goods) && !touched.settled) {
                groups.join(touched);
            }
        }
        return groups.all();
    }

    private void measure(Hopes hopes, Turns turns) {
        int[] all = new int[goods.size];
        for (int line = 0; line < all.length; line++) {
            all[line] = line;
        }
        long[] open = goods.pieces.clone();
        long[] left = goods.amounts.clone();
        counted = carryOut(open, left);
        taken = counted + turns.take(open.clone(), left.clone(), false);
        hoped = counted + turns.takeSettled(open, left) + hopes.ofWholeSale(true, all);
    }

    /** Writes what stays open; returns what is taken off the rest. */
    long carryOut(long[] open, long[] left) {
        long sum = 0;
        for (Plan plan : plans) {
            plan.leaveOpen(open, left);
            for (int line = 0; line < plan.shelf.size(); line++) {
                sum += plan.takenOff(line);
            }
        }
        return sum;
    }

    /** Writes what was taken into the rules. */
    void note() {
        plans.forEach(plan -> plan.note(goods.size));
    }

    /** Returns what is really taken off the sale. */
    long taken() {
        return taken;
    }

    /** Returns what is taken off if everything that was taken for granted is so. */
    long hoped() {
        return hoped;
    }

    /** Returns what no combination can exceed. */
    long most() {
        return Math.addExact(hoped, bound);
    }
}
