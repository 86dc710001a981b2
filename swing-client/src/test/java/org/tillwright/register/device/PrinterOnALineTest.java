package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;

/** Receipts through driver, nrjavaserial and a pseudo terminal to a printer at the far end. */
@Timeout(90)
class PrinterOnALineTest {

    private static final Receipt SHORT = new Receipt(List.of(Text.of("Bread"), new Cut()));

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> drawer = new LinkedBlockingQueue<>();
    private final CountDownLatch firstLine = new CountDownLatch(1);
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private final PrinterSimulator.Listener listener = new PrinterSimulator.Listener() {
        @Override
        public void cut(PrintedReceipt receipt) {
            paper.add(receipt);
        }

        @Override
        public void moved(PrintedReceipt soFar) {
            firstLine.countDown();
        }

        @Override
        public void drawerOpened(int times) {
            drawer.add(times);
        }
    };
    private PtyPair pair;
    private PrinterSimulator printer;
    private Devices devices;

    @BeforeEach
    void wire() throws IOException {
        pair = PtyPair.open(directory, "printer");
        printer = PrinterSimulator.open(pair.far().toString(), pair, 42, listener);
        devices = devicesAt("escpos+serial:" + pair.near() + "?baud=38400");
    }

    private Devices devicesAt(String printerUri) {
        return Devices.open(
                DeviceUris.NONE.with(DeviceKind.PRINTER, printerUri).with(DeviceKind.DRAWER, "via:printer"),
                failures::add);
    }

    @AfterEach
    void unwire() {
        devices.close();
        printer.close();
        pair.close();
    }

    private void print(Receipt receipt) throws DeviceException {
        print(devices, receipt);
    }

    private static void print(Devices devices, Receipt receipt) throws DeviceException {
        CompletableFuture<Boolean> done = devices.printer().orElseThrow().ask(device -> {
            device.print(receipt);
            return true;
        });
        try {
            assertThat(done.get(60, TimeUnit.SECONDS)).isTrue();
        } catch (ExecutionException e) {
            throw (DeviceException) e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrintedReceipt printed() throws InterruptedException {
        PrintedReceipt receipt = paper.poll(10, TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        return receipt;
    }

    @Test
    void lettersOfManyLanguagesArriveAsTheyWereSent() throws Exception {
        print(new Receipt(List.of(
                Text.of("Crème brûlée, Straße 5, 3 €"),
                Text.of("Жито, Їжа і ґудзик Київ"),
                Text.of("Żółw, Ελλάδα, Ærø", Style.BOLD),
                new Cut())));
        assertThat(printed().text().lines())
                .containsExactly(
                        "Crème brûlée, Straße 5, 3 €", "Жито, Їжа і ґудзик Київ", "Żółw, Ελλάδα, Ærø", "[cut]");
    }

    @Test
    void lettersOnNoCodePageArePrintedAsAPicture() throws Exception {
        print(new Receipt(List.of(Text.of("Sushi 日本"), Text.of("Tea −1,00"), new Cut())));
        assertThat(printed().text().lines()).containsExactly("[picture 120 x 30]", "Tea -1,00", "[cut]");
    }

    @Test
    void anotherProgramReadsTheCodesFromThePaper() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/zbarimg")))
                .as("zbarimg is not installed, so nobody else can read the codes: apt-get install zbar-tools")
                .isTrue();
        print(SampleReceipt.RECEIPT);
        Path kept = Path.of("target", "paper"); // for people who want to look at it
        printed().save(kept, "receipt");
        Process zbar = new ProcessBuilder("zbarimg", "--quiet", "receipt.png")
                .directory(kept.toFile())
                .start();
        String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(read.lines())
                .containsExactlyInAnyOrder(
                        "QR-Code:" + SampleReceipt.QR, "EAN-13:4006381333931", "CODE-128:TW-0000018342");
    }

    @Test
    void aCableThatIsPulledMidReceiptIsToldAndTheNextReceiptPrintsWhenItIsBack() throws Exception {
        var cable = new Thread(() -> {
            try {
                if (firstLine.await(20, TimeUnit.SECONDS)) {
                    pair.pull();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        cable.start();
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> print(SampleReceipt.longReceipt(2_000)))
                .returns(Trouble.UNPLUGGED, DeviceException::trouble)
                .withMessage("The receipt printer was lost: check its cable, then try again.");
        cable.join();
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> print(SHORT))
                .returns(Trouble.ABSENT, DeviceException::trouble);
        pair.plugIn();
        printUntilItWorks();
    }

    /** The printer looks for its line again a few times a second; until it has it, the line goes nowhere. */
    private void printUntilItWorks() throws InterruptedException, DeviceException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        PrintedReceipt receipt = null;
        while (receipt == null && System.nanoTime() < deadline) {
            try {
                print(SHORT);
            } catch (DeviceException e) {
                assertThat(e.trouble()).isEqualTo(Trouble.NOT_ANSWERING);
            }
            receipt = paper.poll(200, TimeUnit.MILLISECONDS);
        }
        assertThat(receipt).isNotNull();
        assertThat(receipt.text()).endsWith("Bread\n[cut]");
    }

    @Test
    void paperThatIsOutBeforeAReceiptIsToldBeforeAnythingIsSent() throws Exception {
        printer.setPaper(false);
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> print(SHORT))
                .returns(Trouble.PAPER_OUT, DeviceException::trouble);
        printer.setPaper(true);
        print(SHORT);
        assertThat(printed().text()).isEqualTo("Bread\n[cut]");
        assertThat(paper).isEmpty();
    }

    @Test
    void paperThatEndsInMidReceiptIsToldEvenThoughAllBytesWereTaken() {
        printer.runOutAfter(3);
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> print(SampleReceipt.RECEIPT))
                .returns(Trouble.PAPER_OUT, DeviceException::trouble);
        assertThat(paper).isEmpty();
    }

    @Test
    void anOpenCoverIsTold() {
        printer.setCoverOpen(true);
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> print(SHORT))
                .returns(Trouble.COVER_OPEN, DeviceException::trouble);
    }

    @Test
    void theDrawerOpensThroughThePrinter() throws Exception {
        devices.drawer().orElseThrow().use(CashDrawer::open);
        assertThat(drawer.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        print(SHORT);
        assertThat(printed().text()).isEqualTo("Bread\n[cut]");
        assertThat(failures).isEmpty();
    }

    @Test
    void aNetworkPrinterPrintsTheSamePaperAndMayHangUpWhenIdle() throws Exception {
        try (PrinterSimulator network = PrinterSimulator.open("tcp:0", null, 42, listener);
                Devices overTcp = devicesAt("escpos+tcp:127.0.0.1:" + network.tcpPort())) {
            print(overTcp, SampleReceipt.RECEIPT);
            PrintedReceipt fromTcp = printed();
            network.pull();
            network.plugIn();
            print(overTcp, SHORT);
            assertThat(printed().text()).isEqualTo("Bread\n[cut]");
            print(SampleReceipt.RECEIPT);
            assertThat(printed()).isEqualTo(fromTcp);
        }
    }
}
