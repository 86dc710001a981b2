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
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.PaymentSimulator.Mode;

/** All windows at once, at the far ends of real lines. Leaves a picture of each in target/windows for people. */
@Timeout(60)
class SimulatorWindowsTest {

    @TempDir
    Path directory;

    private final CountDownLatch cut = new CountDownLatch(1);
    private final CountDownLatch shown = new CountDownLatch(1);

    @Test
    void allWindowsFitBesideTheRegisterAndShowWhatHappens() throws Exception {
        assumeThat(SimulatorWindows.isPossible())
                .as("there is no screen for windows; Xvfb is enough")
                .isTrue();
        try (PtyPair printer = PtyPair.open(directory, "printer");
                PtyPair scanner = PtyPair.open(directory, "scanner");
                PtyPair display = PtyPair.open(directory, "display");
                var windows = new SimulatorWindows(1_030, 0);
                Devices devices = Devices.open(
                        DeviceUris.NONE
                                .with(DeviceKind.PRINTER, "escpos+serial:" + printer.near())
                                .with(DeviceKind.DRAWER, "via:printer")
                                .with(DeviceKind.DISPLAY, "cd5220+serial:" + display.near()),
                        failure -> {
                            throw new IllegalStateException(failure);
                        })) {
            openAll(windows, printer, scanner, display);
            devices.printer()
                    .orElseThrow()
                    .use(device -> device.print(new Receipt(List.of(Text.of("Bread  2,50"), new Cut()))));
            DeviceLane<LineDisplay> lane = devices.display().orElseThrow();
            lane.use(device -> device.show("Bread", "TOTAL           2,50"));
            assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(shown.await(10, TimeUnit.SECONDS)).isTrue();
            SwingUtilities.invokeAndWait(this::lookAtWindows);
        }
    }

    private void openAll(SimulatorWindows windows, PtyPair printer, PtyPair scanner, PtyPair display)
            throws IOException {
        windows.printer(printer.far().toString(), printer, 42, receipt -> cut.countDown());
        windows.scanner(scanner.far().toString(), scanner, List.of("4006381333931", "96385074"));
        windows.display(display.far().toString(), display, (top, bottom) -> {
            if (bottom.endsWith("2,50")) {
                shown.countDown();
            }
        });
        windows.terminal("tcp:0", null, null, Mode.ASK, text -> {});
        windows.gateway(GatewaySimulator.Account.SAMPLE, PaymentSimulator.Mode.ASK, text -> {});
    }

    private void lookAtWindows() {
        List<SimulatorFrame> frames = Arrays.stream(Frame.getFrames())
                .filter(SimulatorFrame.class::isInstance)
                .map(SimulatorFrame.class::cast)
                .filter(Component::isShowing)
                .toList();
        assertThat(frames.stream().map(Frame::getTitle))
                .containsExactlyInAnyOrder(
                        "Receipt printer", "Scanner", "Customer display", "Card terminal", "Wallet gateway");
        assertThat(frames.stream()
                        .mapToInt(frame -> frame.getY() + frame.getHeight())
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(1_080);
        for (SimulatorFrame frame : frames) {
            keep(frame);
            for (AbstractButton key : keysIn(frame)) {
                Rectangle place = SwingUtilities.convertRectangle(key.getParent(), key.getBounds(), frame);
                assertThat(new Rectangle(frame.getSize()).contains(place))
                        .as(key.getText() + " in " + frame.getTitle())
                        .isTrue();
            }
        }
    }

    private static List<AbstractButton> keysIn(Container container) {
        var keys = new ArrayList<AbstractButton>();
        for (Component child : container.getComponents()) {
            if (child instanceof AbstractButton key && key.isShowing()) {
                keys.add(key);
            } else if (child instanceof Container inner) {
                keys.addAll(keysIn(inner));
            }
        }
        return keys;
    }

    private static void keep(SimulatorFrame frame) {
        var picture = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        frame.paint(picture.getGraphics());
        long colours = Arrays.stream(
                        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct()
                .count();
        assertThat(colours).as("colours of " + frame.getTitle()).isGreaterThan(10);
        try {
            Path kept = Files.createDirectories(Path.of("target", "windows"));
            String name = frame.getTitle()
                    .toLowerCase(Locale.ROOT)
                    .chars()
                    .mapToObj(c -> Character.isLetter(c) ? Character.toString(c) : "-")
                    .collect(Collectors.joining());
            assertThat(ImageIO.write(picture, "png", kept.resolve(name + ".png").toFile()))
                    .isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
