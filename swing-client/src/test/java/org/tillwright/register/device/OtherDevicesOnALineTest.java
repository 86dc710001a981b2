package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScannerSimulator;

/** Scanner and display through nrjavaserial and a pseudo terminal. */
@Timeout(60)
class OtherDevicesOnALineTest {

    @TempDir
    Path directory;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final DeviceListener listener = new DeviceListener() {
        @Override
        public void worked(DeviceKind device) {
            opened.countDown();
        }

        @Override
        public void failed(DeviceException failure) {
            heard.add("failed " + failure.trouble());
        }

        @Override
        public void recovered(DeviceKind device) {
            heard.add("recovered " + device);
        }
    };

    private Devices scannerAt(Path port) {
        return Devices.open(DeviceUris.NONE.with(DeviceKind.SCANNER, "serial:" + port + "?baud=9600"), listener);
    }

    /** What is scanned before the port is open is thrown away when it is opened, and that takes a while on a busy machine. */
    private void listen(Devices devices, BlockingQueue<String> codes) throws InterruptedException {
        devices.listenToScanner(codes::add);
        assertThat(opened.await(30, TimeUnit.SECONDS)).as("the port is open").isTrue();
    }

    @Test
    void codesComeWholeInOrderAndAsOftenAsTheyWereScanned() throws Exception {
        var codes = new LinkedBlockingQueue<String>();
        try (PtyPair pair = PtyPair.open(directory, "scanner");
                ScannerSimulator scanner = ScannerSimulator.open(pair.far().toString(), pair);
                Devices devices = scannerAt(pair.near())) {
            listen(devices, codes);
            scanner.scan("4006381333931");
            scanner.scan("4006381333931");
            scanner.send("]E496385074\r\n");
            scanner.send("\u0002ABC-1\r");
            scanner.send("without line end");
            for (String expected :
                    new String[] {"4006381333931", "4006381333931", "]E496385074", "ABC-1", "without line end"}) {
                assertThat(codes.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
            }
            assertThat(codes).isEmpty();
        }
    }

    @Test
    void anEndlessCodeIsDroppedAndTheNextOneCounts() throws Exception {
        var codes = new LinkedBlockingQueue<String>();
        try (PtyPair pair = PtyPair.open(directory, "scanner");
                ScannerSimulator scanner = ScannerSimulator.open(pair.far().toString(), pair);
                Devices devices = scannerAt(pair.near())) {
            listen(devices, codes);
            scanner.scan("9".repeat(5_000));
            scanner.scan("42");
            assertThat(codes.poll(10, TimeUnit.SECONDS)).isEqualTo("42");
        }
    }

    @Test
    void aLostScannerIsToldOnceAndFoundAgain() throws Exception {
        var codes = new LinkedBlockingQueue<String>();
        try (PtyPair pair = PtyPair.open(directory, "scanner");
                ScannerSimulator scanner = ScannerSimulator.open(pair.far().toString(), pair);
                Devices devices = scannerAt(pair.near())) {
            listen(devices, codes);
            scanner.scan("1");
            assertThat(codes.poll(10, TimeUnit.SECONDS)).isEqualTo("1");
            scanner.pull();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("failed " + Trouble.UNPLUGGED);
            scanner.plugIn();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("recovered SCANNER");
            assertThat(scannedAfterPlugIn(scanner, codes)).isEqualTo("2");
        }
    }

    /** The simulated scanner looks for its end of the cable a few times a second. */
    private static String scannedAfterPlugIn(ScannerSimulator scanner, BlockingQueue<String> codes)
            throws InterruptedException {
        String code = null;
        for (int i = 0; i < 50 && code == null; i++) {
            try {
                scanner.scan("2");
            } catch (IOException e) {
                assertThat(e).hasMessage("no register is at the other end");
            }
            code = codes.poll(200, TimeUnit.MILLISECONDS);
        }
        return code;
    }

    @Test
    void theDisplayShowsTwoLinesAndWritesWhatItCannotShowInLatinLetters() throws Exception {
        var shown = new LinkedBlockingQueue<String>();
        try (PtyPair pair = PtyPair.open(directory, "display");
                DisplaySimulator display = DisplaySimulator.open(
                        pair.far().toString(), pair, (top, bottom) -> shown.add(top + "|" + bottom));
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(DeviceKind.DISPLAY, "cd5220+serial:" + pair.near() + "?baud=9600"),
                        listener)) {
            assertThat(display.tcpPort()).as("it is on a serial line").isZero();
            DeviceLane<LineDisplay> lane = devices.display().orElseThrow();
            lane.use(device -> device.show("Crème brûlée 3 €", "TOTAL          16,18"));
            awaitShown(shown, "Crème brûlée 3 €    |TOTAL          16,18");
            lane.use(device -> device.show("Житній хліб, нарізаний скибками", "−1,00"));
            awaitShown(shown, "Zhytnii khlib, nariz|-1,00               ");
        }
        assertThat(heard).isEmpty();
    }

    /** Bytes may come in pieces, so states in between are seen too. */
    private static void awaitShown(BlockingQueue<String> shown, String expected) throws InterruptedException {
        String last = "";
        while (last != null && !last.equals(expected)) {
            last = shown.poll(10, TimeUnit.SECONDS);
        }
        assertThat(last).isEqualTo(expected);
    }
}
