package org.tillwright.system;

import java.awt.AWTException;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.time.Duration;
import javax.swing.JPasswordField;
import javax.swing.text.JTextComponent;
import org.tillwright.register.sale.SaleSession;

/** Signs on at a real window, key by key. */
final class BenchSignOn {

    private static final long PATIENCE_SECONDS = 60;

    /** Long enough for a sign-on, and seldom enough that no operator is locked for wrong PINs before patience ends. */
    private static final long AGAIN_NANOS = Duration.ofSeconds(15).toNanos();

    private BenchSignOn() {}

    /** Types number and PIN as a cashier does, into whatever the window shows first. */
    static void signOn(SaleSession sale, String pin) throws AWTException, InterruptedException, DemoFailedException {
        Robot robot = new Robot();
        robot.setAutoDelay(30);
        robot.setAutoWaitForIdle(true);
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!isInField(JTextComponent.class)) {
            requireTime(deadline, "the register's window did not open");
            robot.delay(100);
        }
        robot.waitForIdle();
        type(robot, BenchShop.OPERATOR);
        while (!isInField(JPasswordField.class)) {
            requireTime(deadline, "the window did not ask for the PIN");
            robot.delay(100);
        }
        long typedAt = Long.MIN_VALUE / 2;
        while (sale.operator().isEmpty()) {
            requireTime(deadline, "nobody could sign on in the window");
            // Keys that a busy machine hands on all at once are taken for a scanner's, and asked for again.
            if (isInField(JPasswordField.class) && System.nanoTime() - typedAt > AGAIN_NANOS) {
                type(robot, pin);
                typedAt = System.nanoTime();
            }
            robot.delay(100);
        }
    }

    private static boolean isInField(Class<? extends JTextComponent> type) {
        return type.isInstance(
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
    }

    private static void requireTime(long deadline, String otherwise) throws DemoFailedException {
        if (System.nanoTime() > deadline) {
            throw new DemoFailedException(otherwise);
        }
    }

    private static void type(Robot robot, String digits) {
        digits.chars().forEach(digit -> press(robot, KeyEvent.VK_0 + (digit - '0')));
        press(robot, KeyEvent.VK_ENTER);
    }

    private static void press(Robot robot, int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }
}
