package org.tillwright.register.shell;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Lettering;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.Palette;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.keyboard.KeyMap;
import org.tillwright.register.text.Texts;

/** The line at the top: who and where, how the server is, the time, and the keys that are on every screen. */
public final class HeaderPanel extends JPanel {

    public static final int HEIGHT = 48;

    private static final String STATUS_KEY = "alt S";

    private final JLabel place = new JLabel();
    private final StatusKey status;
    private final FiguresLabel clock = new FiguresLabel();
    private final TouchButton language;
    private final TouchButton lock;

    public HeaderPanel(Texts texts, Actions actions) {
        super(new MigLayout(
                "insets 0 16 0 8, gap 8, aligny center, hidemode 3",
                "[grow,fill,shrinkprio 200][]12[]12[][][]",
                "[48!]"));
        setBackground(Look.colors().surface());
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.colors().line()));
        place.setFont(Look.semibold(Look.BODY));
        place.getAccessibleContext().setAccessibleName(texts.text("header.place"));
        clock.setFont(Look.semibold(Look.BODY));
        clock.getAccessibleContext().setAccessibleName(texts.text("header.clock"));
        status = new StatusKey(texts.text("header.status.name"));
        status.addActionListener(event -> actions.status());
        KeyMap.bind(status, STATUS_KEY, () -> status.doClick(0));
        language = key(texts.text("header.language"), "alt G", actions::nextLanguage);
        language.setAccessibleText(texts.text("header.language.name"));
        lock = key(texts.text("header.lock"), "F10", actions::lock);
        TouchButton help = key("?", "F1", actions::help);
        help.setAccessibleText(texts.text("header.help.name"));
        add(place, "wmin 120, hmin 40");
        add(status, "h 48!, wmin 120");
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
        boolean isPractised = !state.banner().isEmpty();
        String words = isPractised ? state.banner() : state.place();
        place.setText(words);
        place.setToolTipText(words);
        place.setOpaque(isPractised);
        place.setBackground(Look.colors().warning());
        place.setForeground(
                isPractised ? Look.colors().onAccent() : Look.colors().text());
        place.setBorder(BorderFactory.createEmptyBorder(0, isPractised ? 12 : 0, 0, isPractised ? 12 : 0));
        status.show(state);
        clock.setText(state.clock());
        lock.setVisible(state.canLock());
    }

    /** What the header's keys ask for. */
    public interface Actions {
        void nextLanguage();

        void lock();

        void help();

        /** How the register stands to server, disk and devices, and why. */
        void status();
    }

    /** A dot whose form says the same as its colour: full online, empty offline. Its key tells why. */
    private static final class StatusKey extends JButton {

        private static final int DOT = 12;
        private static final int PADDING = 8;
        private static final int START = PADDING + DOT + 8;

        private final String name;
        private String words = "";
        private HeaderState.Link link = HeaderState.Link.UNKNOWN;
        private boolean needsLook;

        StatusKey(String name) {
            this.name = name;
            setFont(Look.regular(Look.BODY));
            setRequestFocusEnabled(false);
            putClientProperty("JButton.buttonType", "toolBarButton");
        }

        void show(HeaderState state) {
            words = state.status();
            link = state.link();
            needsLook = state.needsLook();
            setToolTipText(words);
            getAccessibleContext().setAccessibleName(name + ": " + words);
            revalidate();
            repaint();
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(getFontMetrics(getFont()).stringWidth(words) + START + PADDING, HEIGHT);
        }

        @Override
        public Dimension getMinimumSize() {
            return new Dimension(DOT + 60, HEIGHT);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            Graphics2D g = Lettering.smooth(graphics.create());
            boolean isMirrored = !getComponentOrientation().isLeftToRight();
            Palette colors = Look.colors();
            FontMetrics metrics = g.getFontMetrics(getFont());
            FontMetrics hint = g.getFontMetrics(Look.regular(Look.SMALL));
            int top = (getHeight() - metrics.getHeight() - hint.getAscent()) / 2;
            int y = top + (metrics.getHeight() - DOT) / 2;
            int x = isMirrored ? getWidth() - DOT - PADDING : PADDING;
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
            write(g, words, top + metrics.getAscent(), isMirrored);
            g.setFont(Look.regular(Look.SMALL));
            g.setColor(colors.muted());
            write(g, "Alt+S", top + metrics.getHeight() + hint.getAscent() - 1, isMirrored);
            g.dispose();
        }

        private void write(Graphics2D g, String text, int baseline, boolean isMirrored) {
            FontMetrics metrics = g.getFontMetrics();
            String fitted = Lettering.fit(metrics, text, getWidth() - START - PADDING);
            g.drawString(fitted, isMirrored ? getWidth() - START - metrics.stringWidth(fitted) : START, baseline);
        }
    }
}
