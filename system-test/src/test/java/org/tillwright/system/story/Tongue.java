package org.tillwright.system.story;

import java.util.Locale;

/** The language that a story is told in: what people read stands in the story as they read it. */
enum Tongue {
    ENGLISH("en", '.'),
    UKRAINIAN("uk", ',');

    private static final char MINUS = '−';

    private final String code;
    private final char point;

    Tongue(String code, char point) {
        this.code = code;
        this.point = point;
    }

    String code() {
        return code;
    }

    /** Picks the words of this language. */
    String of(String english, String ukrainian) {
        return this == ENGLISH ? english : ukrainian;
    }

    /** An amount as it stands on the papers of a customer of whom nobody knows what they read: in the shop's own language. */
    static String printed(long minor) {
        return ENGLISH.amount(minor).replace(MINUS, '-');
    }

    /** Writes an amount below a thousand as this language does. */
    String amount(long minor) {
        long size = Math.abs(minor);
        String figures = String.format(Locale.ROOT, "%d%c%02d", size / 100, point, size % 100);
        return minor < 0 ? MINUS + figures : figures;
    }

    @Override
    public String toString() {
        return code;
    }
}
