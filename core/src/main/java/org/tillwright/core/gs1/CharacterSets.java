package org.tillwright.core.gs1;

import org.jspecify.annotations.Nullable;

/** The character sets of the General Specifications: digits, 82, 39, 64 and 32 characters. */
final class CharacterSets {

    /** The 82 characters of an ordinary text, in the order of their values. */
    static final String SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    /** The 32 characters of a check pair, in the order of their values: those that cannot be taken for one another. */
    static final String SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int ASCII = 128;
    private static final int LONGEST_PADDING = 2;

    private static final byte[] VALUE_82 = valuesOf(SET_82);
    private static final byte[] VALUE_32 = valuesOf(SET_32);
    private static final byte[] VALUE_39 = valuesOf("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static final byte[] VALUE_64 = valuesOf("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private CharacterSets() {}

    /** The check of a set by its letter in the dictionary. */
    static Check of(char letter) {
        return switch (letter) {
            case 'N' -> Digits::onlyDigits;
            case 'X' -> CharacterSets::set82;
            case 'Y' -> CharacterSets::set39;
            case 'Z' -> CharacterSets::set64;
            default -> throw new IllegalArgumentException("There is no character set " + letter);
        };
    }

    static @Nullable Gs1Problem set82(String text, int from, int to) {
        return consistsOf(VALUE_82, text, from, to) ? null : Gs1Problem.INVALID_CSET82_CHARACTER;
    }

    static @Nullable Gs1Problem set39(String text, int from, int to) {
        return consistsOf(VALUE_39, text, from, to) ? null : Gs1Problem.INVALID_CSET39_CHARACTER;
    }

    static @Nullable Gs1Problem set32(String text, int from, int to) {
        return consistsOf(VALUE_32, text, from, to) ? null : Gs1Problem.INVALID_CSET32_CHARACTER;
    }

    /** Base64 for web addresses. Padding may be left out; where it is, it fills up to a multiple of three characters. */
    static @Nullable Gs1Problem set64(String text, int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == '=') {
            end--;
        }
        int padding = to - end;
        if (padding > LONGEST_PADDING || (padding > 0 && (to - from) % 3 != 0)) {
            return Gs1Problem.INVALID_CSET64_PADDING;
        }
        return consistsOf(VALUE_64, text, from, end) ? null : Gs1Problem.INVALID_CSET64_CHARACTER;
    }

    static boolean isIn64(char character) {
        return character < ASCII && VALUE_64[character] >= 0;
    }

    /** The value of a character in the set of 82, or -1. */
    static int valueIn82(char character) {
        return character < ASCII ? VALUE_82[character] : -1;
    }

    private static boolean consistsOf(byte[] values, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character >= ASCII || values[character] < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] valuesOf(String set) {
        byte[] values = new byte[ASCII];
        for (int i = 0; i < ASCII; i++) {
            values[i] = (byte) set.indexOf(i);
        }
        return values;
    }
}
