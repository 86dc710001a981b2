package org.tillwright.core.promotion;

import java.util.List;

/**
 * Which EXCLUSIVE spend thresholds are applied and which breaks are meant: one digit for each rule that can be applied in
 * few ways to the whole part, counted through from nothing at all.
 */
final class Mode {

    private final Goods goods;
    private final List<Touched> rules;
    /** By rule: 0 for not applied, else 1 + the break. Rules of other kinds stay at 0. */
    private final int[] digits;

    Mode(Goods goods, List<Touched> rules) {
        this(goods, rules, new int[rules.size()]);
    }

    private Mode(Goods goods, List<Touched> rules, int[] digits) {
        this.goods = goods;
        this.rules = rules;
        this.digits = digits;
    }

    Mode copy() {
        return new Mode(goods, rules, digits.clone());
    }

    /** Goes on to the next; false if there is none. */
    boolean advance() {
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] < ways(rules.get(i).rule)) {
                digits[i]++;
                return true;
            }
            digits[i] = 0;
        }
        return false;
    }

    private static int ways(Rule rule) {
        return rule.kind.isSpend() ? 1 : rule.kind == Rule.Kind.BREAKS ? rule.breaksFrom.length : 0;
    }

    List<Touched> rules() {
        return rules;
    }

    /** Returns the break that is meant of a rule, or -1 for none. */
    int tier(int rule) {
        return digits[rule] - 1;
    }

    /** True if what is applied reaches its threshold, and no line is in two of them. */
    boolean isLawful() {
        boolean[] consumed = new boolean[goods.size];
        for (int i = 0; i < digits.length; i++) {
            Touched touched = rules.get(i);
            if (digits[i] == 0 || !touched.rule.kind.isSpend()) {
                continue;
            }
            if (amount(touched) < touched.rule.spendMinor) {
                return false;
            }
            for (int at = 0; at < touched.size; at++) {
                if (consumed[touched.lines[at]]) {
                    return false;
                }
                consumed[touched.lines[at]] = true;
            }
        }
        return true;
    }

    private long amount(Touched touched) {
        long sum = 0;
        for (int i = 0; i < touched.size; i++) {
            sum += goods.amounts[touched.lines[i]];
        }
        return sum;
    }

    /** True if a spend threshold that is applied has the line. */
    boolean consumes(int line) {
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] > 0
                    && rules.get(i).rule.kind.isSpend()
                    && rules.get(i).maskOf(line) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the spend thresholds that are applied take off. */
    long taken() {
        long sum = 0;
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] > 0 && rules.get(i).rule.kind.isSpend()) {
                for (long minor : takenBy(rules.get(i))) {
                    sum += minor;
                }
            }
        }
        return sum;
    }

    private long[] takenBy(Touched touched) {
        long[] taken = new long[touched.size];
        int[] numbers = new int[touched.size];
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            numbers[i] = goods.numbers[line];
            taken[i] = touched.rule.kind == Rule.Kind.SPEND_AMOUNT
                    ? goods.amounts[line]
                    : touched.rule.lowerings[0].taken(goods.amounts[line], 0);
        }
        return touched.rule.kind == Rule.Kind.SPEND_AMOUNT
                ? Portions.spread(Math.min(touched.rule.amountMinor, amount(touched)), taken, numbers, taken.length)
                : taken;
    }

    /** Writes what the spend thresholds took into the rules. */
    void note() {
        for (int i = 0; i < digits.length; i++) {
            Touched touched = rules.get(i);
            if (digits[i] > 0 && touched.rule.kind.isSpend()) {
                long[] taken = takenBy(touched);
                for (int at = 0; at < taken.length; at++) {
                    touched.note(touched.lines[at], goods.pieces[touched.lines[at]], taken[at], goods.size);
                }
                touched.times = 1;
            }
        }
    }
}
