package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.command.SampleShop;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.Screen;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;

/** Command barcodes from the help on the screen to the paper at the far end of the printer's line, and back to the till. */
class CommandBarcodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
    private RegisterMain register;

    @Test
    void theHelpPrintsBarcodesThatAnotherProgramReadsAndTheTillObeys() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        try (PtyPair pair = PtyPair.open(directory, "printer");
                PrinterSimulator printer = PrinterSimulator.open(pair.far().toString(), pair, 42, paper::add)) {
            assertThat(printer).isNotNull();
            RegisterSettings settings = RegisterSettings.DEFAULT
                    .withWindow(new WindowSize(1024, 768))
                    .withDevices(DeviceUris.NONE
                            .with(DeviceKind.PRINTER, "escpos+serial:" + pair.near() + "?baud=38400")
                            .with(DeviceKind.DRAWER, "via:printer"));
            try (RegisterMain open = RegisterMain.open(new RegisterHome(directory.resolve("home")), settings)) {
                register = open;
                toSelling();
                Robot robot = new Robot();
                press(robot, KeyEvent.VK_F1);
                await(() -> register.desk().isCovered());
                robot.keyPress(KeyEvent.VK_CONTROL);
                press(robot, KeyEvent.VK_P);
                robot.keyRelease(KeyEvent.VK_CONTROL);
                await(() -> !register.desk().isCovered());
                PrintedReceipt printed = paper.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(printed).as("a paper with command barcodes").isNotNull();
                everyCodeIsRead(printed);
                theTillObeys();
            }
        }
    }

    private void everyCodeIsRead(PrintedReceipt printed) throws Exception {
        Path kept = Path.of("target", "paper"); // for people who want to look at it
        printed.save(kept, "commands");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zbarimg")), "zbarimg is not installed: the codes are not read");
        Process reader = new ProcessBuilder("zbarimg", "--quiet", "--raw", "commands.png")
                .directory(kept.toFile())
                .start();
        List<String> read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(read).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(read)
                .allSatisfy(
                        code -> assertThat(FunctionId.ofBarcode(code)).as(code).isNotNull());
        // An often used one, one that the first screen has no key for, and one that is too long for bars on this paper.
        assertThat(read).contains("TW*RETURN", "TW*X_REPORT", "TW*GIFT_CARD_BALANCE");
    }

    /** What was printed is what the register takes. */
    private void theTillObeys() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            floor(floor -> floor.scanned("TW*UNDO"));
            floor(floor -> assertThat(floor.selling().notice().text())
                    .isEqualTo(register.desk().texts().text("undo.nothing")));
        });
    }

    private void toSelling() throws Exception {
        RegisterParts parts = register.parts();
        parts.journal().enrolled(new RegisterIdentity("till-02", "Till 2", "demo", "Wren & Rye"), 1);
        parts.catalogues().put(SampleShop.catalogue());
        register.show();
        await(() -> shown(Screen.SIGN_ON));
        RegisterFrame.runAndWait(() -> register.desk().signOn().signOn("2", SampleShop.PIN));
        await(() -> shown(Screen.TILL_OPENING));
        RegisterFrame.runAndWait(() -> floor(floor -> floor.opening().open("150")));
        await(() -> shown(Screen.SELLING));
    }

    private void floor(Consumer<SalesFloor> action) {
        action.accept(register.desk().floor().orElseThrow());
    }

    private boolean shown(Screen screen) {
        try {
            return register.desk().shown() == screen;
        } catch (IllegalStateException e) {
            return false; // the window is still being made
        }
    }

    private static void press(Robot robot, int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] isMet = new boolean[1];
        while (!isMet[0]) {
            RegisterFrame.runAndWait(() -> isMet[0] = condition.getAsBoolean());
            assertThat(System.nanoTime()).as("it did not come in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
