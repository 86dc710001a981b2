package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScannerSimulator;

/** What a scanner and a badge reader can be set up to do, through real lines. */
@Timeout(180)
class ScannerOnALineTest {

    @TempDir
    Path directory;

    private final BlockingQueue<String> codes = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final DeviceListener listener = new DeviceListener() {
        @Override
        public void failed(DeviceException failure) {
            failures.add(failure);
        }

        @Override
        public void worked(DeviceKind device) {
            opened.countDown();
        }
    };

    /** What is scanned before the port is open is thrown away when it is opened, and that takes a while on a busy machine. */
    private void listen(Devices devices) throws InterruptedException {
        devices.listenToScanner(codes::add);
        assertThat(opened.await(60, TimeUnit.SECONDS)).as("the port is open").isTrue();
    }

    @Test
    void prefixSuffixAndLineEndAreTakenFromTheSettings() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scanner");
                ScannerSimulator scanner = ScannerSimulator.open(pair.far().toString(), pair);
                Devices devices = scannerAt("serial:" + pair.near() + "?prefix=%02A&suffix=%23%09&end=line")) {
            listen(devices);
            scanner.send("\u0002A]E04006381333931#\t");
            scanner.send("81333931#\t\u0002A42#\t");
            assertThat(codes.poll(60, TimeUnit.SECONDS)).isEqualTo("]E04006381333931");
            assertThat(codes.poll(60, TimeUnit.SECONDS)).isEqualTo("42");
        }
        assertThat(codes).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void aScannerThatCanBeToldSoundsByItself() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        try (PtyPair pair = PtyPair.open(directory, "scanner");
                ScannerSimulator scanner = ScannerSimulator.open(pair.far().toString(), pair);
                Devices devices = scannerAt("serial:" + pair.near() + "?good=07&bad=1b4215")) {
            scanner.hear(bytes -> heard.add(HexFormat.of().formatHex(bytes)));
            listen(devices);
            scanner.scan("42");
            assertThat(codes.poll(60, TimeUnit.SECONDS)).isEqualTo("42");
            devices.scanAccepted();
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("07");
            devices.scanRefused();
            awaitHeard(heard, "1b4215");
        }
    }

    /** Bytes may come in pieces. */
    private static void awaitHeard(BlockingQueue<String> heard, String expected) throws InterruptedException {
        String all = "";
        while (!all.equals(expected)) {
            String next = heard.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("heard so far: %s", all).isNotNull();
            all = all + next;
        }
    }

    @Test
    void twoScannersAreHeardAndTheOneThatReadLastSounds() throws Exception {
        BlockingQueue<String> heardFlat = new LinkedBlockingQueue<>();
        BlockingQueue<String> heardInHand = new LinkedBlockingQueue<>();
        try (PtyPair flatLine = PtyPair.open(directory, "flat");
                PtyPair handLine = PtyPair.open(directory, "hand");
                ScannerSimulator flat = ScannerSimulator.open(flatLine.far().toString(), flatLine);
                ScannerSimulator hand = ScannerSimulator.open(handLine.far().toString(), handLine);
                Devices devices = Devices.open(
                        DeviceUris.NONE
                                .with(DeviceKind.SCANNER, "serial:" + flatLine.near() + "?good=07")
                                .with(DeviceKind.SECOND_SCANNER, "serial:" + handLine.near() + "?good=08"),
                        failures::add)) {
            flat.hear(bytes -> heardFlat.add(HexFormat.of().formatHex(bytes)));
            hand.hear(bytes -> heardInHand.add(HexFormat.of().formatHex(bytes)));
            devices.scanAccepted(); // nobody has read anything yet
            devices.listenToScanner(codes::add);
            flat.scan("42");
            assertThat(codes.poll(30, TimeUnit.SECONDS)).isEqualTo("42");
            devices.scanAccepted();
            assertThat(heardFlat.poll(30, TimeUnit.SECONDS)).isEqualTo("07");
            hand.scan("4006381333931");
            assertThat(codes.poll(30, TimeUnit.SECONDS)).isEqualTo("4006381333931");
            devices.scanAccepted();
            assertThat(heardInHand.poll(30, TimeUnit.SECONDS)).isEqualTo("08");
            hand.pull();
            DeviceException lost = failures.poll(30, TimeUnit.SECONDS);
            assertThat(lost).isNotNull();
            assertThat(lost.textKey()).isEqualTo("device.scanner.2.unplugged");
            flat.scan("43");
            assertThat(codes.poll(30, TimeUnit.SECONDS))
                    .as("the other one goes on")
                    .isEqualTo("43");
        }
        assertThat(heardFlat).isEmpty();
        assertThat(heardInHand).isEmpty();
    }

    @Test
    void aScannerWithoutCommandsIsToldNothing() throws Exception {
        try (Devices devices = scannerAt("tcp:127.0.0.1:9")) {
            devices.scanAccepted();
            devices.scanRefused();
        }
        try (Devices devices = Devices.open(DeviceUris.NONE, failures::add)) {
            devices.scanAccepted();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void noiseOnTheLineIsSurvivedAndTheNextCodeCounts() throws Exception {
        long seed = Long.getLong("scanners.seed", System.nanoTime());
        var random = new Random(seed);
        try (PtyPair pair = PtyPair.open(directory, "scanner");
                ScannerSimulator scanner = ScannerSimulator.open(pair.far().toString(), pair);
                Devices devices = scannerAt("serial:" + pair.near() + "?end=line")) {
            listen(devices);
            for (int burst = 0; burst < 50; burst++) {
                scanner.send(noise(random));
            }
            scanner.send("\r");
            scanner.scan("4006381333931");
            String last = codes.poll(60, TimeUnit.SECONDS);
            while (last != null && !last.equals("4006381333931")) {
                last = codes.poll(60, TimeUnit.SECONDS);
            }
            assertThat(last).as("seed %d", seed).isEqualTo("4006381333931");
        }
        assertThat(failures).as("seed %d", seed).isEmpty();
    }

    private static String noise(Random random) {
        var noise = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            noise.append((char) random.nextInt(256));
        }
        return noise.toString();
    }

    @Test
    void aPaymentCardAtTheBadgeReaderIsNotHandedOn() throws Exception {
        try (ScannerSimulator reader = ScannerSimulator.open("tcp:0", null);
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(
                                DeviceKind.BADGE_READER, "tcp:127.0.0.1:" + reader.tcpPort() + "?uid=decimal"),
                        failures::add)) {
            devices.listenToBadgeReader(codes::add);
            awaitListening(reader);
            reader.scan("%B4111111111111111^DOE/JANE^2512101?;4111111111111111=25121010000?");
            assertThat(nextBadge()).isEqualTo(BadgeReader.PAYMENT_CARD);
            reader.scan("0012345678");
            assertThat(nextBadge()).isEqualTo("TWU00BC614E");
        }
    }

    /** The reader has nobody to send to until the register has found it. */
    private void awaitListening(ScannerSimulator reader) throws InterruptedException {
        String seen = null;
        for (int i = 0; i < 100 && seen == null; i++) {
            try {
                reader.scan("TWB");
            } catch (IOException e) {
                assertThat(e).hasMessage("no register is at the other end");
            }
            seen = codes.poll(100, TimeUnit.MILLISECONDS);
        }
        assertThat(seen).isEqualTo("TWB");
    }

    /** What was sent while nobody knew whether the register listens may still come. */
    private String nextBadge() throws InterruptedException {
        String next = codes.poll(60, TimeUnit.SECONDS);
        while ("TWB".equals(next)) {
            next = codes.poll(60, TimeUnit.SECONDS);
        }
        return next;
    }

    @Test
    void everyFaultInTheOptionsIsToldAtOnceAndSecretsAreNot() {
        var uris = DeviceUris.NONE
                .with(DeviceKind.SCANNER, "serial:/dev/ttyS1?prefix=%2&suffix=12345678901234567&good=7&end=tab&pause=5")
                .with(DeviceKind.BADGE_READER, "serial:/dev/ttyS2?uid=octal&good=07")
                .with(
                        DeviceKind.SCALE,
                        "dialog06+serial:/dev/ttyS3?polynomial=XYZ9&checks=6&price-digits=7&colour=red");
        assertThat(Devices.faultsOf(uris))
                .extracting(fault -> fault.field() + " " + fault.message())
                .satisfiesExactlyInAnyOrder(
                        told -> assertThat(told).startsWith("scanner has prefix=%2;"),
                        told -> assertThat(told).isEqualTo("scanner has a suffix of more than 16 signs"),
                        told -> assertThat(told).startsWith("scanner has good=7;"),
                        told -> assertThat(told).isEqualTo("scanner has end=tab; use any or line"),
                        told -> assertThat(told).isEqualTo("scanner has pause=5; use a number from 10 to 2000"),
                        told -> assertThat(told).startsWith("badge has uid=octal;"),
                        told -> assertThat(told).startsWith("badge has the option good"),
                        told -> assertThat(told)
                                .startsWith("scale has a polynomial that is not")
                                .doesNotContain("XYZ9"),
                        told -> assertThat(told).isEqualTo("scale has checks=6; use a number from 1 to 5"),
                        told -> assertThat(told).isEqualTo("scale has price-digits=7; use a number from 5 to 6"),
                        told -> assertThat(told).startsWith("scale has the option colour"));
    }

    private Devices scannerAt(String uri) {
        return Devices.open(DeviceUris.NONE.with(DeviceKind.SCANNER, uri), listener);
    }
}
