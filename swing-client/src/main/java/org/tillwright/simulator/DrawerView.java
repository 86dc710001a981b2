package org.tillwright.simulator;

import java.awt.Color;
import java.io.IOException;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The window of a cash drawer on a printer that has no paper to show. */
final class DrawerView extends SimulatorFrame {

    private static final int HEIGHT = 180;

    private final JLabel state = new JLabel("Shut", SwingConstants.CENTER);
    private final PrinterSimulator printer;

    private DrawerView(String where, @Nullable Cable cable, PrinterSimulator.Listener next) throws IOException {
        super("Cash drawer", "[grow, fill][]");
        printer =
                PrinterSimulator.open(where, cable, PrinterSimulator.DEFAULT_COLUMNS, new PrinterSimulator.Listener() {
                    @Override
                    public void cut(PrintedReceipt receipt) {
                        next.cut(receipt);
                    }

                    @Override
                    public void drawerOpened(int times) {
                        SwingUtilities.invokeLater(() -> show("Open", ACCENT));
                        say("Opened " + times + (times == 1 ? " time" : " times"));
                        next.drawerOpened(times);
                    }
                });
        state.setFont(large(28));
        add(state);
        add(key("Push shut", () -> {
            printer.setDrawerOpen(false);
            SwingUtilities.invokeLater(() -> show("Shut", Color.DARK_GRAY));
        }));
    }

    /** Opens window and device; on the event thread. */
    static DrawerView open(String where, @Nullable Cable cable, PrinterSimulator.Listener next) throws IOException {
        var view = new DrawerView(where, cable, next);
        view.showAt(HEIGHT);
        return view;
    }

    private void show(String text, Color colour) {
        state.setText(text);
        state.setForeground(colour);
    }

    @Override
    Scriptable device() {
        return printer;
    }
}
