package org.tillwright.register.shell;

import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

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
                "insets 0, gap 6, wrap 4, hidemode 0", "[grow,fill,sizegroup k]", "[grow,fill,sizegroup r]"));
        setOpaque(false);
        for (int row = 0; row < ROWS.length; row++) {
            for (String figure : ROWS[row]) {
                add(figureKey(target, figure.isEmpty() ? names.point() : figure), "w 48::, h 56:56:");
            }
            if (row == ROWS.length - 1) {
                add(backKey(target, names.backspace()), "w 48::, h 56:56:");
            } else {
                add(row < sideKeys.size() ? sideKeys.get(row) : gap(), "w 48::, h 56:56:");
            }
        }
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

    private static JPanel gap() {
        JPanel gap = new JPanel();
        gap.setOpaque(false);
        return gap;
    }

    /**
     * How the sign keys look and are called.
     *
     * @param point the language's decimal sign
     * @param backspace what a screen reader says of the last key
     */
    public record Names(String point, String backspace) {}
}
