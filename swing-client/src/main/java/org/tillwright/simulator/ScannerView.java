package org.tillwright.simulator;

import java.io.IOException;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window of a simulated scanner or badge reader: a field for any code, and a key for each code at hand. */
final class ScannerView extends SimulatorFrame {

    private static final int HEIGHT = 150;
    private static final int ROW_HEIGHT = 40;
    private static final int MOST_KEYS = 8;

    private final ScannerSimulator scanner;
    private final JTextField code = new JTextField();

    private ScannerView(String name, String what, String where, @Nullable Cable cable, List<String> codes)
            throws IOException {
        super(name, "[][][grow, top]");
        scanner = ScannerSimulator.open(where, cable);
        var label = new JLabel(what);
        label.setLabelFor(code);
        add(label);
        var row = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill][][]"));
        row.setOpaque(false);
        row.add(code, "height 36!");
        row.add(key("Scan", () -> scan(code.getText())));
        row.add(toggle("Unplug", scanner::pull, scanner::plugIn));
        code.addActionListener(event -> {
            String typed = code.getText();
            perform(() -> scan(typed));
            code.selectAll();
        });
        add(row);
        var keys = new JPanel(new MigLayout("insets 0, gap 6, wrap 2, fillx", "[grow, fill, sg][grow, fill, sg]"));
        keys.setOpaque(false);
        codes.stream().limit(MOST_KEYS).forEach(each -> keys.add(key(each, () -> scan(each))));
        add(keys);
    }

    /** Opens window and device; on the event thread. */
    static ScannerView open(String where, @Nullable Cable cable, List<String> codes) throws IOException {
        return shown(new ScannerView("Scanner", "Barcode", where, cable, codes), codes);
    }

    /** Opens a badge reader, which sends badges as a scanner sends codes; on the event thread. */
    static ScannerView badges(String where, @Nullable Cable cable, List<String> codes) throws IOException {
        return shown(new ScannerView("Badge reader", "Badge", where, cable, codes), codes);
    }

    private static ScannerView shown(ScannerView view, List<String> codes) {
        int rows = (Math.min(codes.size(), MOST_KEYS) + 1) / 2;
        view.showAt(HEIGHT + rows * ROW_HEIGHT);
        return view;
    }

    void scan(String text) throws IOException {
        if (!text.isBlank()) {
            scanner.scan(text.strip());
            say("Scanned " + text.strip());
        }
    }

    @Override
    Scriptable device() {
        return scanner;
    }
}
