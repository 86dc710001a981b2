package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds how EXCLUSIVE promotions are best distributed over one part of a sale: lines that no promotion joins to others. An
 * upper bound for every half-made combination comes from {@link Packing}; whole ones are worked out exactly.
 */
final class PartSearch {

    private final Goods goods;
    private final int[] lines;
    private final List<Touched> exclusive;
    private final Hopes hopes;
    private final Turns turns;
    private final long[] open;
    private final long[] left;

    private @Nullable Plan best;
    private long bestTaken = -1;
    /** What a combination that was not looked at could take at most. */
    private long unseen = -1;

    /** Lines of whole combinations that were worked out in this sale so far. */
    private final StepCount combinations;

    /** A way of applying all that is applied to whole lines, with the packings of the rest. */
    record Plan(Mode mode, List<Packing> packings, List<int[]> choices) {}

    /**
     * @param lines of the part, in price order
     * @param exclusive those that touch it, in order
     */
    PartSearch(Goods goods, int[] lines, List<Touched> exclusive, Hopes hopes, Turns turns, StepCount combinations) {
        this.combinations = combinations;
        this.goods = goods;
        this.lines = lines;
        this.exclusive = exclusive;
        this.hopes = hopes;
        this.turns = turns;
        this.open = new long[goods.size];
        this.left = new long[goods.size];
    }

    /** Searches; afterwards {@link #best} has the plan. */
    void search() {
        Mode mode = new Mode(goods, exclusive);
        int modes = 0;
        do {
            boolean enough = combinations.isBeyond(SearchLimits.LINES_WORKED_OUT) && modes > 0;
            if (++modes > SearchLimits.MODES || enough) {
                unseen = Math.max(unseen, relaxed());
                return;
            }
            if (mode.isLawful()) {
                search(mode.copy());
            }
        } while (mode.advance());
    }

    @Nullable
    Plan best() {
        return best;
    }

    /** Returns how many minor units at most a combination takes more that was not looked at. */
    long bound() {
        return Math.max(0, unseen - bestTaken);
    }

    private void search(Mode mode) {
        Packings packed = new Packings(goods, lines, mode, hopes);
        combinations.add(packed.steps() / SearchLimits.STEPS_OF_A_LINE);
        long certain = mode.taken() + hopes.ofWholeSale(false, lines);
        for (int line : lines) {
            certain += packed.has(line) || mode.consumes(line) ? 0 : hopes.of(line, goods.pieces[line]);
        }
        if (packed.isIncomplete()) {
            unseen = Math.max(unseen, relaxed());
        }
        long most = certain;
        for (Packing packing : packed.all()) {
            long worth = packing.best(0, 0);
            if (worth == Packing.NONE) {
                return; // no way to reach the break that this mode is about
            }
            most += worth;
        }
        if (most > bestTaken) {
            walk(mode, packed.all(), certain, most);
        }
    }

    private void walk(Mode mode, List<Packing> packings, long certain, long most) {
        List<int[]> choices = new ArrayList<>();
        for (Packing packing : packings) {
            choices.add(packing.bestChoices());
        }
        tryOut(new Plan(mode, packings, choices));
        if (best == null) {
            // Sets at a price were used to keep pieces from other promotions, which is not lawful.
            tryOut(new Plan(
                    mode, packings, packings.stream().map(Packing::openChoices).toList()));
        }
        if (bestTaken < most) {
            new Descent(mode, packings, most).from(0, 0, 0, certain);
        }
    }

