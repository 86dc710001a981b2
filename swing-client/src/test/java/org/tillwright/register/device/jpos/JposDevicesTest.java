package org.tillwright.register.device.jpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.ScannerSimulator;

/** Display, scanner, stripe reader and scale by a vendor's services, in the device host, with a device at a TCP port. */
@Timeout(120)
class JposDevicesTest {

    /** Longer than a Java machine takes to start on a machine that does much else. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String BADGE = "TWB" + "0123456789ABCDEFGHJKLMNPQR";

    @TempDir
    Path directory;

    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> read = new LinkedBlockingQueue<>();
    private VendorDrivers vendor;
    private Devices devices;

    @BeforeEach
    void install() throws IOException {
        vendor = VendorDrivers.in(directory);
    }

    @AfterEach
    void close() {
        if (devices != null) {
            devices.close();
        }
    }

    private void open(DeviceKind kind, String category, String service, int port, Map<String, String> more)
            throws IOException {
        var properties = new java.util.TreeMap<>(more);
        properties.put("port", Integer.toString(port));
        properties.put("claim", directory.resolve("claim").toString());
        vendor.with("Model 1", category, service, properties);
        devices = Devices.open(vendor.uris().with(kind, "jpos:Model 1"), failures::add);
    }

    @Test
    void aDisplayShowsBothLinesInItsOwnLetters() throws Exception {
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        try (DisplaySimulator display =
                DisplaySimulator.open("tcp:0", null, (top, bottom) -> shown.add(top + "|" + bottom))) {
            open(DeviceKind.DISPLAY, "LineDisplay", "ExampleDisplay", display.tcpPort(), Map.of());
            var lane = devices.display().orElseThrow();
            lane.ask(each -> {
                        each.show("Brød ½ kg", "12,50 €");
                        return true;
                    })
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
            awaitShown(shown, "Brød ½ kg           |12,50 €             ");
            assertThat(lane.device().columns()).isEqualTo(20);
            assertThat(lane.device().written("Хліб Smørrebrød")).isEqualTo("Khlib Smørrebrød");
            assertThat(failures).isEmpty();
        }
    }

    private static void awaitShown(BlockingQueue<String> shown, String wanted) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        String last = "";
        while (!last.equals(wanted)) {
            last = shown.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(last).as("shown before it was too late").isNotNull();
        }
    }

    @Test
    void aScannerReadsOneCodeAfterTheOtherAndSaysOfWhatKindTheyAre() throws Exception {
        try (ScannerSimulator scanner = ScannerSimulator.open("tcp:0", null)) {
            open(DeviceKind.SCANNER, "Scanner", "ExampleScanner", scanner.tcpPort(), Map.of());
            devices.listenToScanner(read::add);
            send(scanner, "104|4006381333931");
            assertThat(next()).isEqualTo("]E04006381333931");
            // Three at one go: data events are switched off with each, and none may be lost.
            scanner.send("120|0104006381333931\u001D10AB\rerror\r103|96385074\rKG-7\r");
            assertThat(next()).isEqualTo("]C10104006381333931\u001D10AB");
            assertThat(next()).isEqualTo("]E496385074");
            assertThat(next()).isEqualTo("KG-7");
            assertThat(failures).isEmpty();
        }
    }

    /** The register is not there before the driver is open, which takes a moment. */
    private static void send(ScannerSimulator scanner, String text) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            try {
                scanner.scan(text);
                return;
            } catch (IOException e) {
                assertThat(System.nanoTime()).as("nobody came to the scanner").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private String next() throws InterruptedException {
        String code = read.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(code).as("a code, and not %s", failures).isNotNull();
        return code;
    }

    @Test
    void aScannerThatGoesOffIsToldOnceAndReadsAgainWhenItIsBack() throws Exception {
        try (ScannerSimulator scanner = ScannerSimulator.open("tcp:0", null)) {
            open(DeviceKind.SCANNER, "Scanner", "ExampleScanner", scanner.tcpPort(), Map.of());
            devices.listenToScanner(read::add);
            send(scanner, "104|4006381333931");
            assertThat(next()).isEqualTo("]E04006381333931");
            scanner.pull();
            DeviceException told = failures.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(told).isNotNull();
            assertThat(told.device()).isEqualTo(DeviceKind.SCANNER);
            scanner.plugIn();
            send(scanner, "103|96385074");
            assertThat(next()).isEqualTo("]E496385074");
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void aStripeReaderLetsBadgesOutAndNothingElse() throws Exception {
        try (var log = CaughtLog.everything();
                ScannerSimulator reader = ScannerSimulator.open("tcp:0", null)) {
            open(DeviceKind.BADGE_READER, "MSR", "ExampleStripe", reader.tcpPort(), Map.of());
            devices.listenToBadgeReader(read::add);
            send(reader, "B4111111111111111^DOE/JOHN^30121010000000000|4111111111111111=30121010000012345|");
            send(reader, "|" + BADGE + "|4111 1111 1111 1111");
            assertThat(next()).isEqualTo(BADGE);
            send(reader, "TWBB4111111111111111|TWB411111111111111130121010000|");
            send(reader, "%" + BADGE + "?||");
            assertThat(next()).isEqualTo(BADGE);
            assertThat(read).isEmpty();
            devices.close();
            assertThat(log.text()).contains("a line that may say what is on a card");
            assertThat(log.text())
                    .doesNotContain("411111")
                    .doesNotContain("4111 1111")
                    .doesNotContain("DOE");
            assertThat(log.text()).doesNotContain(BADGE);
            assertThat(failures).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"told", "async", "waiting"})
    void aScaleTellsWhatLiesOnItWhicheverWayItsServiceHas(String way) throws Exception {
        try (ScannerSimulator scale = ScannerSimulator.open("tcp:0", null)) {
            open(DeviceKind.SCALE, "Scale", "ExampleScale", scale.tcpPort(), Map.of("way", way));
            assertThat(weigh().state()).isEqualTo(State.MOVING); // nothing was sent yet
            show(scale, "still 485", new ScaleReading(new Quantity(485), State.STILL));
            show(scale, "heavy", new ScaleReading(new Quantity(0), State.TOO_HEAVY));
            show(scale, "below", new ScaleReading(new Quantity(0), State.BELOW_ZERO));
            scale.scan("moving 700");
            awaitState(State.MOVING);
            show(scale, "still 1250", new ScaleReading(new Quantity(1250), State.STILL));
            show(scale, "still 0", new ScaleReading(new Quantity(0), State.STILL));
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void aScaleThatCountsGramsIsRoundedAndOneThatCountsPoundsIsRefused() throws Exception {
        try (ScannerSimulator scale = ScannerSimulator.open("tcp:0", null)) {
            open(DeviceKind.SCALE, "Scale", "ExampleScale", scale.tcpPort(), Map.of("way", "told", "unit", "1"));
            weigh();
            show(scale, "still 485500", new ScaleReading(new Quantity(486), State.STILL));
            devices.close();
            vendor.with("Pounds", "Scale", "ExampleScale", Map.of("port", "" + scale.tcpPort(), "unit", "4"));
            devices = Devices.open(vendor.uris().with(DeviceKind.SCALE, "jpos:Pounds"), failures::add);
            devices.scale().orElseThrow().use(Scale::weigh);
            DeviceException told = failures.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(told).isNotNull();
            assertThat(told.trouble()).isEqualTo(DeviceException.Trouble.NOT_UNDERSTOOD);
            assertThat(told).hasRootCauseMessage("it weighs in ounces or pounds; set it to kilograms");
        }
    }

    private ScaleReading weigh() throws Exception {
        return devices.scale().orElseThrow().ask(Scale::weigh).get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private void show(ScannerSimulator scale, String text, ScaleReading wanted) throws Exception {
        scale.scan(text);
        assertThat(awaitState(wanted.state(), wanted)).isEqualTo(wanted);
    }

    private void awaitState(State state) throws Exception {
        awaitState(state, null);
    }

    /** What was sent has to arrive first; a register asks again and again too. */
    private ScaleReading awaitState(State state, ScaleReading wanted) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        ScaleReading now = weigh();
        while (now.state() != state || (wanted != null && !now.equals(wanted))) {
            assertThat(System.nanoTime()).as("the scale still says %s", now).isLessThan(deadline);
            now = weigh();
        }
        return now;
    }
}
