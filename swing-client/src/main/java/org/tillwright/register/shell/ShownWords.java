package org.tillwright.register.shell;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.Arrays;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/** Reads what the windows of this program say, as a person does who looks at them. Event thread only. */
public final class ShownWords {

    private ShownWords() {}

    /** True if a label or a text in one of the windows says exactly this. */
    public static boolean say(String sentence) {
        return Arrays.stream(Window.getWindows()).anyMatch(window -> says(window, sentence));
    }

    private static boolean says(Component part, String sentence) {
        if (!part.isShowing()) {
            return false;
        }
        String said = part instanceof JLabel label
                ? label.getText()
                : part instanceof JTextComponent text ? text.getText() : null;
        if (sentence.equals(said)) {
            return true;
        }
        return part instanceof Container parent
                && Arrays.stream(parent.getComponents()).anyMatch(each -> says(each, sentence));
    }
}
