package org.tillwright.register.component;

import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.text.Texts;

/** Figures for a finger. The fourth column holds what the screen needs beside them; the last key takes one figure back. */
public final class Keypad extends JPanel {

    private static final String[][] ROWS = {{"7", "8", "9"}, {"4", "5", "6"}, {"1", "2", "3"}, {"0", "00", ""}};

    /**
     * @param target the field that figures go to now
     * @param sideKeys up to three keys of the fourth column, from the top
     * @param names what the sign keys are called and show
     */
    public Keypad(Supplier<EntryField> target, List<TouchButton> sideKeys, Names names) {
        super(new MigLayout(
                "insets 0, ltr, gap 6, wrap 4, hidemode 0", "[grow,fill,sizegroupx k]", "[grow,fill,sizegroup r]"));
        setOpaque(false);
        // Figures stand from left to right in every language; that is the layout's ltr.
        for (int row = 0; row < ROWS.length; row++) {
            for (String figure : ROWS[row]) {
                add(figureKey(target, figure.isEmpty() ? names.point() : figure), "w 48::, h 56:56:");
            }
            if (row == ROWS.length - 1) {
                add(backKey(target, names.backspace()), "w 48::, h 56:56:");
            } else if (row < sideKeys.size()) {
                add(sideKeys.get(row), "w 48::, h 56:56:");
            } else if (row == sideKeys.size()) {
                add(clearKey(target, names.clear()), "w 48::, h 56:56:, spany " + (ROWS.length - 1 - row));
            }
        }
    }

    private static TouchButton clearKey(Supplier<EntryField> target, String name) {
        TouchButton clear = new TouchButton(name, TouchButton.Role.PLAIN);
        clear.addActionListener(event -> {
            target.get().setText("");
            target.get().focus();
        });
        return clear;
    }

    private static TouchButton figureKey(Supplier<EntryField> target, String figure) {
        TouchButton key = new TouchButton(figure, TouchButton.Role.FIGURE);
        key.addActionListener(event -> {
            target.get().key(figure);
            target.get().focus();
        });
        return key;
    }

    private static TouchButton backKey(Supplier<EntryField> target, String name) {
        TouchButton back = new TouchButton("⌫", TouchButton.Role.FIGURE);
        back.setAccessibleText(name);
        back.addActionListener(event -> {
            target.get().backspace();
            target.get().focus();
        });
        return back;
    }

    /**
     * How the sign keys look and are called.
     *
     * @param point the language's decimal sign
     * @param clear on the key that empties the field
     * @param backspace what a screen reader says of the last key
     */
    public record Names(String point, String clear, String backspace) {

        /** The names in a language. */
        public static Names of(Texts texts) {
            return new Names(
                    String.valueOf(texts.figures().decimalPoint()),
                    texts.text("key.clear"),
                    texts.text("key.backspace"));
        }

        /** For addresses: the sign is a point in every language. */
        public static Names withPoint(Texts texts) {
            return new Names(".", texts.text("key.clear"), texts.text("key.backspace"));
        }
    }
}
