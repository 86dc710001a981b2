package org.tillwright.register.component;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.AbstractDocument;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;

/**
 * Where everything is keyed: codes, prices, weights, amounts, PINs. Keypad and keyboard write into it alike. A secret
 * is kept in a field of its own, so that no screen reader speaks it.
 */
public final class EntryField extends JPanel {

    /** Longer than any code, address or amount. */
    private static final int MAX_LENGTH = 200;

    /** Keys that Swing's own text fields act on, and that a screen has a better use for: they go on to the screen. */
    private static final List<KeyStroke> OTHERS_KEYS =
            List.of(KeyStroke.getKeyStroke("ctrl H"), KeyStroke.getKeyStroke("ctrl shift O"));

    private final CardLayout cards = new CardLayout();
    private final JTextField open = new JTextField();
    private final JPasswordField secret = new JPasswordField();
    private final String name;
    private boolean isSecret;

    /** @param name what a screen reader says of it while nothing else is asked for */
    public EntryField(String name) {
        this.name = name;
        setLayout(cards);
        setOpaque(false);
        add(open, "open");
        add(secret, "secret");
        for (JTextField field : new JTextField[] {open, secret}) {
            field.setFont(Look.regular(Look.LARGE));
            OTHERS_KEYS.forEach(key -> field.getInputMap().put(key, "none"));
            if (field.getDocument() instanceof AbstractDocument document) {
                document.setDocumentFilter(new LengthFilter());
            }
        }
        open.setName("entry");
        secret.setName("secret");
        describe(name);
    }

    /** Makes every sign a dot, or visible again; what was keyed is dropped. */
    public void setSecret(boolean next) {
        if (next == isSecret) {
            return;
        }
        boolean hadFocus = field().isFocusOwner();
        open.setText("");
        secret.setText("");
        isSecret = next;
        cards.show(this, next ? "secret" : "open");
        if (hadFocus) {
            focus();
        }
    }

    /** Says what is asked for now, as long as nothing is keyed. */
    public void describe(String what) {
        for (JTextField field : new JTextField[] {open, secret}) {
            field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, what);
            field.getAccessibleContext().setAccessibleName(what.isEmpty() ? name : what);
        }
        repaint();
    }

    /** Says what the field is for, where the empty field shows something else. */
    public void nameFor(String what) {
        open.getAccessibleContext().setAccessibleName(what);
        secret.getAccessibleContext().setAccessibleName(what);
    }

    /** Marks the field that needs another look. */
    public void setFaulty(boolean isFaulty) {
        field().putClientProperty(
                        FlatClientProperties.OUTLINE, isFaulty ? Look.colors().danger() : null);
    }

    /** Adds what a key of the keypad says. */
    public void key(String figures) {
        field().replaceSelection(figures);
    }

    public void backspace() {
        String text = text();
        if (!text.isEmpty()) {
            field().setText(text.substring(0, text.offsetByCodePoints(text.length(), -1)));
        }
    }

    public String text() {
        return isSecret ? new String(secret.getPassword()) : open.getText();
    }

    public void setText(String text) {
        field().setText(text);
    }

    /** Gives what was keyed, and empties the field for what comes next. */
    public String take() {
        String text = text().strip();
        field().setText("");
        return text;
    }

    public void focus() {
        field().requestFocusInWindow();
    }

    public void setEntryEnabled(boolean isEnabled) {
        open.setEnabled(isEnabled);
        secret.setEnabled(isEnabled);
    }

    public void onEnter(Runnable action) {
        open.addActionListener(event -> action.run());
        secret.addActionListener(event -> action.run());
    }

    public void onFocus(Runnable action) {
        FocusAdapter listener = new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                action.run();
            }
        };
        open.addFocusListener(listener);
        secret.addFocusListener(listener);
    }

    /** Tells each change of what is keyed openly; a secret is never told before Enter. */
    public void onChange(Consumer<String> listener) {
        open.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                listener.accept(open.getText());
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                listener.accept(open.getText());
            }

            @Override
            public void changedUpdate(DocumentEvent event) {}
        });
    }

    private JTextField field() {
        return isSecret ? secret : open;
    }

    private static final class LengthFilter extends DocumentFilter {

        @Override
        public void insertString(FilterBypass bypass, int offset, String text, AttributeSet attributes)
                throws BadLocationException {
            replace(bypass, offset, 0, text, attributes);
        }

        @Override
        public void replace(FilterBypass bypass, int offset, int length, String text, AttributeSet attributes)
                throws BadLocationException {
            int added = text == null ? 0 : text.length();
            if (bypass.getDocument().getLength() - length + added <= MAX_LENGTH) {
                super.replace(bypass, offset, length, text, attributes);
            }
        }
    }
}
