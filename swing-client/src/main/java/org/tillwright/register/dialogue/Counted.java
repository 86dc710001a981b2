package org.tillwright.register.dialogue;

import org.tillwright.register.text.Texts;

/**
 * Picks the form of a sentence that goes with a number. Ukrainian has three (1 чек, 2 чеки, 5 чеків), English and
 * Danish two; each form is a sentence of its own in the bundle, with the ending {@code .one}, {@code .few} or
 * {@code .many}.
 */
public final class Counted {

    private Counted() {}

    /** Fills the form of {@code key} for a count; the count is place 0 and the others follow. */
    public static String text(Texts texts, String key, long count, String... others) {
        String[] arguments = new String[others.length + 1];
        arguments[0] = Long.toString(count);
        System.arraycopy(others, 0, arguments, 1, others.length);
        return texts.text(key + "." + form(texts.language(), count), arguments);
    }

    static String form(String language, long count) {
        if (!language.equals("uk")) {
            return count == 1 ? "one" : "many";
        }
        long last = count % 10;
        long lastTwo = count % 100;
        if (last == 1 && lastTwo != 11) {
            return "one";
        }
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "few" : "many";
    }
}
