package org.tillwright.register.shell;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.text.Texts;

/** The line at the top: who and where, how the server is, the time, and the keys that are on every screen. */
public final class HeaderPanel extends JPanel {

    public static final int HEIGHT = 48;

    private final JLabel place = new JLabel();
    private final StatusLabel status = new StatusLabel();
    private final FiguresLabel clock = new FiguresLabel();
    private final TouchButton language;
    private final TouchButton lock;

    public HeaderPanel(Texts texts, Actions actions) {
        super(new MigLayout("insets 0 16 0 8, gap 8, aligny center, hidemode 3", "[grow,fill][][]12[][][]", "[48!]"));
        setBackground(Look.colors().surface());
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.colors().line()));
        place.setFont(Look.semibold(Look.BODY));
        place.getAccessibleContext().setAccessibleName(texts.text("header.place"));
        clock.setFont(Look.semibold(Look.BODY));
        clock.getAccessibleContext().setAccessibleName(texts.text("header.clock"));
        language = key(texts.text("header.language"), "alt G", actions::nextLanguage);
        language.setAccessibleText(texts.text("header.language.name"));
        lock = key(texts.text("header.lock"), "F10", actions::lock);
        TouchButton help = key("?", "F1", actions::help);
        help.setAccessibleText(texts.text("header.help.name"));
        add(place, "wmin 120");
        add(status);
        add(clock, "wmin 52");
        add(language, "h 48!, wmin 64");
        add(lock, "h 48!, wmin 64");
        add(help, "h 48!, wmin 56");
    }

    private static TouchButton key(String label, String keyStroke, Runnable action) {
        String shown = keyStroke.replace("alt ", "Alt+");
        TouchButton button = new TouchButton(label, TouchButton.Role.QUIET).shortcut(keyStroke, shown);
        button.addActionListener(event -> action.run());
        return button;
    }

    public void render(HeaderState state) {
        place.setText(state.place());
        place.setToolTipText(state.place());
        status.show(state);
        clock.setText(state.clock());
        lock.setVisible(state.canLock());
    }

    /** What the header's keys ask for. */
    public interface Actions {
        void nextLanguage();

        void lock();

        void help();
    }

    /** A dot whose form says the same as its colour: full online, empty offline. */
    private static final class StatusLabel extends JComponent {

        private static final int DOT = 12;

        private String text = "";
        private HeaderState.Link link = HeaderState.Link.UNKNOWN;
        private boolean needsLook;

        StatusLabel() {
            setFont(Look.regular(Look.BODY));
        }

        void show(HeaderState state) {
            text = state.status();
            link = state.link();
            needsLook = state.needsLook();
            setToolTipText(text);
            getAccessibleContext().setAccessibleName(text);
            revalidate();
            repaint();
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(getFontMetrics(getFont()).stringWidth(text) + DOT + 8, 24);
        }

        @Override
        public Dimension getMinimumSize() {
            return new Dimension(DOT + 60, 24);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Lettering.smooth(graphics.create());
            boolean isMirrored = !getComponentOrientation().isLeftToRight();
            Palette colors = Look.colors();
            int y = (getHeight() - DOT) / 2;
            int x = isMirrored ? getWidth() - DOT : 0;
            boolean isCalm = link != HeaderState.Link.OFFLINE && !needsLook;
            g.setColor(!isCalm ? colors.warning() : link == HeaderState.Link.ONLINE ? colors.accent() : colors.muted());
            if (link == HeaderState.Link.ONLINE) {
                g.fillOval(x, y, DOT, DOT);
            } else {
                g.setStroke(new BasicStroke(2f));
                g.drawOval(x + 1, y + 1, DOT - 2, DOT - 2);
            }
            g.setFont(getFont());
            g.setColor(isCalm ? colors.muted() : colors.warning());
            FontMetrics metrics = g.getFontMetrics();
            String shown = Lettering.fit(metrics, text, getWidth() - DOT - 8);
            int textX = isMirrored ? getWidth() - DOT - 8 - metrics.stringWidth(shown) : DOT + 8;
            g.drawString(shown, textX, (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
            g.dispose();
        }

        @Override
        public javax.accessibility.AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new AccessibleJComponent() {};
            }
            return accessibleContext;
        }
    }
}
