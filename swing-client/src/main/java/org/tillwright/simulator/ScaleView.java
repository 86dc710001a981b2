package org.tillwright.simulator;

import java.awt.Color;
import java.awt.Component;
import java.io.IOException;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The window of a simulated scale: what the customer reads on it, a slider for what lies on it, and its troubles. */
final class ScaleView extends SimulatorFrame {

    private static final int HEIGHT = 300;
    private static final int STEP_GRAMS = 5;
    private static final int BEGIN_GRAMS = 485;

    /** A little more than it can weigh, so that this can be tried too. */
    private static final int MOST_GRAMS = (int) ScaleSimulator.CAPACITY_GRAMS + 500;

    private final ScaleSimulator scale;
    private final JSlider slider = new JSlider(-100, MOST_GRAMS, BEGIN_GRAMS);
    private final JLabel weight = new JLabel("", SwingConstants.RIGHT);
    private final JLabel price = new JLabel(" ", SwingConstants.RIGHT);
    private boolean isOnPlate;

    private ScaleView(ScaleSimulator.Kind kind, String where, @Nullable Cable cable) throws IOException {
        super("Scale (" + kind.name() + ")", "[][][][][][grow, top]");
        scale = ScaleSimulator.open(kind, where, cable);
        scale.watch((grams, perKg, amount, text) ->
                SwingUtilities.invokeLater(() -> customerReads(grams, perKg, amount, text)));
        weight.setFont(large(28));
        weight.setForeground(ACCENT);
        price.setForeground(Color.DARK_GRAY);
        add(weight);
        add(price);
        var label = new JLabel("Grams in the hand");
        label.setLabelFor(slider);
        add(label);
        slider.setMajorTickSpacing(MOST_GRAMS / 3 / 1000 * 1000);
        slider.setPaintTicks(true);
        slider.setPaintLabels(true);
        slider.getAccessibleContext().setAccessibleName("Grams in the hand");
        slider.addChangeListener(event -> slid());
        add(slider);
        add(row(key("Put on", () -> put(true)), key("Shake", () -> put(false)), key("Take off", this::takeOff)));
        add(row(
                key("Switch off and on", () -> {
                    scale.restart();
                    say("Switched off and on");
                }),
                toggle("Out of order", () -> scale.fail(true), () -> scale.fail(false)),
                toggle("Unplug", scale::pull, scale::plugIn)));
        showWeight(0);
    }

    private static JPanel row(Component... keys) {
        var row = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill]"));
        row.setOpaque(false);
        for (Component key : keys) {
            row.add(key);
        }
        return row;
    }

    /** Opens window and device; on the event thread. */
    static ScaleView open(ScaleSimulator.Kind kind, String where, @Nullable Cable cable) throws IOException {
        var view = new ScaleView(kind, where, cable);
        view.showAt(HEIGHT);
        return view;
    }

    /** What lies on the plate follows the slider: it moves while the slider does. */
    private void slid() {
        int grams = slider.getValue() / STEP_GRAMS * STEP_GRAMS;
        if (isOnPlate && slider.getValueIsAdjusting()) {
            scale.move(grams);
            showWeight(grams);
        } else if (isOnPlate) {
            scale.put(grams);
            showWeight(grams);
        }
    }

    private void put(boolean isStill) {
        SwingUtilities.invokeLater(() -> {
            int grams = slider.getValue() / STEP_GRAMS * STEP_GRAMS;
            isOnPlate = true;
            if (isStill) {
                scale.put(grams);
            } else {
                scale.move(grams);
            }
            showWeight(grams);
            say(grams + " g " + (isStill ? "lie still" : "are moving"));
        });
    }

    private void takeOff() {
        SwingUtilities.invokeLater(() -> {
            isOnPlate = false;
            scale.put(0);
            showWeight(0);
            price.setText(" ");
            say("Nothing on the plate");
        });
    }

    private void showWeight(long grams) {
        weight.setText(String.format(
                Locale.ROOT, "%s%d.%03d kg", grams < 0 ? "-" : "", Math.abs(grams) / 1000, Math.abs(grams) % 1000));
    }

    private void customerReads(long grams, long perKgMinor, long amountMinor, String text) {
        showWeight(grams);
        price.setText(String.format(
                Locale.ROOT,
                "%s  %d.%02d / kg   = %d.%02d",
                text,
                perKgMinor / 100,
                perKgMinor % 100,
                amountMinor / 100,
                amountMinor % 100));
    }

    @Override
    Scriptable device() {
        return scale;
    }
}
