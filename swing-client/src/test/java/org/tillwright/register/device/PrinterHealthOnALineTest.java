package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;

/** What is known of a printer without printing: through driver, line and a simulated printer at the far end. */
@Timeout(120)
class PrinterHealthOnALineTest {

    private static final Receipt SHORT = new Receipt(List.of(Text.of("Bread"), new Cut()));

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final DeviceListener listener = new DeviceListener() {
        @Override
        public void failed(DeviceException failure) {
            heard.add(failure.trouble());
        }

        @Override
        public void recovered(DeviceKind device) {
            heard.add(device);
        }

        @Override
        public void printerSays(DeviceKind device, PrinterHealth health) {
            heard.add(health);
        }
    };
    private PrinterSimulator printer;

    @BeforeEach
    void wire() throws IOException {
        printer = PrinterSimulator.open("tcp:0", null, 42, paper::add);
    }

    @AfterEach
    void unwire() {
        assertThat(printer.unknown()).isEmpty();
        printer.close();
    }

    private String overTcp() {
        return "escpos+tcp:127.0.0.1:" + printer.tcpPort();
    }

    private Devices watched(String printerUri, String drawerUri) {
        Devices devices = Devices.open(
                DeviceUris.NONE.with(DeviceKind.PRINTER, printerUri).with(DeviceKind.DRAWER, drawerUri), listener);
        devices.watchPrinter();
        return devices;
    }

    private Devices watched() {
        return watched(overTcp(), "via:printer?open=high");
    }

    private Object next() throws InterruptedException {
        Object said = heard.poll(30, TimeUnit.SECONDS);
        assertThat(said).as("nothing was told in time").isNotNull();
        return said;
    }

