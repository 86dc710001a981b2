package org.tillwright.register.component;

import java.awt.Color;
import java.awt.Font;
import javax.swing.JTextArea;

/** Text of several lines that breaks between words and is only read. */
public final class Sentence {

    private Sentence() {}

    public static JTextArea of(String text, Font font, Color color) {
        JTextArea area = new JTextArea(text);
        area.setFont(font);
        area.setForeground(color);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setBorder(null);
        area.setMargin(new java.awt.Insets(0, 0, 0, 0));
        area.getAccessibleContext().setAccessibleName(text.isEmpty() ? " " : text);
        return area;
    }

    /** Says something else in the same place. */
    public static void change(JTextArea area, String text) {
        if (!area.getText().equals(text)) {
            area.setText(text);
            area.getAccessibleContext().setAccessibleName(text.isEmpty() ? " " : text);
        }
    }
}
