package org.tillwright.simulator;

import java.io.IOException;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window of a simulated scale: a field for what lies on it. */
final class ScaleView extends SimulatorFrame {

    private static final int HEIGHT = 150;

    private final ScaleSimulator scale;
    private final JTextField grams = new JTextField("485");

    private ScaleView(String where, @Nullable Cable cable) throws IOException {
        super("Scale", "[][][grow, top]");
        scale = ScaleSimulator.open(where, cable);
        var label = new JLabel("Grams on the plate");
        label.setLabelFor(grams);
        add(label);
        var row = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill][][][][]"));
        row.setOpaque(false);
        row.add(grams, "height 36!");
        row.add(key("Put on", () -> weigh(true)));
        row.add(key("Shake", () -> weigh(false)));
        row.add(key("Take off", () -> {
            scale.put(0);
            say("Nothing on the plate");
        }));
        row.add(toggle("Unplug", scale::pull, scale::plugIn));
        add(row);
    }

    /** Opens window and device; on the event thread. */
    static ScaleView open(String where, @Nullable Cable cable) throws IOException {
        var view = new ScaleView(where, cable);
        view.showAt(HEIGHT);
        return view;
    }

    private void weigh(boolean isStill) throws IOException {
        String text = grams.getText().strip();
        if (!text.matches("-?[0-9]{1,6}")) {
            throw new IOException("Write grams as a whole number, such as 485.");
        }
        if (isStill) {
            scale.put(Long.parseLong(text));
        } else {
            scale.move(Long.parseLong(text));
        }
        say(text + " g " + (isStill ? "lie still" : "are moving"));
    }

    @Override
    void endDevice() {
        scale.close();
    }
}
