package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packings of one part of a sale in one {@link Mode}: one for each group of lines that EXCLUSIVE sets join. */
final class Packings {

    private final Goods goods;
    private final Hopes hopes;
    private final boolean[] packed;
    private final List<Packing> all = new ArrayList<>();
    private boolean incomplete;
    private int stepsInAll;

    Packings(Goods goods, int[] lines, Mode mode, Hopes hopes) {
        this.goods = goods;
        this.hopes = hopes;
        this.packed = new boolean[goods.size];
        boolean[] free = new boolean[goods.size];
        for (int line : lines) {
            free[line] = !mode.consumes(line);
        }
        List<Member> members = members(mode, free);
        Groups groups = new Groups(goods.size);
        for (Member member : members) {
            for (int i = 0; i < member.touched.size; i++) {
                int line = member.touched.lines[i];
                packed[line] |= free[line];
            }
            if (member.joinsLines()) {
                groups.join(member.touched, free);
            }
        }
        for (int[] group : groups.of(packed)) {
            pack(group, members);
        }
    }

    private List<Member> members(Mode mode, boolean[] free) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < mode.rules().size(); i++) {
            Touched touched = mode.rules().get(i);
            boolean isMeant = touched.rule.kind == Rule.Kind.BREAKS ? mode.tier(i) >= 0 : !touched.rule.kind.isSpend();
            if (isMeant) {
                Member member = new Member(touched, Math.max(0, mode.tier(i)), available(touched, free));
                if (member.canCount()) {
                    members.add(member);
                }
            }
        }
        return members;
    }

    private long[] available(Touched touched, boolean[] free) {
        long[] available = new long[touched.rule.slots.length];
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            for (int slot = 0; free[line] && slot < available.length; slot++) {
                available[slot] += (touched.masks[i] >> slot & 1) * goods.pieces[line];
            }
        }
        return available;
    }

    private void pack(int[] group, List<Member> members) {
        int[] lines = group;
        if (group.length > SearchLimits.LINES) {
            lines = Arrays.copyOf(group, SearchLimits.LINES);
            for (int i = SearchLimits.LINES; i < group.length; i++) {
                packed[group[i]] = false;
            }
            incomplete = true;
        }
        List<Member> here = new ArrayList<>();
        for (Member member : members) {
            if (member.touched.selectsOneOf(lines)) {
                here.add(member);
            }
        }
        Packing packing = packing(LineOrder.of(lines, here), here);
        while (packing.isExhausted()) {
            dropHalf(here);
            incomplete = true;
            packing = packing(LineOrder.of(lines, here), here);
        }
        incomplete |= packing.isIncomplete();
        all.add(packing);
    }

    /** Leaves out the half of the joining rules that have most states; the last one goes too. */
    private static void dropHalf(List<Member> members) {
        int joining = 0;
        for (Member member : members) {
            joining += member.states > 1 ? 1 : 0;
        }
        for (int drop = 0; drop < (joining + 1) / 2; drop++) {
            int most = 0;
            for (int i = 1; i < members.size(); i++) {
                most = members.get(i).states > members.get(most).states ? i : most;
            }
            members.remove(most);
        }
    }

    private Packing packing(int[] lines, List<Member> members) {
        StepCount steps = new StepCount();
        Packing packing = new Packing(
                new Packing.Shelf(goods, lines),
                members.toArray(Member[]::new),
                (line, open) -> hopes.of(lines[line], open),
                steps);
        packing.best(0, 0);
        stepsInAll += steps.steps();
        return packing;
    }

    List<Packing> all() {
        return all;
    }

    /** Returns how many steps the packings took. */
    int steps() {
        return stepsInAll;
    }

    /** True if some combinations were left out because there are too many. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** True if a line is in one of the packings. */
    boolean has(int line) {
        return packed[line];
    }
}
