package org.tillwright.register.component;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** What stands in a scroll pane and is as wide as what is seen of it: words wrap, and only the length is scrolled. */
public final class LongPanel extends JPanel implements Scrollable {

    private final int line;

    /** @param line pixels that one turn of the wheel moves it by */
    public LongPanel(LayoutManager layout, int line) {
        super(layout);
        this.line = line;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
        return line;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
        return seen.height - line;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
