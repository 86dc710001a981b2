package org.tillwright.system.story;

import java.awt.AWTEvent;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;

/** Presses keys, types as a person does, and taps with a finger, on the window as it stands on the screen. */
final class Hands implements AutoCloseable {

    /** Slower than any scanner, so that typing is taken for typing. */
    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(70);

    private static final Duration ARRIVES = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 6;

    /** How often each key came to a window of this program, by its code. */
    private final Map<Integer, Integer> arrived = new ConcurrentHashMap<>();

    private final AWTEventListener listener = this::count;
    private final Robot robot = BasicRobot.robotWithCurrentAwtHierarchyWithoutScreenLock();
    private final Eyes eyes;

    Hands(Eyes eyes) {
        this.eyes = eyes;
        robot.settings().delayBetweenEvents(15);
        robot.settings().eventPostingDelay(30);
        Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.KEY_EVENT_MASK);
    }

    private void count(AWTEvent event) {
        if (event instanceof KeyEvent key && key.getID() == KeyEvent.KEY_PRESSED) {
            arrived.merge(key.getKeyCode(), 1, Integer::sum);
        }
    }

    private int arrivals(KeyStroke stroke) {
        return arrived.getOrDefault(stroke.getKeyCode(), 0);
    }

    /**
     * Presses and lets go of a key such as {@code F12} or {@code ctrl shift D}. What a busy screen server lost on its way to any
     * window is pressed again; what arrived and did nothing is not.
     */
    void press(String key) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        if (stroke == null) {
            throw new IllegalArgumentException("no key " + key);
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int before = arrivals(stroke);
            press(stroke);
            if (Patience.comes(ARRIVES, () -> arrivals(stroke) > before)) {
                return;
            }
        }
        throw new AssertionError(key + " was pressed, and no window heard of it");
    }

    private void press(KeyStroke stroke) {
        int[] held = {
            (stroke.getModifiers() & InputEvent.CTRL_DOWN_MASK) == 0 ? 0 : KeyEvent.VK_CONTROL,
            (stroke.getModifiers() & InputEvent.SHIFT_DOWN_MASK) == 0 ? 0 : KeyEvent.VK_SHIFT,
            (stroke.getModifiers() & InputEvent.ALT_DOWN_MASK) == 0 ? 0 : KeyEvent.VK_ALT
        };
        for (int modifier : held) {
            if (modifier != 0) {
                robot.pressKey(modifier);
            }
        }
        robot.pressKey(stroke.getKeyCode());
        robot.releaseKey(stroke.getKeyCode());
        for (int i = held.length - 1; i >= 0; i--) {
            if (held[i] != 0) {
                robot.releaseKey(held[i]);
            }
        }
        robot.waitForIdle();
    }

    /** Types into the field that has the cursor; looks whether it came through, as a person does, and types again if not. */
    void type(String text) {
        JTextComponent field = field();
        String wanted = isSecret(field) ? "•".repeat(text.length()) : text;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (!eyes.keyed(field).isEmpty()) {
                clear(field);
            }
            for (int i = 0; i < text.length(); i++) {
                robot.type(text.charAt(i));
                LockSupport.parkNanos(BETWEEN_SIGNS.toNanos());
            }
            if (Patience.comes(ARRIVES, () -> eyes.keyed(field).equals(wanted))) {
                return;
            }
        }
        throw new AssertionError("“" + text + "” was typed, but there is “" + eyes.keyed(field) + "”");
    }

    /** Types, and then Enter. */
    void enter(String text) {
        type(text);
        press("ENTER");
    }

    /** Taps a button by its words, or the row of a list that begins with them. */
    void tap(String words) {
        Object[] found = new Object[1];
        Patience.until(
                "something to tap that says “" + words + "”",
                () -> {
                    Optional<AbstractButton> button = eyes.button(words);
                    Optional<Eyes.Row> row = button.isPresent() ? Optional.empty() : eyes.row(words);
                    found[0] = button.isPresent() ? button.get() : row.orElse(null);
                    return found[0] != null;
                },
                () -> eyes.all().toString());
        if (found[0] instanceof AbstractButton button) {
            robot.click(button);
        } else if (found[0] instanceof Eyes.Row row) {
            robot.click(row.list(), middleOf(row));
        }
        robot.waitForIdle();
    }

    /** Taps the field with this name, and types into it. */
    void typeInto(String name, String text) {
        Patience.until("a field for “" + name + "”", () -> eyes.field(name).isPresent(), () -> eyes.all()
                .toString());
        Patience.until("the cursor in the field for “" + name + "”", () -> tapped(name), () -> eyes.all()
                .toString());
        type(text);
    }

    /** Fields may move while the screen is laid out again: who taps looks where the cursor is. */
    private boolean tapped(String name) {
        JTextComponent field = eyes.field(name).orElseThrow();
        robot.click(field);
        robot.waitForIdle();
        return Eyes.look(field::isFocusOwner);
    }

    private static Point middleOf(Eyes.Row row) {
        return Eyes.look(() -> {
            JList<?> list = row.list();
            list.ensureIndexIsVisible(row.index());
            Rectangle cell = list.getCellBounds(row.index(), row.index()).intersection(list.getVisibleRect());
            return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
        });
    }

    private JTextComponent field() {
        Patience.until("a field with the cursor", () -> eyes.field().isPresent(), () -> eyes.all()
                .toString());
        return eyes.field().orElseThrow();
    }

    private static boolean isSecret(JTextComponent field) {
        return field instanceof javax.swing.JPasswordField;
    }

    private void clear(JTextComponent field) {
        LockSupport.parkNanos(
                Duration.ofMillis(300).toNanos()); // what the register holds back for a moment is in by then
        press("END");
        for (int left = eyes.keyed(field).length(); left > 0; left--) {
            press("BACK_SPACE");
        }
    }

    @Override
    public void close() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
        robot.cleanUpWithoutDisposingWindows();
    }
}
