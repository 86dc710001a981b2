package org.tillwright.simulator;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window of a simulated printer: its paper, its paper and cover switches, its cable, and its drawer. */
final class PrinterView extends SimulatorFrame {

    private static final int HEIGHT = 430;

    private final Paper paper = new Paper();
    private final JLabel drawer = new JLabel("Drawer shut");
    private final AtomicReference<PrintedReceipt> latest = new AtomicReference<>();
    private final PrinterSimulator printer;
    private final PrinterSimulator.Listener next;
    private int receipts;

    private PrinterView(String where, @Nullable Cable cable, int columns, PrinterSimulator.Listener next)
            throws IOException {
        super("Receipt printer", "[grow, fill][][]");
        this.next = next;
        printer = PrinterSimulator.open(where, cable, columns, new PaperWatch());
        var scroll = new JScrollPane(paper);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getViewport().setBackground(DESK);
        scroll.getVerticalScrollBar().setUnitIncrement(24);
        add(scroll);
        var keys =
                new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill, sg][grow, fill, sg][grow, fill, sg]"));
        keys.setOpaque(false);
        keys.add(toggle("Paper out", () -> printer.setPaper(false), () -> printer.setPaper(true)));
        keys.add(toggle("Cover open", () -> printer.setCoverOpen(true), () -> printer.setCoverOpen(false)));
        keys.add(toggle("Unplug", printer::pull, printer::plugIn));
        keys.add(toggle("Paper low", () -> printer.setPaperLow(true), () -> printer.setPaperLow(false)), "newline");
        keys.add(toggle("Knife jams", () -> printer.setJammed(true), () -> printer.setJammed(false)));
        keys.add(key("Shut drawer", this::shutDrawer));
        add(keys);
        drawer.setFont(large(14));
        add(drawer);
    }

    /** Opens window and device; on the event thread. */
    static PrinterView open(String where, @Nullable Cable cable, int columns, PrinterSimulator.Listener next)
            throws IOException {
        var view = new PrinterView(where, cable, columns, next);
        view.showAt(HEIGHT);
        return view;
    }

    private void shutDrawer() {
        printer.setDrawerOpen(false);
        SwingUtilities.invokeLater(() -> drawer.setText("Drawer shut"));
    }

    @Override
    Scriptable device() {
        return printer;
    }

    /** Paints the newest state only: a long receipt moves faster than anybody can look. */
    private void show(PrintedReceipt receipt) {
        if (latest.getAndSet(receipt) == null) {
            SwingUtilities.invokeLater(() -> {
                PrintedReceipt newest = latest.getAndSet(null);
                if (newest != null && !newest.items().isEmpty()) {
                    paper.show(newest.picture());
                }
            });
        }
    }

    /** Hears the printer on its own thread. */
    private final class PaperWatch implements PrinterSimulator.Listener {

        @Override
        public void cut(PrintedReceipt receipt) {
            show(receipt);
            receipts++;
            say(receipts == 1 ? "1 receipt printed" : receipts + " receipts printed");
            next.cut(receipt);
        }

        @Override
        public void moved(PrintedReceipt soFar) {
            show(soFar);
            next.moved(soFar);
        }

        @Override
        public void drawerOpened(int times) {
            SwingUtilities.invokeLater(() -> {
                drawer.setText("Drawer opened, " + times + (times == 1 ? " time" : " times"));
                drawer.setForeground(ACCENT);
            });
            next.drawerOpened(times);
        }
    }

    /** The paper, as wide as the window lets it be. */
    private static final class Paper extends JComponent {

        private @Nullable BufferedImage picture;

        void show(BufferedImage next) {
            picture = next;
            revalidate();
            repaint();
            scrollRectToVisible(new Rectangle(0, getPreferredSize().height - 1, 1, 1));
        }

        @Override
        public Dimension getPreferredSize() {
            BufferedImage shown = picture;
            int width = WIDTH_PIXELS - 56;
            return new Dimension(width, shown == null ? 100 : shown.getHeight() * width / shown.getWidth());
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            BufferedImage shown = picture;
            if (shown != null) {
                var pen = (Graphics2D) graphics.create();
                pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
                pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
                int width = Math.min(getWidth(), shown.getWidth());
                pen.drawImage(shown, 0, 0, width, shown.getHeight() * width / shown.getWidth(), null);
                pen.dispose();
            }
        }
    }
}
