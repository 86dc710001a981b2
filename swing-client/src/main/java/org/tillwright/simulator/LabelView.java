package org.tillwright.simulator;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window of a simulated label printer: its last label, its roll, its head and its cable. */
final class LabelView extends SimulatorFrame {

    private static final int HEIGHT = 380;

    private final JLabel last = new JLabel("", JLabel.CENTER);
    private final LabelSimulator printer;
    private int labels;

    private LabelView(
            String where,
            @Nullable Cable cable,
            LabelSimulator.Language language,
            int dpi,
            LabelSimulator.Listener next)
            throws IOException {
        super("Label printer", "[grow, fill][]");
        printer = LabelSimulator.open(where, cable, language, dpi, new LabelSimulator.Listener() {
            @Override
            public void printed(PrintedLabel label) {
                BufferedImage picture = label.picture();
                SwingUtilities.invokeLater(() -> last.setIcon(new ImageIcon(picture)));
                labels += label.copies();
                say(labels == 1 ? "1 label printed" : labels + " labels printed");
                next.printed(label);
            }

            @Override
            public void unknown(String what) {
                say("Unknown: " + what);
                next.unknown(what);
            }
        });
        last.getAccessibleContext().setAccessibleName("The last label");
        add(new JScrollPane(last));
        var keys =
                new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill, sg][grow, fill, sg][grow, fill, sg]"));
        keys.setOpaque(false);
        keys.add(toggle("Labels out", () -> printer.setLabels(false), () -> printer.setLabels(true)));
        keys.add(toggle("Head open", () -> printer.setOpen(true), () -> printer.setOpen(false)));
        keys.add(toggle("Unplug", printer::pull, printer::plugIn));
        add(keys);
    }

    /** Opens window and device; on the event thread. */
    static LabelView open(
            String where,
            @Nullable Cable cable,
            LabelSimulator.Language language,
            int dpi,
            LabelSimulator.Listener next)
            throws IOException {
        var view = new LabelView(where, cable, language, dpi, next);
        view.showAt(HEIGHT);
        return view;
    }

    @Override
    Scriptable device() {
        return printer;
    }
}
