package org.tillwright.register.device.jpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/** What a vendor's code can do to a register, which lives through all of it. */
@Timeout(240)
class JposTroubleTest {

    private static final Duration SOON = Duration.ofSeconds(100);

    /** Short, because each test that hangs waits for its end; long enough for a machine that does much else. */
    private static final String ADDRESS = "jpos:Printer1?patience=6";

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private PrinterSimulator printer;
    private VendorDrivers vendor;
    private Devices devices;

    @BeforeEach
    void wire() throws IOException {
        vendor = VendorDrivers.in(directory);
        printer = PrinterSimulator.open("tcp:0", null, 42, paper::add);
        vendor.with("Printer1", "POSPrinter", "ExamplePrinter", properties());
        devices = open(vendor.uris().with(DeviceKind.PRINTER, ADDRESS));
    }

    private Map<String, String> properties() {
        return Map.of(
                "port",
                Integer.toString(printer.tcpPort()),
                "claim",
                directory.resolve("claim").toString());
    }

    private Devices open(DeviceUris uris) {
        return Devices.open(uris, failures::add);
    }

    @AfterEach
    void unwire() {
        devices.close();
        printer.close();
    }

    /** Prints, and returns the trouble with it, or null when there was none. */
    private DeviceException print(String text) throws Exception {
        var receipt = new Receipt(List.of(Text.of(text), new Cut()));
        try {
            devices.printer()
                    .orElseThrow()
                    .ask(each -> {
                        each.print(receipt);
                        return true;
                    })
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return (DeviceException) e.getCause();
        }
    }

    private String printed() throws InterruptedException {
        PrintedReceipt receipt = paper.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        return receipt.text();
    }

    @ParameterizedTest
    @CsvSource({
        "error 102 0, BUSY",
        "error 103 0, BUSY",
        "error 104 0, NO_DRIVER",
        "error 106 0, NOT_UNDERSTOOD",
        "error 107 0, ABSENT",
        "error 108 0, NOT_ANSWERING",
        "error 111 0, FAULTY",
        "error 112 0, NOT_ANSWERING",
        "error 114 201, COVER_OPEN",
        "error 114 203, PAPER_OUT",
        "error 114 208, FAULTY",
        "missing-class, NO_DRIVER",
        "bug, NOT_ANSWERING"
    })
    void whatTheServiceSaysIsToldAndTheNextReceiptComesOut(String fault, Trouble trouble) throws Exception {
        vendor.next("Printer1", "transactionPrint " + fault);
        DeviceException told = print("lost");
        assertThat(told).isNotNull();
        assertThat(told.trouble()).isEqualTo(trouble);
        assertThat(vendor.hasHappened("Printer1")).isTrue();
        assertThat(print("kept")).isNull();
        assertThat(printed()).contains("kept").doesNotContain("lost");
    }

    /** A driver is opened again after it failed, so this is also what a hang while it is given up comes to. */
    @ParameterizedTest
    @ValueSource(strings = {"open hang", "setDeviceEnabled hang", "release hang", "printNormal hang"})
    void aCallThatNeverComesBackEndsWithTheHostAndTheNextReceiptComesOut(String fault) throws Exception {
        assertThat(print("first")).isNull();
        assertThat(printed()).contains("first");
        boolean isOfPrinting = fault.startsWith("print");
        vendor.next("Printer1", (isOfPrinting ? "" : "printNormal error 111 0\n") + fault);
        assertThat(print("lost")).isNotNull();
        awaitHappened("Printer1");
        assertKept();
    }

