package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.PtyPair;
import org.tillwright.wire.json.Fault;

@Timeout(60)
class DevicesTest {

    @TempDir
    Path directory;

    private final LinkedBlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();

    @Test
    void aRegisterWithoutDevicesIsWhole() {
        try (Devices devices = Devices.open(DeviceUris.NONE, failures::add)) {
            devices.listenToScanner(code -> failures.add(new DeviceException(DeviceKind.SCANNER, Trouble.BUSY)));
            assertThat(devices.printer()).isEmpty();
            assertThat(devices.drawer()).isEmpty();
            assertThat(devices.display()).isEmpty();
            assertThat(devices.cardTerminal()).isEmpty();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void allAddressesInTheManualAreSound() {
        assertThat(Devices.faultsOf(DeviceUris.NONE
                        .with(
                                DeviceKind.PRINTER,
                                "escpos+serial:/dev/ttyS0?baud=38400&columns=48&flow=hardware&pages=cp858,wpc1251")
                        .with(DeviceKind.DRAWER, "via:printer?pin=5")
                        .with(DeviceKind.SCANNER, "serial:/dev/serial/by-id/usb-x?baud=9600&bits=7&parity=even&stop=2")
                        .with(DeviceKind.DISPLAY, "cd5220+serial:/dev/ttyS2?baud=9600&page=cp866")
                        .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:127.0.0.1:20007?password=000000&limit=90")))
                .isEmpty();
        assertThat(Devices.faultsOf(DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+file:/dev/usb/lp0?columns=48&cut=full")
                        .with(DeviceKind.DRAWER, "via:printer?pin=2&open=low&alarm=90")))
                .isEmpty();
        assertThat(Devices.faultsOf(
                        DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+bluetooth:/dev/rfcomm0?columns=32&cut=none")))
                .isEmpty();
        assertThat(Devices.faultsOf(DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+tcp:[::1]:9100?pages=none")
                        .with(DeviceKind.SCANNER, "tcp:10.0.0.1:4001")
                        .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:10.0.0.9")))
                .isEmpty();
    }

    @Test
    void allFaultsOfAllAddressesAreToldTogether() {
        var wrong = DeviceUris.NONE
                .with(DeviceKind.PRINTER, "escpos+serial:ttyS0?baud=fast&columns=9&colour=red")
                .with(DeviceKind.DRAWER, "via:scanner")
                .with(DeviceKind.SCANNER, "usb:4")
                .with(DeviceKind.DISPLAY, "serial:/dev/ttyS2")
                .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:host:99999?password=12ab56");
        assertThat(Devices.faultsOf(wrong))
                .containsExactly(
                        new Fault("printer", "has columns=9; use a number from 24 to 64"),
                        new Fault("printer", "names the port \"ttyS0\"; write its whole path, such as /dev/ttyS0"),
                        new Fault("printer", "has baud=fast; use a number from 300 to 921600"),
                        new Fault("printer", "has the option colour, which is not known for this device"),
                        new Fault(
                                "drawer",
                                "is not an address of a drawer; write via:printer for one wired to the receipt"
                                        + " printer"),
                        new Fault("scanner", "goes over \"usb\"; use serial: or tcp:"),
                        new Fault("display", "does not begin like cd5220+serial:/dev/ttyS2?baud=9600"),
                        new Fault("card", "has a password that is not six digits"),
                        new Fault("card", "names \"host:99999\"; write host and port, such as 10.0.0.5:9100"));
        assertThatIllegalArgumentException().isThrownBy(() -> Devices.open(wrong, failures::add));
    }

    @Test
    void faultsOfPrintersByFileAndBluetoothNameWhatToWrite() {
        assertThat(Devices.faultsOf(DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+bluetooth:00:11:22:33:44:55?cut=torn")
                        .with(DeviceKind.DRAWER, "via:printer?open=maybe&alarm=soon")))
                .containsExactly(
                        new Fault("drawer", "has open=maybe; use unknown or low or high"),
                        new Fault("printer", "has cut=torn; use partial or full or none"),
                        new Fault(
                                "printer",
                                "names the port \"00:11:22:33:44:55\"; write its whole path, such as /dev/rfcomm0"),
                        new Fault("drawer", "has alarm=soon; use a number from 0 to 3600"));
        assertThat(Devices.faultsOf(DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+usb:/dev/usb/lp0")))
                .containsExactly(new Fault("printer", "goes over \"usb\"; use serial:, tcp:, file: or bluetooth:"));
    }

    @Test
    void aDrawerOnAPrinterThatIsNotThereIsAFault() {
        assertThat(Devices.faultsOf(DeviceUris.NONE.with(DeviceKind.DRAWER, "via:printer")))
                .containsExactly(
                        new Fault("drawer", "is wired to the receipt printer, but the setting printer is missing"));
    }

    /** The printer's far end takes no byte, so its lane stands still until the line gives up. */
    @Test
    void aJammedPrinterBlocksNobodyElseAndItsQueueIsBounded() throws Exception {
        var shown = new CountDownLatch(1);
        try (PtyPair printerPair = PtyPair.open(directory, "jam");
                PtyPair displayPair = PtyPair.open(directory, "display");
                DisplaySimulator display =
                        DisplaySimulator.open(displayPair.far().toString(), null, (top, bottom) -> {
                            if (top.startsWith("Total")) {
                                shown.countDown();
                            }
                        });
                Devices devices = Devices.open(
                        DeviceUris.NONE
                                .with(DeviceKind.PRINTER, "escpos+serial:" + printerPair.near() + "?baud=115200")
                                .with(DeviceKind.DISPLAY, "cd5220+serial:" + displayPair.near()),
                        failures::add)) {
            assertThat(display.tcpPort()).as("it is on a serial line").isZero();
            DeviceLane<ReceiptPrinter> lane = devices.printer().orElseThrow();
            long begun = System.nanoTime();
            for (int i = 0; i < LaneThread.QUEUE_CAPACITY + 5; i++) {
                lane.use(device -> device.print(SampleReceipt.longReceipt(3_000)));
            }
            devices.display().orElseThrow().use(device -> device.show("Total", "1,00"));
            assertThat(shown.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(failures.poll(5, TimeUnit.SECONDS))
                    .returns(Trouble.QUEUE_FULL, DeviceException::trouble)
                    .hasMessage("The receipt printer has too much waiting: this was not done, check the device.");
            DeviceException stuck = failures.poll(1, TimeUnit.SECONDS);
            while (stuck != null && stuck.trouble() == Trouble.QUEUE_FULL) {
                stuck = failures.poll(20, TimeUnit.SECONDS);
            }
            assertThat(stuck).returns(Trouble.NOT_ANSWERING, DeviceException::trouble);
        }
    }

    @Test
    void closingDevicesThatHangTakesAFewSecondsAtMost() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "hang")) {
            Devices devices = Devices.open(
                    DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+serial:" + pair.near() + "?baud=300"),
                    failures::add);
            for (int i = 0; i < 3; i++) {
                devices.printer().orElseThrow().use(device -> device.print(SampleReceipt.longReceipt(3_000)));
            }
            long begun = System.nanoTime();
            devices.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            devices.printer().orElseThrow().use(device -> device.print(new Receipt(List.of(Text.of("x"), new Cut()))));
            DeviceException last = failures.poll(5, TimeUnit.SECONDS);
            while (last != null && last.trouble() != Trouble.CLOSED) {
                last = failures.poll(5, TimeUnit.SECONDS);
            }
            assertThat(last).isNotNull();
        }
    }
}
