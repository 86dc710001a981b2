package org.tillwright.system.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a cashier's hands do on a real window, and how often: each key, each figure, each touch and each scan is one. */
final class Strokes {

    private static final String SCAN = "scan";

    private final StoryTill till;
    private final List<String> done = new ArrayList<>();

    Strokes(StoryTill till) {
        this.till = till;
    }

    StoryTill till() {
        return till;
    }

    void scan(String code) throws IOException {
        done.add(SCAN);
        till.scan(code);
    }

    /** Presses a key; {@code ctrl D} is one stroke, as a finger on the screen's key would be. */
    void press(String key, String shown) {
        done.add(shown);
        till.press(key);
    }

    void press(String key) {
        press(key, key);
    }

    void enter() {
        press("ENTER", "Enter");
    }

    /** Types letters or figures, each of them one stroke. */
    void type(String text) {
        text.chars().forEach(sign -> done.add(Character.toString(sign)));
        till.type(text);
    }

    /** Touches what says this on the screen. */
    void touch(String words, String shown) {
        done.add(shown);
        till.tap(words);
    }

    int count() {
        return done.size();
    }

    /** All of it in words, as a table tells it: {@code 3 scans, F12, F12}. */
    String told() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            int same = 1;
            while (done.get(i).equals(SCAN)
                    && i + 1 < done.size()
                    && done.get(i + 1).equals(SCAN)) {
                same++;
                i++;
            }
            told.add(same > 1 ? same + " scans" : done.get(i));
        }
        return String.join(", ", told);
    }
}
