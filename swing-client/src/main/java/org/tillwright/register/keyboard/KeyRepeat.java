package org.tillwright.register.keyboard;

import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells a key that is pressed again from one that was not let go. A key that something lies on, or a machine too busy to
 * hear of the release in time, must not double a figure or pay twice.
 */
final class KeyRepeat {

    /** A press so long after the last one of the same key counts again: its release may have gone elsewhere. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Keys whose repetition is of use and does no harm. */
    private static final Set<Integer> WANTED = Set.of(
            KeyEvent.VK_UNDEFINED,
            KeyEvent.VK_BACK_SPACE,
            KeyEvent.VK_DELETE,
            KeyEvent.VK_LEFT,
            KeyEvent.VK_RIGHT,
            KeyEvent.VK_UP,
            KeyEvent.VK_DOWN,
            KeyEvent.VK_PAGE_UP,
            KeyEvent.VK_PAGE_DOWN,
            KeyEvent.VK_TAB);

    private final Map<Integer, Long> down = new HashMap<>();
    private boolean wasRepeat;

    /** True for a press, and the sign it types, that only comes because the key is still down. */
    boolean isRepeat(KeyEvent event) {
        switch (event.getID()) {
            case KeyEvent.KEY_PRESSED -> wasRepeat = pressed(event.getKeyCode(), event.getWhen());
            case KeyEvent.KEY_RELEASED -> {
                down.remove(event.getKeyCode());
                return false;
            }
            default -> {
                // What is typed belongs to the press before it.
            }
        }
        return wasRepeat;
    }

    private boolean pressed(int key, long when) {
        if (WANTED.contains(key)) {
            return false;
        }
        Long before = down.put(key, when);
        return before != null && when - before <= LONGEST_PAUSE.toMillis();
    }
}