    @Test
    void aRollNearItsEndAnOpenDrawerAndAJammedKnifeAreToldWithoutAReceipt() throws Exception {
        try (Devices devices = watched()) {
            assertThat(next()).isEqualTo(PrinterHealth.WELL);
            printer.setPaperLow(true);
            assertThat(next()).isEqualTo(new PrinterHealth(true, false, false, false, false));
            devices.drawer().orElseThrow().use(CashDrawer::open);
            assertThat(next()).isEqualTo(new PrinterHealth(true, false, false, false, true));
            printer.setDrawerOpen(false);
            assertThat(next()).isEqualTo(new PrinterHealth(true, false, false, false, false));
            printer.setJammed(true);
            assertThat(next()).isEqualTo(new PrinterHealth(true, false, false, true, false));
            assertThat(next()).isEqualTo(Trouble.FAULTY);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void whatStopsTheNextReceiptIsToldOnceAndSoIsItsEnd() throws Exception {
        try (Devices devices = watched()) {
            assertThat(next()).isEqualTo(PrinterHealth.WELL);
            printer.setCoverOpen(true);
            assertThat(next()).isEqualTo(new PrinterHealth(false, false, true, false, false));
            assertThat(next()).isEqualTo(Trouble.COVER_OPEN);
            printer.setCoverOpen(false);
            assertThat(next()).isEqualTo(PrinterHealth.WELL);
            assertThat(next()).isEqualTo(DeviceKind.PRINTER);
            assertThat(devices.printer()).isPresent();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aPrinterThatIsGoneIsToldAndLookedForAgain() throws Exception {
        try (Devices devices = watched()) {
            assertThat(next()).isEqualTo(PrinterHealth.WELL);
            printer.pull();
            assertThat(next()).isIn(Trouble.UNPLUGGED, Trouble.ABSENT);
            printer.plugIn();
            Object said = next();
            while (said instanceof Trouble trouble) { // the far end needs a moment to find its line again
                assertThat(trouble).isIn(Trouble.ABSENT, Trouble.NOT_ANSWERING);
                said = next();
            }
            assertThat(said).isEqualTo(PrinterHealth.WELL);
            assertThat(next()).isEqualTo(DeviceKind.PRINTER);
            assertThat(devices.printer()).isPresent();
        }
    }

    /** Nobody said how the contact is wired, so an open drawer is not guessed. */
    @Test
    void aDrawerWithoutContactNeverCountsAsOpen() throws Exception {
        try (Devices devices = watched(overTcp(), "via:printer")) {
            assertThat(next()).isEqualTo(PrinterHealth.WELL);
            CompletableFuture<Boolean> opened = devices.drawer().orElseThrow().ask(drawer -> {
                drawer.open();
                return true;
            });
            assertThat(opened.get(20, TimeUnit.SECONDS)).isTrue();
            printer.setPaperLow(true);
            assertThat(next()).isEqualTo(new PrinterHealth(true, false, false, false, false));
            assertThat(printer.isDrawerOpen()).isTrue();
        }
    }

    /** Its four bytes come between the others, and one of them looks like the answer that a receipt is printed. */
    @Test
    void aPrinterThatTellsItsStatusUnaskedIsNotTakenForOneThatHasPrinted() throws Exception {
        printer.setTellsUnasked(true);
        printer.runOutAfter(3);
        try (Devices devices = Devices.open(DeviceUris.NONE.with(DeviceKind.PRINTER, overTcp()), listener)) {
            devices.printer().orElseThrow().use(device -> device.print(SampleReceipt.RECEIPT));
            assertThat(next()).isEqualTo(Trouble.PAPER_OUT);
            printer.setPaper(true);
            assertThat(paper.poll(10, TimeUnit.SECONDS)).isNotNull(); // the rest of it
            devices.printer().orElseThrow().use(device -> device.print(SHORT));
            assertThat(next()).isEqualTo(DeviceKind.PRINTER);
            assertThat(paper.poll(10, TimeUnit.SECONDS).text()).endsWith("Bread\n[cut]");
        }
    }

    @Test
    void aPrinterBehindADeviceFilePrintsAndTellsHowItIs() throws Exception {
        printer.close();
        PtyPair pair = PtyPair.open(directory, "file");
        printer = PrinterSimulator.open(pair.far().toString(), pair, 42, paper::add);
        try (Devices devices = watched("escpos+file:" + pair.near(), "via:printer?open=high")) {
            assertThat(next()).isEqualTo(PrinterHealth.WELL);
            devices.printer().orElseThrow().use(device -> device.print(SampleReceipt.RECEIPT));
            PrintedReceipt receipt = paper.poll(20, TimeUnit.SECONDS);
            assertThat(receipt).isNotNull();
            assertThat(receipt.text()).contains("Hofladen Grün").endsWith("[cut]");
            printer.setPaper(false);
            assertThat(next()).isEqualTo(new PrinterHealth(true, true, false, false, false));
            assertThat(next()).isEqualTo(Trouble.PAPER_OUT);
        }
        try (Devices again = watched("escpos+file:" + pair.near(), "via:printer")) {
            assertThat(next()).as("the file was let go").isEqualTo(new PrinterHealth(true, true, false, false, false));
            assertThat(again.printer()).isPresent();
        } finally {
            printer.close();
            pair.close();
        }
    }

    @Test
    void aDeviceFileThatIsNoneIsToldInWords() throws Exception {
        Path file = Files.createFile(directory.resolve("lp0"));
        try (Devices devices = watched("escpos+file:" + file, "via:printer")) {
            assertThat(next()).isEqualTo(Trouble.NOT_UNDERSTOOD);
            assertThat(devices.printer()).isPresent();
        }
        try (Devices devices = watched("escpos+file:" + directory.resolve("lp1"), "via:printer")) {
            assertThat(next()).isEqualTo(Trouble.ABSENT);
            assertThat(devices.printer()).isPresent();
        }
    }

    /** The watch takes its turn between receipts: not a byte of a question inside one. */
    @Test
    void receiptsThatAreWatchedArriveWhole() throws Exception {
        try (Devices devices = watched()) {
            var last = new CountDownLatch(8);
            for (int i = 0; i < 8; i++) {
                devices.printer().orElseThrow().use(device -> {
                    device.print(SampleReceipt.longReceipt(60));
                    last.countDown();
                });
            }
            assertThat(last.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(paper).hasSize(8).allMatch(receipt -> receipt.text().lines().count() == 61);
        assertThat(heard).containsExactly(PrinterHealth.WELL);
    }

    /** A printer on a one-way line is asked once, and then left alone: each question holds up its receipts. */
    @Test
    void aPrinterThatAnswersNothingIsNoTrouble() throws Exception {
        try (PtyPair silent = PtyPair.open(directory, "silent");
                SerialLine far = SerialAddress.of(silent.far(), 38_400).open();
                Devices devices = watched("escpos+serial:" + silent.near(), "via:printer")) {
            byte[] question = new byte[8];
            assertThat(far.read(question, Duration.ofSeconds(60))).isPositive();
            var paper = new Thread(() -> takeAll(far), "paper");
            paper.setDaemon(true);
            paper.start();
            CompletableFuture<Boolean> printed = devices.printer().orElseThrow().ask(device -> {
                device.print(SHORT);
                return true;
            });
            assertThat(printed.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(heard).isEmpty();
        }
    }

    private static void takeAll(SerialLine line) {
        byte[] bytes = new byte[1_024];
        try {
            while (line.read(bytes, Duration.ofSeconds(60)) > 0) {
                // It prints them, and says nothing.
            }
        } catch (IOException e) {
            // The line was closed: the test is over.
        }
    }
}
