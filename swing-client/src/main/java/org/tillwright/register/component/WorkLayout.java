package org.tillwright.register.component;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.ui.FlatLineBorder;
import java.awt.Component;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The two ways a screen is laid out. Heights are budgeted for 768 pixels; the parts that all selling screens share have
 * the same places on each.
 */
public final class WorkLayout {

    private static final int ARC = 16;

    private WorkLayout() {}

    /** A screen that sells: work at the leading side; entry, lines, keypad and tenders at the trailing side. */
    public static void layOut(JPanel screen, JComponent work, NoticeLine notice, Column column) {
        screen.setLayout(new MigLayout("insets 8, gap 8", "[grow,fill][fill,400:31%:500]", "[grow,fill]"));
        screen.setBackground(Look.colors().ground());
        JPanel leading = new JPanel(new MigLayout("insets 0, gap 0, wrap 1", "[grow,fill]", "[grow,fill]8[40!,fill]"));
        leading.setOpaque(false);
        leading.add(work, "wmin 0, hmin 0");
        leading.add(notice, "wmin 0");
        JPanel trailing =
                new JPanel(new MigLayout("insets 0, gap 8, wrap 1", "[grow,fill]", "[56!][grow,fill]8[]8[64!]"));
        trailing.setOpaque(false);
        trailing.add(column.entry(), "growy");
        trailing.add(column.cart(), "hmin 0");
        trailing.add(column.keypad());
        trailing.add(column.tenders(), "growy");
        screen.add(leading, "wmin 0");
        screen.add(trailing);
    }

    /** A screen that asks for one thing: it stands in the middle, the notice where it always is. */
    public static void layOut(JPanel screen, JComponent form, NoticeLine notice) {
        screen.setLayout(new MigLayout("insets 8, gap 0, wrap 1", "[grow,fill]", "[grow,fill]8[40!,fill]"));
        screen.setBackground(Look.colors().ground());
        // Alone in its grid bag, a part stands in the middle, whichever way the language is written.
        JPanel middle = new JPanel(new GridBagLayout());
        middle.setOpaque(false);
        middle.add(form);
        screen.add(middle, "hmin 0");
        screen.add(notice, "wmin 0");
    }

    /** A white surface with rounded corners' worth of air around what stands on it. */
    public static JPanel surface(String layout, String columns, String rows) {
        JPanel panel = new JPanel(new MigLayout(layout, columns, rows));
        round(panel);
        return panel;
    }

    /** Gives a panel the ground and corners of a working surface. */
    public static void round(JPanel panel) {
        panel.setBackground(Look.colors().surface());
        panel.putClientProperty(FlatClientProperties.STYLE, "arc: " + ARC);
        panel.setBorder(new FlatLineBorder(new Insets(1, 1, 1, 1), Look.colors().line(), 1, ARC));
    }

    /** Keys side by side, the last one the widest. */
    public static JPanel keys(String columns, Component... keys) {
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3", columns, "[grow,fill]"));
        panel.setOpaque(false);
        for (Component key : keys) {
            panel.add(key, "wmin 48");
        }
        return panel;
    }

    /** What stands in the trailing column of a screen that sells, from the top. */
    public record Column(JComponent entry, JComponent cart, JComponent keypad, JComponent tenders) {}
}
