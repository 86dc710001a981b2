package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/** A receipt that is cut off on its way, in the middle of a picture or a code, and what the printer makes of the next job. */
@Timeout(60)
class CutOffReceiptTest {

    private static final byte[] HEAD_OF_A_PICTURE = {0x1D, 'v', '0'};
    private static final byte[] HEAD_OF_A_QR_CODE = {0x1D, '(', 'k'};

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> drawer = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();
    private PrinterSimulator printer;
    private ServerSocket line;
    private Devices devices;
    private volatile byte[] fatal = {};

    @BeforeEach
    void wire() throws IOException {
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
        line = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::carry, "line");
        thread.setDaemon(true);
        thread.start();
        devices = Devices.open(
                DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + line.getLocalPort())
                        .with(DeviceKind.DRAWER, "via:printer"),
                failures::add);
    }

    @AfterEach
    void unwire() throws IOException {
        devices.close();
        line.close();
        printer.close();
    }

    private void carry() {
        while (!line.isClosed()) {
            try (Socket register = line.accept();
                    Socket device = new Socket(InetAddress.getLoopbackAddress(), printer.tcpPort())) {
                var back = new Thread(() -> pump(device, register, false), "line back");
                back.setDaemon(true);
                back.start();
                pump(register, device, true);
            } catch (IOException e) {
                // The next connection is taken, unless the test is over.
            }
        }
    }

    /** Carries bytes until an end hangs up, or until a few bytes after those that are fatal. */
    private void pump(Socket from, Socket to, boolean isToDevice) {
        byte[] one = new byte[1];
        int met = 0;
        int left = Integer.MAX_VALUE;
        try {
            while (left > 0 && from.getInputStream().read(one) == 1) {
                to.getOutputStream().write(one);
                byte[] wanted = fatal;
                if (isToDevice && left == Integer.MAX_VALUE && wanted.length > 0) {
                    met = one[0] == wanted[met] ? met + 1 : one[0] == wanted[0] ? 1 : 0;
                    left = met == wanted.length ? 6 : left;
                }
                left -= left == Integer.MAX_VALUE ? 0 : 1;
            }
            from.close();
        } catch (IOException e) {
            // Whoever is at the other end finds out.
        }
    }

    private void printCutOff(byte[] at, Receipt receipt) throws InterruptedException {
        fatal = at;
        devices.printer().orElseThrow().use(each -> each.print(receipt));
        assertThat(failures.poll(30, TimeUnit.SECONDS)).isNotNull();
        fatal = new byte[0];
    }

    private static Receipt withPicture() {
        return new Receipt(List.of(Text.of("cut off"), new Picture(384, 200, new byte[384 / 8 * 200]), new Cut()));
    }

    private String printed() throws InterruptedException {
        PrintedReceipt receipt = paper.poll(30, TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        assertThat(printer.unknown()).isEmpty();
        return receipt.text();
    }

    @Test
    void theReceiptAfterAPictureThatWasCutOffIsWhole() throws Exception {
        printCutOff(HEAD_OF_A_PICTURE, withPicture());
        devices.printer()
                .orElseThrow()
                .use(each -> each.print(new Receipt(List.of(Text.of("Bread  1,20"), new Cut()))));
        assertThat(printed().lines()).contains("Bread  1,20");
        devices.printer().orElseThrow().use(each -> each.print(new Receipt(List.of(Text.of("Milk"), new Cut()))));
        assertThat(printed()).as("nothing more is made up for").isEqualTo("Milk\n[cut]");
    }

    @Test
    void theReceiptAfterACodeThatWasCutOffIsWhole() throws Exception {
        printCutOff(
                HEAD_OF_A_QR_CODE,
                new Receipt(
                        List.of(Text.of("cut off"), new QrCode("https://example.com/" + "r".repeat(250)), new Cut())));
        devices.printer()
                .orElseThrow()
                .use(each -> each.print(new Receipt(List.of(Text.of("Bread  1,20"), new Cut()))));
        assertThat(printed().lines()).contains("Bread  1,20");
    }

    @Test
    void theDrawerOpensAllTheSame() throws Exception {
        printCutOff(HEAD_OF_A_PICTURE, withPicture());
        devices.drawer().orElseThrow().use(each -> each.open());
        assertThat(drawer.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
