package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.simulator.ScaleSimulator.Kind;

/** The window of a scale: its slider and keys do at the device what they say, and it shows what the customer reads. */
@Timeout(180)
class ScaleWindowTest {

    @TempDir
    Path directory;

    @Test
    void whatIsPutOnIsWeighedAndTheCustomerReadsPriceAndAmount() throws Exception {
        assumeThat(SimulatorWindows.isPossible())
                .as("there is no screen for windows; Xvfb is enough")
                .isTrue();
        try (PtyPair pair = PtyPair.open(directory, "scale");
                var windows = new SimulatorWindows(0, 0);
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(DeviceKind.SCALE, "dialog06+serial:" + pair.near() + "?text=on"),
                        failure -> {})) {
            windows.scale(Kind.DIALOG06, pair.far().toString(), pair);
            SimulatorFrame frame = window();
            press(frame, "Shake");
            assertThat(weighUntil(devices, State.MOVING).state()).isEqualTo(State.MOVING);
            slide(frame, 1_250);
            press(frame, "Put on");
            assertThat(weighUntil(devices, State.STILL).price()).isEqualTo(new ScaleReading.Price(1_990, 2_488));
            awaitText(frame, "Cheese  19.90 / kg   = 24.88");
            awaitText(frame, "1.250 kg");
            SwingUtilities.invokeAndWait(() -> look(frame));
            press(frame, "Take off");
            assertThat(weighUntil(devices, State.BELOW_MINIMUM).state()).isEqualTo(State.BELOW_MINIMUM);
        }
    }

    private static SimulatorFrame window() {
        return Arrays.stream(Frame.getFrames())
                .filter(SimulatorFrame.class::isInstance)
                .map(SimulatorFrame.class::cast)
                .filter(frame -> frame.isShowing() && frame.getTitle().startsWith("Scale"))
                .findFirst()
                .orElseThrow();
    }

    private static void press(SimulatorFrame frame, String label) throws Exception {
        SwingUtilities.invokeAndWait(() -> all(frame, AbstractButton.class).stream()
                .filter(key -> label.equals(key.getText()))
                .findFirst()
                .orElseThrow()
                .doClick());
    }

    private static void slide(SimulatorFrame frame, int grams) throws Exception {
        SwingUtilities.invokeAndWait(() -> all(frame, JSlider.class).get(0).setValue(grams));
    }

    /** Keys act beside the event thread, so the device follows a moment later. */
    private static ScaleReading weighUntil(Devices devices, State wanted) throws Exception {
        var order = new WeighingOrder(1, 1_990L, 0, "Cheese");
        ScaleReading reading = ScaleReading.none(State.NOT_MOVED);
        for (int i = 0; i < 200 && reading.state() != wanted; i++) {
            reading = devices.scale()
                    .orElseThrow()
                    .ask(scale -> scale.weigh(order))
                    .get(60, TimeUnit.SECONDS);
        }
        return reading;
    }

    private static void awaitText(SimulatorFrame frame, String text) throws Exception {
        var texts = new AtomicReference<List<String>>(List.of());
        for (int i = 0; i < 1_000 && !texts.get().contains(text); i++) {
            SwingUtilities.invokeAndWait(() -> texts.set(
                    all(frame, JLabel.class).stream().map(JLabel::getText).toList()));
        }
        assertThat(texts.get()).contains(text);
    }

    private static void look(SimulatorFrame frame) {
        for (AbstractButton key : all(frame, AbstractButton.class)) {
            Rectangle place = SwingUtilities.convertRectangle(key.getParent(), key.getBounds(), frame);
            assertThat(new Rectangle(frame.getSize()).contains(place))
                    .as(key.getText())
                    .isTrue();
        }
        assertThat(all(frame, JSlider.class).get(0).getAccessibleContext().getAccessibleName())
                .isNotBlank();
        var picture = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        frame.paint(picture.getGraphics());
        try {
            Path kept = Files.createDirectories(Path.of("target", "windows"));
            assertThat(ImageIO.write(picture, "png", kept.resolve("scale.png").toFile()))
                    .isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> all(Container container, Class<T> type) {
        var found = new ArrayList<T>();
        for (Component child : container.getComponents()) {
            if (type.isInstance(child) && child.isShowing()) {
                found.add(type.cast(child));
            } else if (child instanceof Container inner) {
                found.addAll(all(inner, type));
            }
        }
        return found;
    }
}
