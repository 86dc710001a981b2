package org.tillwright.register.keyboard;

import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.Timer;

/**
 * Catches scanners and badge readers that type like a keyboard, wherever the focus is. What one of them typed never reaches
 * a field or a button; what a person typed does, a moment later, and none of it is lost. A key that is held down counts
 * once.
 */
public final class ScanDispatcher implements KeyEventDispatcher {

    private static final char GS1_SEPARATOR = 0x1D;

    private static final int OTHER_KEYS =
            InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

    private static final Set<Integer> MODIFIERS = Set.of(
            KeyEvent.VK_SHIFT,
            KeyEvent.VK_CONTROL,
            KeyEvent.VK_ALT,
            KeyEvent.VK_ALT_GRAPH,
            KeyEvent.VK_META,
            KeyEvent.VK_CAPS_LOCK,
            KeyEvent.VK_NUM_LOCK);

    private final KeyRepeat repeat = new KeyRepeat();
    private final WedgeReader reader;
    private final List<KeyEvent> held = new ArrayList<>();
    private final TypedReads reads;
    private final Timer silence;
    private boolean isGivingBack;
    private boolean isSwallowingEnter;
    private boolean isHeldForScans;

    public ScanDispatcher(TypedReads reads) {
        this.reads = reads;
        this.reader = new WedgeReader(reads::isKnown, reads::isBadge, this::isWanted);
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
        if (isGivingBack) {
            return false;
        }
        if (repeat.isRepeat(event)) {
            return true;
        }
        boolean isEnter = event.getKeyCode() == KeyEvent.VK_ENTER || event.getKeyChar() == '\n';
        if (isSwallowingEnter && (isEnter || event.getID() == KeyEvent.KEY_PRESSED)) {
            isSwallowingEnter = isEnter && event.getID() != KeyEvent.KEY_RELEASED;
            if (isEnter) {
                return true;
            }
        }
        if (!reader.isHolding() && !reads.takesScans() && !reads.takesBadges()) {
            return false;
        }
        if (isEnter && event.getID() == KeyEvent.KEY_PRESSED) {
            return entered(event);
        }
        if (event.getID() == KeyEvent.KEY_TYPED) {
            return typed(event);
        }
        return reader.isHolding() && otherKey(event);
    }

    private boolean typed(KeyEvent event) {
        if (!isSign(event)) {
            return false;
        }
        if (reader.isOver(event.getWhen()) || reader.isFull()) {
            finish(reader.end());
        }
        isHeldForScans = reader.isHolding() ? isHeldForScans : reads.takesScans();
        reader.typed(event.getKeyChar(), event.getWhen());
        held.add(event);
        silence.setInitialDelay((int) (reader.isScanning() ? WedgeReader.GAP : WedgeReader.HOLD).toMillis());
        silence.restart();
        return true;
    }

    /** A key that goes down or up while signs are held. Nothing may overtake them, and nothing may get lost. */
    private boolean otherKey(KeyEvent event) {
        if (isSign(event)) {
            // The key behind a sign goes the way of its sign: a focused button must not act on a scanner's.
            if (reader.isScanning()) {
                held.add(event);
            }
            return reader.isScanning();
        }
        boolean isModifier = MODIFIERS.contains(event.getKeyCode());
        if (event.getID() == KeyEvent.KEY_PRESSED && !isModifier) {
            silence.stop();
            finish(reader.end());
        }
        return false;
    }

    private static boolean isSign(KeyEvent event) {
        char sign = event.getKeyChar();
        if (sign == GS1_SEPARATOR) {
            return true; // scanners type it as Ctrl and ]
        }
        return sign != KeyEvent.CHAR_UNDEFINED
                && !Character.isISOControl(sign)
                && (event.getModifiersEx() & OTHER_KEYS) == 0;
    }

    private boolean entered(KeyEvent event) {
        if (!reader.isHolding()) {
            isSwallowingEnter = reader.isRightBehindBroken(event.getWhen());
            return isSwallowingEnter;
        }
        silence.stop();
        WedgeReader.Reading reading = reader.enter(event.getWhen());
        isSwallowingEnter = reading.kind() != WedgeReader.Reading.Kind.TYPING;
        boolean isSwallowed = isSwallowingEnter;
        finish(reading);
        return isSwallowed;
    }

    /** Where nothing is sold, what a scanner types goes into a field as ever, unless nobody may see it. */
    private boolean isWanted(String text) {
        return isHeldForScans || reads.takesScans() || reads.isPrivate(text);
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
            case SCAN -> reads.scanned(reading.text());
            case BADGE -> reads.badgeTyped(reading.text());
            case BROKEN -> reads.scanBroken(reading.text());
        }
    }

    /**
     * Lets typing go on its way. It goes by the focus manager and not straight to whoever has the focus: while the focus
     * moves from one field to the next, nobody has it, and the focus manager keeps the keys for the next.
     */
    private void giveBack(List<KeyEvent> events) {
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        isGivingBack = true;
        try {
            events.forEach(focus::dispatchEvent);
        } finally {
            isGivingBack = false;
        }
    }
}
