package org.tillwright.register.component;

import com.formdev.flatlaf.ui.FlatButtonUI;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import org.tillwright.register.keyboard.KeyMap;

/**
 * A key for a finger, with its shortcut written on it. It can be reached by Tab, but a tap leaves the focus where it
 * is, so that the entry field keeps what is scanned or typed next.
 */
public final class TouchButton extends JButton {

    private static final int PADDING = 4;
    static final int PRESSED_PERCENT = 16;
    private static final int MAX_LINES = 2;

    private final Role role;
    private String hint = "";
    private boolean isChosen;

    public TouchButton(String label, Role role) {
        super(label);
        this.role = role;
        setFont(role == Role.MAIN || role == Role.FIGURE ? Look.semibold(Look.LARGE) : Look.regular(Look.BODY));
        setRequestFocusEnabled(false);
        caption(label);
        setMinimumSize(new Dimension(Look.TARGET_MIN, Look.TARGET_MIN));
        paintRole();
    }

    @Override
    public void updateUI() {
        Look.takeLiterally(this);
        setUI(new WrappingUI());
    }

    /** The action's words; screen readers say them too. */
    public void caption(String label) {
        setText(label);
        getAccessibleContext().setAccessibleName(label);
    }

    /** For a key whose face is a sign: what a screen reader says instead. */
    public void setAccessibleText(String words) {
        getAccessibleContext().setAccessibleName(words);
        setToolTipText(words);
    }

    /** Binds a key of the keyboard to this button and shows its name. */
    public TouchButton shortcut(String keyStroke, String shown) {
        hint = shown;
        KeyMap.bind(this, keyStroke, this::press);
        return this;
    }

    /** Shows the name of a key that does the same and is bound elsewhere. */
    public TouchButton hint(String shown) {
        hint = shown;
        repaint();
        return this;
    }

    /** Marks the one of several that is in use, such as the department shown. */
    public void setChosen(boolean chosen) {
        if (isChosen != chosen) {
            isChosen = chosen;
            paintRole();
            repaint();
        }
    }

    private void press() {
        if (isEnabled() && isShowing()) {
            doClick(0);
        }
    }

    private void paintRole() {
        if (role == Role.QUIET) {
            putClientProperty("JButton.buttonType", "toolBarButton");
        }
        if (role == Role.DANGER) {
            putClientProperty("JComponent.outline", Look.colors().danger());
        }
    }

    /** What a key is for. */
    public enum Role {
        /** The one main action of a screen. */
        MAIN,
        PLAIN,
        /** What cannot be undone. */
        DANGER,
        /** A key of the keypad. */
        FIGURE,
        /** A key that is always there and seldom hit; it has no frame. */
        QUIET
    }

    private final class WrappingUI extends FlatButtonUI {

        WrappingUI() {
            super(false);
        }

        @Override
        public Dimension getPreferredSize(JComponent c) {
            FontMetrics metrics = c.getFontMetrics(c.getFont());
            int hintWidth = hint.isEmpty()
                    ? 0
                    : c.getFontMetrics(Look.regular(Look.SMALL)).stringWidth(hint);
            int width = Math.max(metrics.stringWidth(getText()), hintWidth) + 4 * PADDING;
            return new Dimension(Math.max(width, Look.TARGET_MIN), Look.TARGET);
        }

        @Override
        protected Color getBackground(JComponent c) {
            Palette colors = Look.colors();
            if (!c.isEnabled()) {
                return colors.ground();
            }
            boolean isFilled = role == Role.MAIN || isChosen;
            Color base = isFilled ? colors.accent() : colors.surface();
            Color over = isFilled ? colors.onAccent() : colors.text();
            boolean isPressed = getModel().isArmed() && getModel().isPressed();
            return isPressed ? Palette.blend(base, over, PRESSED_PERCENT) : base;
        }

        @Override
        protected void paintText(Graphics graphics, AbstractButton b, Rectangle textRect, String text) {
            Graphics2D g = Lettering.smooth(graphics);
            g.setFont(b.getFont());
            FontMetrics metrics = g.getFontMetrics();
            FontMetrics hintMetrics = g.getFontMetrics(Look.regular(Look.SMALL));
            int hintHeight = hint.isEmpty() ? 0 : hintMetrics.getAscent();
            int most = Math.max(1, Math.min(MAX_LINES, (b.getHeight() - 2 - hintHeight) / metrics.getHeight()));
            List<String> lines = Lettering.wrap(metrics, b.getText(), b.getWidth() - 2 * PADDING, most);
            int height = lines.size() * metrics.getHeight() + hintHeight;
            int y = (b.getHeight() - height) / 2 + metrics.getAscent();
            g.setColor(textColor(b));
            for (String line : lines) {
                g.drawString(line, (b.getWidth() - metrics.stringWidth(line)) / 2, y);
                y += metrics.getHeight();
            }
            if (!hint.isEmpty()) {
                g.setFont(Look.regular(Look.SMALL));
                boolean isFilled = b.isEnabled() && (role == Role.MAIN || isChosen);
                g.setColor(isFilled ? Look.colors().onAccent() : Look.colors().muted());
                int hintY = y - metrics.getAscent() + hintMetrics.getAscent() - 1;
                g.drawString(hint, (b.getWidth() - hintMetrics.stringWidth(hint)) / 2, hintY);
            }
        }

        private Color textColor(AbstractButton b) {
            if (!b.isEnabled()) {
                return Look.colors().muted();
            }
            if (role == Role.MAIN || isChosen) {
                return Look.colors().onAccent();
            }
            return role == Role.DANGER ? Look.colors().danger() : Look.colors().text();
        }
    }
}
