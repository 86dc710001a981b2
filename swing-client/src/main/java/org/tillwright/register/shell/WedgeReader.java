package org.tillwright.register.shell;

import java.time.Duration;
import java.util.function.LongPredicate;
import org.tillwright.core.barcode.ScanCode;

/**
 * Tells a scanner that types from a person who types. Holds each sign back for a moment; signs that follow at once are
 * a scan, all others are given back to the field. Times are those of the key events, not of their handling: a busy
 * machine must not tear a code apart.
 *
 * <p>A torn code can look like another valid one. So nothing is accepted that began close behind other typing, that
 * has figures only and no GTIN's length, or whose check digit is wrong.
 */
public final class WedgeReader {

    /** A scanner's second sign follows its first within this time; a person's hardly ever does. */
    public static final Duration HOLD = Duration.ofMillis(30);

    /** Longest pause inside a scan, on a busy machine. */
    public static final Duration GAP = Duration.ofMillis(100);

    /** A scan comes out of silence at least this long; otherwise its first signs may have been taken for typing. */
    static final Duration SILENCE = Duration.ofMillis(250);

    static final int MIN_LENGTH = 6;

    private static final int SYMBOLOGY_LENGTH = 3;

    private final StringBuilder held = new StringBuilder();
    private long lastHeldAt;
    private long lastReleasedAt = Long.MIN_VALUE / 2;
    private boolean isTorn;

    /** True while signs are held back. */
    public boolean isHolding() {
        return !held.isEmpty();
    }

    /** True when so many signs came so fast that no person typed them. */
    public boolean isScanning() {
        return held.length() > 1;
    }

    /** Takes one sign. What was held before must be given back first if {@link #isOver} said so. */
    public void typed(char sign, long when) {
        if (held.isEmpty()) {
            isTorn = when - lastReleasedAt < SILENCE.toMillis();
        }
        held.append(sign);
        lastHeldAt = when;
    }

    /** True if a sign, or silence, at {@code when} no longer belongs to what is held. */
    public boolean isOver(long when) {
        long pause = isScanning() ? GAP.toMillis() : HOLD.toMillis();
        return isHolding() && when - lastHeldAt > pause;
    }

    /** Ends what is held without Enter: short text is typing and is given back, long text was a scan that broke off. */
    public Reading end() {
        String text = held.toString();
        Reading reading = text.length() >= MIN_LENGTH ? Reading.broken(text) : Reading.typing();
        clear(reading);
        return reading;
    }

    /** Ends what is held with Enter. */
    public Reading enter(long when) {
        String text = held.toString();
        Reading reading = text.length() < MIN_LENGTH ? Reading.typing() : read(text, this::isOver, when);
        clear(reading);
        return reading;
    }

    private Reading read(String text, LongPredicate isOver, long when) {
        String code = withoutSymbology(text);
        ScanCode scan = ScanCode.of(code);
        boolean isFiguresOnly = code.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        boolean isComplete = !isTorn
                && !isOver.test(when)
                && (scan.check() == ScanCode.Check.VALID || (scan.check() == ScanCode.Check.NONE && !isFiguresOnly));
        return isComplete ? Reading.scan(code) : Reading.broken(code);
    }

    /** Takes off what scanners can be set to say of the symbology, such as {@code ]E0}. */
    private static String withoutSymbology(String text) {
        return text.charAt(0) == ']' ? text.substring(SYMBOLOGY_LENGTH) : text;
    }

    private void clear(Reading reading) {
        if (reading.kind() == Reading.Kind.TYPING && isHolding()) {
            lastReleasedAt = lastHeldAt;
        }
        held.setLength(0);
    }

    /**
     * What was held turned out to be this.
     *
     * @param text the code, or what could be read of it
     */
    public record Reading(Kind kind, String text) {

        static Reading typing() {
            return new Reading(Kind.TYPING, "");
        }

        static Reading scan(String code) {
            return new Reading(Kind.SCAN, code);
        }

        static Reading broken(String text) {
            return new Reading(Kind.BROKEN, text);
        }

        /** Who it came from. */
        public enum Kind {
            TYPING,
            SCAN,
            /** A scan that did not come through whole: it must be read again. */
            BROKEN
        }
    }
}
