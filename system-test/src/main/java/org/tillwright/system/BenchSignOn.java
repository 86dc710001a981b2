package org.tillwright.system;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.time.Duration;
import javax.swing.JPasswordField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
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
        long numberAt = Long.MIN_VALUE / 2;
        long pinAt = Long.MIN_VALUE / 2;
        while (sale.operator().isEmpty()) {
            requireTime(deadline, "nobody could sign on in the window");
            // Keys that a busy machine hands on all at once are taken for a scanner's: the window asks for both once
            // more.
            if (isInField(JPasswordField.class)) {
                if (System.nanoTime() - pinAt > AGAIN_NANOS) {
                    type(robot, pin);
                    pinAt = System.nanoTime();
                }
            } else if (isInField(JTextComponent.class) && System.nanoTime() - numberAt > AGAIN_NANOS) {
                type(robot, BenchShop.OPERATOR);
                numberAt = System.nanoTime();
            }
            robot.delay(100);
        }
    }

    /** True when the cursor is in such a field of the window that was opened last; others may still be open behind it. */
    private static boolean isInField(Class<? extends JTextComponent> type) {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return type.isInstance(focused) && SwingUtilities.getWindowAncestor(focused) == newestFrame();
    }

    private static @Nullable Frame newestFrame() {
        Frame[] frames = Frame.getFrames(); // in the order in which they were made
        for (int i = frames.length - 1; i >= 0; i--) {
            if (frames[i].isShowing()) {
                return frames[i];
            }
        }
        return null;
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
