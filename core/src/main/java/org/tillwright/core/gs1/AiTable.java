package org.tillwright.core.gs1;

import org.jspecify.annotations.Nullable;

/**
 * The dictionary, to look identifiers up in. All identifiers that begin with the same two digits have the same length, so
 * two digits say how many to read, and those are the place in an array.
 */
final class AiTable {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    private static final int[] LENGTH_BY_PREFIX = new int[100];
    private static final @Nullable AiEntry[][] BY_NUMBER = {
        {}, {}, new AiEntry[100], new AiEntry[1_000], new AiEntry[10_000]
    };

    static {
        for (String line : AiFacts.LINES.trim().split("\n", -1)) {
            String[] fields = line.split(";", -1);
            String[] range = fields[0].split("-", -1);
            int first = Integer.parseInt(range[0]);
            int last = Integer.parseInt(range[range.length - 1]);
            int length = range[0].length();
            for (int number = first; number <= last; number++) {
                String digits = Integer.toString(number);
                String ai = "0".repeat(length - digits.length()) + digits;
                LENGTH_BY_PREFIX[Digits.pair(ai, 0)] = length;
                BY_NUMBER[length][number] = AiEntry.of(ai, fields[1], fields[2], fields[3], fields[4]);
            }
        }
    }

    private AiTable() {}

    /** The identifier that the text goes on with at this place, or null. */
    static @Nullable AiEntry at(String text, int at) {
        if (at + SHORTEST > text.length() || !Digits.areDigits(text, at, at + SHORTEST)) {
            return null;
        }
        int length = LENGTH_BY_PREFIX[Digits.pair(text, at)];
        if (length == 0 || at + length > text.length() || !Digits.areDigits(text, at + SHORTEST, at + length)) {
            return null;
        }
        return BY_NUMBER[length][(int) Digits.number(text, at, at + length)];
    }

    /** The identifier with exactly these digits, or null. */
    static @Nullable AiEntry find(String ai) {
        AiEntry entry = ai.length() <= LONGEST ? at(ai, 0) : null;
        return entry != null && entry.ai().length() == ai.length() ? entry : null;
    }
}
