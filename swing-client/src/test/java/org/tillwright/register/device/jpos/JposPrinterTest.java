package org.tillwright.register.device.jpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.simulator.PaperItem;
import org.tillwright.simulator.PaperItem.Line;
import org.tillwright.simulator.PaperItem.Side;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/** Receipts by a vendor's service, in the device host, onto the paper of a printer at a TCP port. */
@Timeout(120)
class JposPrinterTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> drawer = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private PrinterSimulator printer;
    private VendorDrivers vendor;
    private Devices devices;

    @BeforeEach
    void wire() throws IOException {
        vendor = VendorDrivers.in(directory);
        printer = PrinterSimulator.open("tcp:0", null, 42, new PrinterSimulator.Listener() {
            @Override
            public void cut(PrintedReceipt receipt) {
                paper.add(receipt);
            }

            @Override
            public void drawerOpened(int times) {
                drawer.add(times);
            }
        });
    }

    @AfterEach
    void unwire() {
        if (devices != null) {
            devices.close();
        }
        printer.close();
    }

    private void open(Map<String, String> more) throws IOException {
        var properties = new TreeMap<>(more);
        properties.put("port", Integer.toString(printer.tcpPort()));
        properties.put("claim", directory.resolve("claim").toString());
        vendor.with("Printer1", "POSPrinter", "ExamplePrinter", properties);
        vendor.with("Drawer1", "CashDrawer", "ExampleDrawer", properties);
        devices = Devices.open(
                vendor.uris().with(DeviceKind.PRINTER, "jpos:Printer1").with(DeviceKind.DRAWER, "jpos:Drawer1"),
                failures::add);
    }

    private void print(ReceiptLine... lines) throws Exception {
        var all = new ArrayList<>(List.of(lines));
        all.add(new Cut());
        printNow(new Receipt(all));
    }

    private void printNow(Receipt receipt) throws Exception {
        devices.printer()
                .orElseThrow()
                .ask(each -> {
                    each.print(receipt);
                    return true;
                })
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private PrintedReceipt printed() throws InterruptedException {
        PrintedReceipt receipt = paper.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        assertThat(receipt.items()).noneMatch(PaperItem.Unknown.class::isInstance);
        return receipt;
    }

    @Test
    void aReceiptComesOutWithEverythingThatIsOnIt() throws Exception {
        open(Map.of());
        print(
                Text.centred("Købmanden", Style.LARGE),
                new Text("right", Style.NORMAL, Align.RIGHT),
                Text.of("Хліб житній 24,50 €"),
                Text.of("bold", Style.BOLD),
                Text.of("tall", Style.TALL),
                new Barcode(Symbology.EAN13, "4006381333931"),
                new Barcode(Symbology.CODE128, "R-000123"),
                new QrCode("https://example.com/r/123"),
                picture());
        PrintedReceipt receipt = printed();
        assertLooks(receipt, "Købmanden", Side.CENTRE, true, 2, 2);
        assertLooks(receipt, "right", Side.RIGHT, false, 1, 1);
        assertLooks(receipt, "Хліб житній 24,50 €", Side.LEFT, false, 1, 1);
        assertLooks(receipt, "bold", Side.LEFT, true, 1, 1);
        assertLooks(receipt, "tall", Side.LEFT, true, 1, 2);
        assertThat(receipt.text())
                .contains("[EAN13 4006381333931]")
                .contains("[CODE128 R-000123]")
                .contains("[QR https://example.com/r/123]");
        assertThat(receipt.items().stream().filter(PaperItem.Raster.class::isInstance))
                .hasSize(1);
        assertThat(failures).isEmpty();
    }

    private static void assertLooks(
            PrintedReceipt receipt, String text, Side side, boolean isBold, int width, int height) {
        Line line = receipt.items().stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(each -> each.asText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not on " + receipt.text()));
        assertThat(line.side()).as(text).isEqualTo(side);
        assertThat(line.runs()).as(text).allSatisfy(run -> {
            assertThat(run.bold()).isEqualTo(isBold);
            assertThat(run.width()).isEqualTo(width);
            assertThat(run.height()).isEqualTo(height);
        });
    }

    private static Picture picture() {
        byte[] dots = new byte[16 / 8 * 16];
        dots[0] = (byte) 0x80;
        return new Picture(16, 16, dots);
    }

    @Test
    void aReceiptOfThousandsOfLinesGoesThroughInPieces() throws Exception {
        open(Map.of());
        var lines = new ArrayList<ReceiptLine>();
        for (int i = 0; i < 1_500; i++) {
            lines.add(Text.of("line " + i + " " + "x".repeat(30)));
        }
        lines.add(new Cut());
        printNow(new Receipt(lines));
        assertThat(printed().text()).contains("line 0 x").contains("line 777 x").contains("line 1499 x");
    }

    @Test
    void whatTheServiceCannotDoComesOutInTheNextBestWay() throws Exception {
        open(Map.of(
                "lacks",
                "CapRecBold,CapRecDhigh,CapRecDwide,CapRecDwideDhigh,CapRecBarCode,CapTransaction,CapMapCharacterSet,"
                        + "CapRecPapercut,CapRecEmptySensor,CapCoverSensor",
                "version",
                "1014000"));
        printNow(new Receipt(List.of(
                Text.centred("Shop", Style.LARGE),
                Text.of("Хліб №1 Smør"),
                Text.of("x".repeat(50)),
                new Barcode(Symbology.EAN13, "4006381333931"),
                new QrCode("https://example.com/r/123"),
                new Cut())));
        // Nothing cuts this paper, so the cut of the next printer of the same kind shows it.
        devices.close();
        vendor.with(
                "Printer2",
                "POSPrinter",
                "ExamplePrinter",
                Map.of(
                        "port",
                        Integer.toString(printer.tcpPort()),
                        "lacks",
                        "Symbology204,CapRecBarCode,CapMapCharacterSet,CapRecBitmap"));
        devices = Devices.open(vendor.uris().with(DeviceKind.PRINTER, "jpos:Printer2"), failures::add);
        print(Text.of("Хліб №1 Smør"), Text.of("end"));
        PrintedReceipt receipt = printed();
        assertThat(receipt.text())
                .contains("Shop")
                .contains("Khlib No1 Smor")
                .contains("x".repeat(42) + "\n" + "x".repeat(8))
                .contains("4006381333931");
        assertThat(receipt.items().stream().filter(PaperItem.Raster.class::isInstance))
                .as("both codes, and the line in letters that it lacks")
                .hasSize(3);
        assertThat(failures).isEmpty();
    }

    @Test
    void lettersThatNoCharacterSetHoldsComeOutAsAPicture() throws Exception {
        open(Map.of());
        print(Text.of("Хліб 24,50 €"), Text.of("白米饭"), Text.of("end"));
        PrintedReceipt receipt = printed();
        assertThat(receipt.text()).contains("Хліб 24,50 €", "end");
        assertThat(receipt.items().stream().filter(PaperItem.Raster.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aDrawerThatStandsOpenIsSeenThroughItsOwnService() throws Exception {
        BlockingQueue<Boolean> seen = new LinkedBlockingQueue<>();
        vendor.with("Drawer1", "CashDrawer", "ExampleDrawer", Map.of("port", Integer.toString(printer.tcpPort())));
        devices = Devices.open(vendor.uris().with(DeviceKind.DRAWER, "jpos:Drawer1?alarm=30"), new DeviceListener() {
            @Override
            public void failed(DeviceException failure) {
                failures.add(failure);
            }

            @Override
            public void printerSays(DeviceKind device, PrinterHealth health) {
                if (device == DeviceKind.DRAWER) {
                    seen.add(health.drawerOpen());
                }
            }
        });
        assertThat(devices.drawer().orElseThrow().device().mayStandOpen()).isEqualTo(Duration.ofSeconds(30));
        devices.watchPrinter();
        assertThat(seen.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isFalse();
        devices.drawer().orElseThrow().use(each -> each.open());
        assertThat(seen.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void aDrawerOpensWhileItsPrinterIsInUse() throws Exception {
        open(Map.of());
        print(Text.of("Bread"));
        devices.drawer().orElseThrow().use(each -> each.open());
        assertThat(drawer.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        print(Text.of("Milk"));
        assertThat(printed().text()).contains("Bread");
        assertThat(printed().text()).contains("Milk");
        assertThat(failures).isEmpty();
    }

    @Test
    void anOpenCoverAndMissingPaperAreToldBeforeAnythingIsPrinted() throws Exception {
        open(Map.of());
        print(Text.of("Bread"));
        printed();
        assertThat(look()).contains(PrinterHealth.WELL);
        printer.setCoverOpen(true);
        assertThat(look().map(PrinterHealth::coverOpen)).contains(true);
        assertTrouble(Trouble.COVER_OPEN);
        printer.setCoverOpen(false);
        printer.setPaper(false);
        assertThat(look().map(PrinterHealth::paperOut)).contains(true);
        assertTrouble(Trouble.PAPER_OUT);
        printer.setPaper(true);
        assertThat(look()).contains(PrinterHealth.WELL);
        print(Text.of("Milk"));
        assertThat(printed().text()).contains("Milk").doesNotContain("lost");
    }

    private Optional<PrinterHealth> look() throws Exception {
        return devices.printer().orElseThrow().ask(ReceiptPrinter::look).get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private void assertTrouble(Trouble trouble) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> print(Text.of("lost")))
                .havingCause()
                .isInstanceOfSatisfying(DeviceException.class, told -> assertThat(told.trouble())
                        .isEqualTo(trouble));
    }
}
