package org.tillwright.web.admin.shell;

/** Which form of a noun a number takes, by the Unicode rules for whole numbers. */
final class Plurals {

    private static final String ONE = "one";

    private Plurals() {}

    static String form(String language, long number) {
        long absolute = Math.abs(number);
        if (!language.equals("uk")) {
            return absolute == 1 ? ONE : "other";
        }
        long lastTwo = absolute % 100;
        long last = absolute % 10;
        if (last == 1 && lastTwo != 11) {
            return ONE;
        }
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "few" : "many";
    }
}
