package org.tillwright.register.tile;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import org.tillwright.register.component.Lettering;
import org.tillwright.register.component.Look;

/** Pages of tiles. How many fit is a matter of the window; a swipe or Page Up and Page Down turn the page. */
public final class TilePanel extends JPanel {

    /** Pixels at the sides of what is said in place of no tiles. */
    private static final int EMPTY_AIR = 96;

    private static final int GAP = 8;
    private static final int ROWS = 4;
    private static final int MIN_COLUMNS = 4;
    private static final int COLUMN_WIDTH = 150;
    private static final int SWIPE = 80;

    private final PictureShelf pictures;
    private final Consumer<String> chosen;
    private final IntConsumer moved;
    private final Runnable pageTurned;
    private final List<TileButton> buttons = new ArrayList<>();
    private final MouseAdapter swipe = new Swipe();
    private List<Tile> tiles = List.of();
    private String emptyText = "";
    private int columns;
    private int page;
    private int marked = -1;

    /** @param moved told how far the mark has to go to be in sight again, when the page was turned */
    public TilePanel(PictureShelf pictures, Consumer<String> chosen, IntConsumer moved, Runnable pageTurned) {
        this.pictures = pictures;
        this.chosen = chosen;
        this.moved = moved;
        this.pageTurned = pageTurned;
        setOpaque(false);
        layOut(MIN_COLUMNS);
        addMouseListener(swipe);
        addMouseMotionListener(swipe);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                layOut(Math.max(MIN_COLUMNS, getWidth() / COLUMN_WIDTH));
            }
        });
    }

    /** Says in place of no tiles what to do. */
    public void nothing(String words) {
        if (!words.equals(emptyText)) {
            emptyText = words;
            repaint();
        }
    }

    /** Shows other tiles; the page stays when they are the same. */
    public void show(List<Tile> next) {
        show(next, -1);
    }

    /**
     * Shows tiles of which one is marked: that which Enter takes.
     *
     * @param nextMarked its place among them; -1 for none
     */
    public void show(List<Tile> next, int nextMarked) {
        if (!next.equals(tiles)) {
            tiles = List.copyOf(next);
            page = 0;
        }
        if (nextMarked != marked) {
            marked = nextMarked;
            page = Math.max(0, marked) / buttons.size();
        }
        draw();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (tiles.isEmpty()) {
            Graphics2D g = Lettering.smooth(graphics.create());
            g.setFont(Look.regular(Look.LARGE));
            g.setColor(Look.colors().muted());
            FontMetrics metrics = g.getFontMetrics();
            List<String> lines = Lettering.wrap(metrics, emptyText, getWidth() - EMPTY_AIR, 3);
            int y = getHeight() / 3;
            for (String line : lines) {
                g.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, y);
                y += metrics.getHeight();
            }
            g.dispose();
        }
    }

    /** True while Enter takes one of the tiles. */
    public boolean isMarked() {
        return marked >= 0;
    }

    public int page() {
        return page;
    }

    public int pages() {
        return Math.max(1, (tiles.size() + buttons.size() - 1) / buttons.size());
    }

    public void turn(int step) {
        int next = Math.max(0, Math.min(pages() - 1, page + step));
        if (next != page) {
            page = next;
            draw();
            if (isMarked()) {
                moved.accept(page * buttons.size() - marked);
            }
        }
    }

    private void layOut(int nextColumns) {
        if (nextColumns == columns) {
            return;
        }
        columns = nextColumns;
        page = 0;
        removeAll();
        buttons.clear();
        setLayout(new GridLayout(ROWS, columns, GAP, GAP));
        for (int i = 0; i < ROWS * columns; i++) {
            TileButton button = new TileButton(pictures);
            button.addActionListener(event -> tapped(button));
            button.addMouseListener(swipe);
            button.addMouseMotionListener(swipe);
            buttons.add(button);
            add(button);
        }
        applyComponentOrientation(getComponentOrientation());
        draw();
        revalidate();
        // The tiles that went leave their pictures in the gaps between the new ones: nobody else clears those.
        repaint();
    }

    private void tapped(TileButton button) {
        Tile tile = button.tile();
        if (tile != null) {
            chosen.accept(tile.itemId());
        }
    }

    private void draw() {
        page = Math.min(page, pages() - 1);
        for (int i = 0; i < buttons.size(); i++) {
            int index = page * buttons.size() + i;
            buttons.get(i).show(index < tiles.size() ? tiles.get(index) : null, index == marked);
        }
        pageTurned.run();
    }

    /** A finger that moves far to one side turns the page; the tile under it is not meant. */
    private final class Swipe extends MouseAdapter {

        private int from;

        @Override
        public void mousePressed(MouseEvent event) {
            from = event.getXOnScreen();
        }

        /** Disarms the tile before its button sees the finger leave. */
        @Override
        public void mouseDragged(MouseEvent event) {
            if (isFar(event) && event.getComponent() instanceof TileButton button) {
                button.getModel().setArmed(false);
            }
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (isFar(event)) {
                boolean isLeftwards = event.getXOnScreen() < from;
                turn(isLeftwards == getComponentOrientation().isLeftToRight() ? 1 : -1);
            }
        }

        private boolean isFar(MouseEvent event) {
            return Math.abs(event.getXOnScreen() - from) >= SWIPE;
        }
    }
}
