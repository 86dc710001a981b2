package org.tillwright.register.keyboard;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds keys of the keyboard to what a screen does, as long as that screen is the one shown. */
public final class KeyMap {

    private KeyMap() {}

    /** Binds a key such as {@code F5}, {@code ctrl L} or {@code PAGE_DOWN}; misspelt names are programming errors. */
    public static void bind(JComponent owner, String keyStroke, Runnable action) {
        KeyStroke key = KeyStroke.getKeyStroke(keyStroke);
        if (key == null) {
            throw new IllegalArgumentException("no key " + keyStroke);
        }
        bind(owner, key, action);
    }

    /** Binds a typed sign such as {@code *}, wherever the keyboard has it. */
    public static void bindSign(JComponent owner, char sign, Runnable action) {
        bind(owner, KeyStroke.getKeyStroke(sign), action);
    }

    private static void bind(JComponent owner, KeyStroke key, Runnable action) {
        owner.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(key, key.toString());
        owner.getActionMap().put(key.toString(), new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                if (owner.isShowing()) {
                    action.run();
                }
            }
        });
    }
}
