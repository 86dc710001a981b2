package org.tillwright.register.shell;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.swing.Timer;

/**
 * Catches scanners that type like a keyboard, wherever the focus is. What a scanner typed never reaches a field or a
 * button; what a person typed does, a moment later.
 */
public final class ScanDispatcher implements KeyEventDispatcher {

    private static final int OTHER_KEYS =
            InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

    private final WedgeReader reader = new WedgeReader();
    private final List<KeyEvent> held = new ArrayList<>();
    private final BooleanSupplier takesScans;
    private final Consumer<String> scanned;
    private final Consumer<String> broken;
    private final Timer silence;
    private boolean isGivingBack;
    private boolean isSwallowingEnter;

    /**
     * @param takesScans whether the screen that is shown can use a code; if not, every key passes
     * @param broken told what could be read of a scan that did not come through whole
     */
    public ScanDispatcher(BooleanSupplier takesScans, Consumer<String> scanned, Consumer<String> broken) {
        this.takesScans = takesScans;
        this.scanned = scanned;
        this.broken = broken;
        this.silence = new Timer((int) WedgeReader.HOLD.toMillis(), event -> silencePassed());
        silence.setRepeats(false);
    }

    public void install() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    public void uninstall() {
        silence.stop();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        if (isGivingBack || (!takesScans.getAsBoolean() && !reader.isHolding())) {
            return false;
        }
        boolean isEnter = event.getKeyCode() == KeyEvent.VK_ENTER || event.getKeyChar() == '\n';
        if (isEnter && isSwallowingEnter) {
            isSwallowingEnter = event.getID() != KeyEvent.KEY_RELEASED;
            return true;
        }
        if (isEnter && event.getID() == KeyEvent.KEY_PRESSED && reader.isHolding()) {
            return entered(event);
        }
        if (event.getID() == KeyEvent.KEY_TYPED) {
            return typed(event);
        }
        if (reader.isScanning()) {
            // The keys behind the signs: a focused button must not act on them.
            return !isFunctionKey(event);
        }
        return false;
    }

    private static boolean isFunctionKey(KeyEvent event) {
        return event.getKeyCode() >= KeyEvent.VK_F1 && event.getKeyCode() <= KeyEvent.VK_F12;
    }

    private boolean typed(KeyEvent event) {
        char sign = event.getKeyChar();
        if (Character.isISOControl(sign) || (event.getModifiersEx() & OTHER_KEYS) != 0) {
            return false;
        }
        if (reader.isOver(event.getWhen())) {
            finish(reader.end());
        }
        reader.typed(sign, event.getWhen());
        held.add(event);
        silence.setInitialDelay((int) (reader.isScanning() ? WedgeReader.GAP : WedgeReader.HOLD).toMillis());
        silence.restart();
        return true;
    }

    private boolean entered(KeyEvent event) {
        silence.stop();
        WedgeReader.Reading reading = reader.enter(event.getWhen());
        isSwallowingEnter = reading.kind() != WedgeReader.Reading.Kind.TYPING;
        boolean isSwallowed = isSwallowingEnter;
        finish(reading);
        return isSwallowed;
    }

    /** Nothing came for a while: what is held was typed, unless it is too long for that. */
    private void silencePassed() {
        if (reader.isHolding()) {
            finish(reader.end());
        }
    }

    private void finish(WedgeReader.Reading reading) {
        List<KeyEvent> events = List.copyOf(held);
        held.clear();
        switch (reading.kind()) {
            case TYPING -> giveBack(events);
            case SCAN -> scanned.accept(reading.text());
            case BROKEN -> {
                Toolkit.getDefaultToolkit().beep();
                broken.accept(reading.text());
            }
        }
    }

    private void giveBack(List<KeyEvent> events) {
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        isGivingBack = true;
        for (KeyEvent event : events) {
            Component owner = focus.getFocusOwner();
            focus.redispatchEvent(owner == null ? event.getComponent() : owner, event);
        }
        isGivingBack = false;
    }
}
