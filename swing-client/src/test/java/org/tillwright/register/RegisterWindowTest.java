package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.command.SampleShop;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.Screen;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** The real window, with a keyboard and a scanner that types: from the PIN to the change. */
class RegisterWindowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_SCANS = 20;

    @TempDir
    Path directory;

    @Test
    void aPersonSignsOnOpensTheTillScansAndTakesCash() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        RegisterSettings settings = new RegisterSettings(
                RegisterSettings.DEFAULT_SERVER,
                "en",
                RegisterSettings.Theme.LIGHT,
                new WindowSize(1024, 768),
                RegisterSettings.DEFAULT.devices(),
                null);
        try (RegisterMain register = RegisterMain.open(new RegisterHome(directory), settings)) {
            RegisterParts parts = register.parts();
            parts.journal().enrolled(new RegisterIdentity("till-02", "Till 2", "demo", "Wren & Rye"), 1);
            parts.catalogues().put(SampleShop.catalogue());
            register.show();
            Robot robot = robot();
            awaitScreen(register, Screen.SIGN_ON);
            type(robot, "2");
            press(robot, KeyEvent.VK_ENTER);
            type(robot, SampleShop.PIN);
            press(robot, KeyEvent.VK_ENTER);
            awaitScreen(register, Screen.TILL_OPENING);
            type(robot, "150");
            press(robot, KeyEvent.VK_ENTER);
            awaitScreen(register, Screen.SELLING);

            String plu = "1110";
            assertThat(SampleShop.catalogue().find(ScanCode.of(plu))).isPresent();
            type(robot, plu);
            press(robot, KeyEvent.VK_ENTER);
            type(robot, "1.5");
            press(robot, KeyEvent.VK_ENTER);
            await(() -> parts.sale().lines().size() == 1);
            scanUntilItCameThrough(robot, () -> parts.sale().lines().size() == 2);
            press(robot, KeyEvent.VK_F12);
            awaitScreen(register, Screen.TENDERING);
            press(robot, KeyEvent.VK_F2);
            awaitScreen(register, Screen.SELLING);

            StoredRecord sale = parts.journal().newest(RecordKind.SALE).orElseThrow();
            SaleMessage message =
                    WireJson.read(sale.body(), JournalRecord.class).message(SaleMessage.class);
            assertThat(message.lines()).hasSize(2);
            assertThat(message.lines().get(0).quantityMilli()).isEqualTo(1_500);
            assertThat(message.faults()).isEmpty();
        }
    }

    /** A packaged item of the sample: the code that a scanner reads off it. */
    private static String scannedCode() {
        return SampleShop.catalogue().departments().stream()
                .flatMap(each -> SampleShop.catalogue().tiles(each.departmentId()).stream())
                .filter(item -> item.price() != null && !item.unit().isDivisible())
                .flatMap(item -> item.codes().stream())
                .filter(code -> code.length() == 14 && code.chars().allMatch(Character::isDigit))
                .findFirst()
                .orElseThrow();
    }

    private static Robot robot() throws AWTException {
        return new Robot();
    }

    /** Types as a person does: each sign is at rest before the next. */
    private static void type(Robot robot, String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            robot.delay(120);
            press(robot, sign == '.' ? KeyEvent.VK_PERIOD : KeyEvent.VK_0 + (sign - '0'));
            robot.waitForIdle();
        }
        robot.delay(120);
    }

    /**
     * Scans again when the register said that a scan did not come through: on a busy machine the robot is slower than
     * any scanner, and then its code must not be taken.
     */
    private static void scanUntilItCameThrough(Robot robot, BooleanSupplier isRung) throws InterruptedException {
        boolean[] isDone = new boolean[1];
        for (int attempt = 0; attempt < MOST_SCANS && !isDone[0]; attempt++) {
            scan(robot, scannedCode());
            robot.waitForIdle();
            robot.delay(400);
            RegisterFrame.runAndWait(() -> isDone[0] = isRung.getAsBoolean());
        }
        assertThat(isDone[0]).as("the scan came through").isTrue();
    }

    /** Types as a scanner does: as fast as the line takes it, after a silence. */
    private static void scan(Robot robot, String code) {
        robot.delay(400);
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            press(robot, KeyEvent.VK_0 + (sign - '0'));
        }
        press(robot, KeyEvent.VK_ENTER);
    }

    private static void press(Robot robot, int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private static void awaitScreen(RegisterMain register, Screen screen) throws InterruptedException {
        await(() -> {
            try {
                boolean isReady =
                        KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner()
                                        instanceof JTextComponent entry
                                && entry.isShowing();
                return register.desk().shown() == screen && isReady;
            } catch (IllegalStateException e) {
                return false; // the window is still being made
            }
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] isMet = new boolean[1];
        while (!isMet[0]) {
            RegisterFrame.runAndWait(() -> isMet[0] = condition.getAsBoolean());
            assertThat(System.nanoTime()).as("the screen did not come in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