    /** Receipts until one is printed, which is soon; none before it was. */
    private void assertKept() throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        DeviceException told = print("kept");
        while (told != null) {
            assertThat(System.nanoTime()).as("still %s", told).isLessThan(deadline);
            told = print("kept");
        }
        String text = printed();
        while (!text.contains("kept")) {
            text = printed();
        }
    }

    private void awaitHappened(String name) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!vendor.hasHappened(name)) {
            assertThat(System.nanoTime()).as("the fault came about").isLessThan(deadline);
            print("another");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "printNormal", "transactionPrint"})
    void aJavaMachineThatIsBroughtDownComesBackAndSoDoItsOtherDevices(String method) throws Exception {
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        try (DisplaySimulator display = DisplaySimulator.open("tcp:0", null, (top, bottom) -> shown.add(top.strip()))) {
            devices.close();
            vendor.with("Display1", "LineDisplay", "ExampleDisplay", Map.of("port", "" + display.tcpPort()));
            devices = open(vendor.uris().with(DeviceKind.PRINTER, ADDRESS).with(DeviceKind.DISPLAY, "jpos:Display1"));
            showUntilShown("before", shown);
            vendor.next("Printer1", method + " halt");
            print("crash");
            awaitHappened("Printer1");
            assertKept();
            showUntilShown("after", shown);
        }
    }

    @Test
    void aDriverThatHangsHoldsUpNoOther() throws Exception {
        BlockingQueue<String> shown = new LinkedBlockingQueue<>();
        try (DisplaySimulator display = DisplaySimulator.open("tcp:0", null, (top, bottom) -> shown.add(top.strip()))) {
            devices.close();
            vendor.with("Display1", "LineDisplay", "ExampleDisplay", Map.of("port", "" + display.tcpPort()));
            // Long enough that the display is surely asked while the printer hangs.
            devices = open(vendor.uris()
                    .with(DeviceKind.PRINTER, "jpos:Printer1?patience=60")
                    .with(DeviceKind.DISPLAY, "jpos:Display1"));
            showUntilShown("before", shown);
            assertThat(print("first")).isNull();
            vendor.next("Printer1", "printNormal hang");
            devices.printer().orElseThrow().use(each -> each.print(new Receipt(List.of(Text.of("hangs"), new Cut()))));
            long deadline = System.nanoTime() + SOON.toNanos();
            while (!vendor.hasHappened("Printer1")) {
                assertThat(System.nanoTime()).as("the printer hangs").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(10);
            }
            showUntilShown("meanwhile", shown);
            assertThat(failures).as("the host still lives").isEmpty();
        }
    }

    /** A text that was lost with its host is shown by the next one, as in a shop. */
    private void showUntilShown(String text, BlockingQueue<String> shown) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        String last = "";
        while (!last.equals(text)) {
            assertThat(System.nanoTime()).as(text + " was shown").isLessThan(deadline);
            devices.display().orElseThrow().use(each -> each.show(text, ""));
            String next = shown.poll(2, TimeUnit.SECONDS);
            last = next == null ? last : next;
        }
    }

    @Test
    void aDeviceThatAnotherProgramHasIsToldAndTakenOnceItIsFree() throws Exception {
        try (FileChannel other = FileChannel.open(
                        directory.resolve("claim"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock claimed = other.lock()) {
            assertThat(claimed.isValid()).isTrue();
            DeviceException told = print("lost");
            assertThat(told).isNotNull();
            assertThat(told.trouble()).isEqualTo(Trouble.BUSY);
        }
        assertThat(print("kept")).isNull();
        assertThat(printed()).contains("kept");
    }

    @Test
    void whatIsWrongWithTheFileIsOneSentenceAndTheRegisterSellsOn() throws Exception {
        Files.writeString(vendor.file(), "<JposEntries><Jpos");
        assertFault("is damaged at line 1");
        Files.delete(vendor.file());
        assertFault("There is no " + vendor.file());
        vendor.with("Other", "Scanner", "ExampleScanner", properties());
        vendor.with("Printer1", "Scanner", "ExampleScanner", properties());
        assertFault("two entries with the name \"Printer1\"");
    }

    private void assertFault(String sentence) throws Exception {
        DeviceException told = print("lost");
        assertThat(told).isNotNull();
        assertThat(told.trouble()).isEqualTo(Trouble.NO_DRIVER);
        assertThat(told.getCause()).hasMessageContaining(sentence);
    }

    @Test
    void aDriverThatIsNotInTheFolderIsToldAndFoundOnceItIsThere() throws Exception {
        devices.close();
        Path jar = directory.resolve("drivers").resolve("example-vendor.jar");
        Path away = Files.move(jar, directory.resolve("away.jar"));
        devices = open(vendor.uris().with(DeviceKind.PRINTER, ADDRESS));
        assertFault("has the class com.example.vendor.ExampleFactory that \"Printer1\" needs");
        devices.close();
        Files.move(away, jar);
        devices = open(vendor.uris().with(DeviceKind.PRINTER, ADDRESS));
        assertThat(print("kept")).isNull();
        assertThat(printed()).contains("kept");
    }
}