    /** Works out exactly what a plan takes off the part, stacking promotions included, and keeps it if it is better. */
    private void tryOut(Plan plan) {
        int before = turns.stepsOfSets();
        long taken = plan.mode().taken();
        for (int line : lines) {
            open[line] = plan.mode().consumes(line) ? 0 : goods.pieces[line];
            left[line] = plan.mode().consumes(line) ? 0 : goods.amounts[line];
        }
        for (int i = 0; i < plan.packings().size(); i++) {
            long counted = plan.packings().get(i).open(plan.choices().get(i), open, left);
            if (counted == Packing.NONE) {
                return;
            }
            taken += counted;
        }
        taken += turns.takeSettled(open, left);
        combinations.add(lines.length + (turns.stepsOfSets() - before) / SearchLimits.STEPS_OF_A_LINE);
        if (taken > bestTaken) {
            bestTaken = taken;
            List<int[]> kept = new ArrayList<>();
            plan.choices().forEach(choice -> kept.add(choice.clone()));
            best = new Plan(plan.mode(), plan.packings(), kept);
        }
    }

    /** Returns what no combination at all can exceed: each line gives its most to whoever takes most of it. */
    private long relaxed() {
        long sum = hopes.ofWholeSale(false, lines);
        for (Touched touched : exclusive) {
            sum += touched.rule.kind == Rule.Kind.SPEND_AMOUNT ? touched.rule.amountMinor : 0;
        }
        List<SetWorth> worths = new ArrayList<>();
        exclusive.forEach(touched -> worths.add(new SetWorth(goods, touched)));
        for (int line : lines) {
            long most = hopes.of(line, goods.pieces[line]);
            for (int i = 0; i < exclusive.size(); i++) {
                most = Math.max(most, mostOf(exclusive.get(i), worths.get(i), line));
            }
            sum += Math.min(goods.amounts[line], most + exclusive.size() + 1);
        }
        return sum;
    }

    private long mostOf(Touched touched, SetWorth worth, int line) {
        if (touched.maskOf(line) == 0) {
            return 0;
        }
        long amount = goods.amounts[line];
        long milli = goods.pieces[line] * goods.pieceMilli[line];
        if (touched.rule.kind.isSet()) {
            return worth.most(line, amount, amount, goods.pieces[line]);
        }
        long most = 0;
        for (Rule.Lowering lowering : touched.rule.lowerings) {
            most = Math.max(most, touched.rule.kind == Rule.Kind.SPEND_AMOUNT ? 0 : lowering.taken(amount, milli));
        }
        return most;
    }

    /** Goes through all combinations that could be better than the best so far, first choices first. */
    private final class Descent {

        private final Mode mode;
        private final List<Packing> packings;
        private final List<int[]> choices = new ArrayList<>();
        /** What the packings from each on could take together. */
        private final long[] rest;

        private final long most;
        private final StepCount steps = new StepCount();

        Descent(Mode mode, List<Packing> packings, long most) {
            this.mode = mode;
            this.packings = packings;
            this.most = most;
            this.rest = new long[packings.size() + 1];
            for (int i = packings.size() - 1; i >= 0; i--) {
                choices.add(0, new int[packings.get(i).lines()]);
                rest[i] = rest[i + 1] + packings.get(i).best(0, 0);
            }
        }

        /** Looks at all ways on from here; {@code so far} counts what is hoped for of open pieces too. */
        void from(int index, int line, long state, long soFar) {
            if (bestTaken >= most) {
                return;
            }
            if (index == packings.size()) {
                tryOut(new Plan(mode, packings, choices));
                return;
            }
            Packing packing = packings.get(index);
            if (line == packing.lines()) {
                from(index + 1, 0, 0, soFar);
                return;
            }
            for (int choice = 0; choice < packing.choices[line].size(); choice++) {
                if (combinations.isBeyond(SearchLimits.LINES_WORKED_OUT)
                        || steps.isBeyondAfterOne(SearchLimits.STEPS)) {
                    unseen = Math.max(unseen, most);
                    return;
                }
                long worth = packing.step(line, choice, state);
                long next = packing.next();
                if (worth == Packing.NONE) {
                    continue;
                }
                long onward = packing.best(line + 1, next);
                if (onward != Packing.NONE && soFar + worth + onward + rest[index + 1] > bestTaken) {
                    choices.get(index)[line] = choice;
                    from(index, line + 1, next, soFar + worth);
                }
            }
        }
    }
}
