package org.tillwright.register.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.EscPosDecoder;
import org.tillwright.simulator.PaperItem;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/** A register that died in mid-receipt and starts again: its printer still waits for the rest of a picture or a code. */
@Timeout(120)
class LeftInMidReceiptTest {

    private static final Receipt CUT_OFF = new Receipt(List.of(
            Text.of("cut off"),
            new Picture(384, 240, new byte[384 / 8 * 240]),
            Text.of("Жито"),
            new QrCode("https://example.com/" + "r".repeat(250)),
            new Barcode(Symbology.CODE128, "TW-0000018342"),
            new Cut()));
    private static final Receipt BREAD = new Receipt(List.of(Text.of("Bread  1,20"), new Cut()));
    private static final PrinterModel MODEL = new PrinterModel(42, CodePage.ALL, Knife.PARTIAL);

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private final BlockingQueue<PrintedReceipt> moves = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> drawer = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private PrinterSimulator printer;

    @BeforeEach
    void wire() throws IOException {
        printer = PrinterSimulator.open("tcp:0", null, 42, new PrinterSimulator.Listener() {
            @Override
            public void cut(PrintedReceipt receipt) {
                paper.add(receipt);
            }

            @Override
            public void moved(PrintedReceipt soFar) {
                moves.add(soFar);
            }

            @Override
            public void drawerOpened(int times) {
                drawer.add(times);
            }
        });
    }

    @AfterEach
    void unwire() {
        printer.close();
    }

    private static Devices devicesAt(int port, BlockingQueue<DeviceException> failures) {
        return Devices.open(
                DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + port)
                        .with(DeviceKind.DRAWER, "via:printer"),
                failures::add);
    }

    /** The bytes of a receipt up to some way behind one of its commands. */
    private static byte[] cutOffAfter(String head, int more) {
        byte[] all = EscPosWriter.encode(CUT_OFF, MODEL);
        String text = new String(all, StandardCharsets.ISO_8859_1);
        String command = head.replace("GS", "\u001D").replace("ESC", "\u001B");
        int at = text.indexOf(command);
        assertThat(at).as(head).isNotNegative();
        return Arrays.copyOf(all, at + command.length() + more);
    }

    private void leave(byte[] bytes) throws IOException {
        try (Socket dead = new Socket(InetAddress.getLoopbackAddress(), printer.tcpPort())) {
            dead.getOutputStream().write(bytes);
        }
    }

    /** The far end needs a moment to find its next caller; until then it answers nothing. */
    private static Optional<PrinterHealth> look(Devices devices) {
        Optional<PrinterHealth> health = lookOnce(devices);
        for (int i = 0; i < 20 && health.isEmpty(); i++) {
            health = lookOnce(devices);
        }
        return health;
    }

    private static Optional<PrinterHealth> lookOnce(Devices devices) {
        return devices.printer()
                .orElseThrow()
                .ask(each -> each.look())
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private PrintedReceipt print(Devices devices, Receipt receipt) throws InterruptedException {
        devices.printer().orElseThrow().use(each -> each.print(receipt));
        PrintedReceipt printed = paper.poll(60, TimeUnit.SECONDS);
        assertThat(printed).isNotNull();
        return printed;
    }

    @ParameterizedTest
    @CsvSource({"v0, 0", "v0, 3", "v0, 5", "v0, 6000", "(k, 1", "GSk, 1", "GSk, 4", "ESCt, 0", "cut o, 0"})
    void theFirstReceiptAfterAStartIsWhole(String head, int more) throws Exception {
        leave(cutOffAfter(head, more));
        try (Devices devices = devicesAt(printer.tcpPort(), failures)) {
            assertThat(look(devices)).contains(PrinterHealth.WELL);
            assertThat(print(devices, BREAD).text().lines()).contains("Bread  1,20");
            assertThat(print(devices, BREAD).text())
                    .as("nothing more is made up for")
                    .isEqualTo("Bread  1,20\n[cut]");
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aCodeOfWhichHalfIsMissingIsNotPrintedOverTheNextReceipt() throws Exception {
        leave(cutOffAfter("https://example.com/", 100));
        try (Devices devices = devicesAt(printer.tcpPort(), failures)) {
            assertThat(print(devices, BREAD).text().lines()).contains("Bread  1,20", "[cut]");
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void theDrawerOpensAfterAStartAllTheSame() throws Exception {
        leave(cutOffAfter("v0", 6_000));
        try (Devices devices = devicesAt(printer.tcpPort(), failures)) {
            assertThat(look(devices)).contains(PrinterHealth.WELL);
            devices.drawer().orElseThrow().use(each -> each.open());
            assertThat(drawer.poll(60, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void aPrinterInTheMiddleOfNothingPrintsNothingAtAStart() throws Exception {
        try (Devices devices = devicesAt(printer.tcpPort(), failures)) {
            assertThat(look(devices)).contains(PrinterHealth.WELL);
            assertThat(moves).isEmpty();
            assertThat(print(devices, BREAD).text()).isEqualTo("Bread  1,20\n[cut]");
        }
        assertThat(printer.unknown()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void aPrinterWithoutPaperIsAskedAgainOnceItHasSome() throws Exception {
        leave(cutOffAfter("v0", 6_000));
        try (Devices devices = devicesAt(printer.tcpPort(), failures)) {
            printer.setPaper(false);
            assertThat(look(devices).orElseThrow().paperOut()).isTrue();
            printer.setPaper(true);
            assertThat(print(devices, BREAD).text().lines()).contains("Bread  1,20");
        }
        assertThat(failures).isEmpty();
    }

    /** On a line that goes one way nobody can tell how the printer was left. */
    @Test
    void aPrinterThatSaysNothingIsSentWhatMayBeMissing() throws Exception {
        BlockingQueue<PaperItem> items = new LinkedBlockingQueue<>();
        var decoder = new EscPosDecoder(42, items::add);
        decoder.take(cutOffAfter("v0", 6_000));
        items.clear();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> takeAll(silent, decoder), "silent printer");
            thread.setDaemon(true);
            thread.start();
            try (Devices devices = devicesAt(silent.getLocalPort(), failures)) {
                assertThat(lookOnce(devices)).isEmpty();
                assertThat(items).as("nothing is printed by looking").isEmpty();
                devices.printer().orElseThrow().use(each -> each.print(BREAD));
                PaperItem next = items.poll(60, TimeUnit.SECONDS);
                assertThat(next).isInstanceOf(PaperItem.Raster.class);
                assertThat(items.poll(60, TimeUnit.SECONDS))
                        .isNotNull()
                        .extracting(PaperItem::asText)
                        .isEqualTo("Bread  1,20");
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void takeAll(ServerSocket server, EscPosDecoder decoder) {
        byte[] buffer = new byte[4_096];
        try (Socket register = server.accept()) {
            int count = register.getInputStream().read(buffer);
            while (count >= 0) {
                decoder.take(Arrays.copyOf(buffer, count));
                count = register.getInputStream().read(buffer);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
