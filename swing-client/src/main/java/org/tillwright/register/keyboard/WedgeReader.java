package org.tillwright.register.keyboard;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.Gtin;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.barcode.SymbologyIdentifier;

/**
 * Tells a scanner, or a reader of badges, that types from a person who types. Holds each sign back for a moment; signs that
 * follow so fast that no person typed them are a scan, all others are given back to the field. Times are those of the key
 * events, not of their handling: a busy machine must not tear a code apart.
 *
 * <p>A torn code can look like another valid one. So nothing is accepted that began close behind other typing, and a
 * code of figures only needs a check digit that fits, or an item that has exactly this code.
 */
public final class WedgeReader {

    /** A scanner's second sign follows its first within this time; a person's hardly ever does. */
    public static final Duration HOLD = Duration.ofMillis(30);

    /** Longest pause inside a scan, on a busy machine. */
    public static final Duration GAP = Duration.ofMillis(100);

    /** A scanner needs no longer than this for a sign, on average over the code; the fastest typist needs twice it. */
    static final Duration PACE = Duration.ofMillis(35);

    /** A scan comes out of silence at least this long; otherwise its first signs may have been taken for typing. */
    static final Duration SILENCE = Duration.ofMillis(250);

    /** So many signs at a scanner's pace are a scan, whatever they say. */
    static final int MIN_LENGTH = 6;

    /** Fewer signs than that are one only if an item has this code, and then at least so many. */
    static final int MIN_KNOWN_LENGTH = 3;

    /** No code is longer; a scanner that sends without end is broken, and must not fill the memory. */
    static final int MAX_LENGTH = 512;

    private static final int GTIN_ELEMENT = 16;

    private final StringBuilder held = new StringBuilder();
    private final Predicate<String> isKnown;
    private final Predicate<String> isBadge;
    private final Predicate<String> isWanted;
    private long firstHeldAt;
    private long lastHeldAt;
    private long lastTypedAt = Long.MIN_VALUE / 2;
    private long lastBrokenAt = Long.MIN_VALUE / 2;
    private boolean isTorn;
    private boolean isBehindBroken;

    /** @param isKnown whether an item has exactly this code */
    public WedgeReader(Predicate<String> isKnown) {
        this(isKnown, text -> false, text -> true);
    }

    /**
     * @param isKnown whether an item has exactly this code
     * @param isBadge whether this is the number of a badge, typed by a reader of badges
     * @param isWanted whether somebody wants what no hand typed; if not, it is taken for typing all the same
     */
    public WedgeReader(Predicate<String> isKnown, Predicate<String> isBadge, Predicate<String> isWanted) {
        this.isKnown = isKnown;
        this.isBadge = isBadge;
        this.isWanted = isWanted;
    }

    /** True while signs are held back. */
    public boolean isHolding() {
        return !held.isEmpty();
    }

    /** True when no further sign may be held: what is held must be ended first. */
    public boolean isFull() {
        return held.length() >= MAX_LENGTH;
    }

    /** True when so many signs came so fast that no person typed them. */
    public boolean isScanning() {
        return held.length() > 1;
    }

    /** Takes one sign. What was held before must be given back first if {@link #isOver} said so. */
    public void typed(char sign, long when) {
        if (held.isEmpty()) {
            firstHeldAt = when;
            isBehindBroken = isRightBehindBroken(when);
            isTorn = isBehindBroken || when - lastTypedAt < SILENCE.toMillis();
        }
        held.append(sign);
        lastHeldAt = when;
    }

    /** True so soon after a scan that broke off that what comes now, an Enter too, is the rest of it. */
    public boolean isRightBehindBroken(long when) {
        return when - lastBrokenAt < SILENCE.toMillis();
    }

    /** True if a sign, or silence, at {@code when} no longer belongs to what is held. */
    public boolean isOver(long when) {
        long pause = isScanning() ? GAP.toMillis() : HOLD.toMillis();
        return isHolding() && when - lastHeldAt > pause;
    }

    /** Ends what is held without Enter: typing is given back, what a scanner sent was a scan that broke off. */
    public Reading end() {
        String text = held.toString();
        Reading reading = wanted(isTooFastForHands() ? Reading.broken(text) : Reading.typing(), text);
        clear(reading);
        return reading;
    }

    /** Ends what is held with Enter. */
    public Reading enter(long when) {
        Reading reading = wanted(read(when), held.toString());
        clear(reading);
        return reading;
    }

    private Reading wanted(Reading reading, String text) {
        return switch (reading.kind()) {
            case TYPING, BADGE -> reading;
            case SCAN, BROKEN -> isWanted.test(text) ? reading : Reading.typing();
        };
    }

    private Reading read(long when) {
        String text = held.toString();
        SymbologyIdentifier symbology = SymbologyIdentifier.find(text);
        String code = symbology == null ? text : text.substring(SymbologyIdentifier.LENGTH);
        boolean isWhole = !isTorn && !isOver(when);
        if (isWhole && isAtScannersPace() && held.length() >= MIN_LENGTH && isBadge.test(text)) {
            return Reading.badge(text);
        }
        if (isWhole && isAtScannersPace() && held.length() >= MIN_KNOWN_LENGTH && isKnown.test(code)) {
            return Reading.scan(text);
        }
        if (!isTooFastForHands()) {
            return Reading.typing();
        }
        return isWhole && isSound(code, symbology) ? Reading.scan(text) : Reading.broken(code);
    }

    private static boolean isSound(String code, @Nullable SymbologyIdentifier symbology) {
        if (symbology != null && symbology.content() == SymbologyIdentifier.Content.ELEMENT_STRING) {
            return true; // its own rules are looked at when it is read
        }
        ScanCode scan = ScanCode.of(code);
        boolean isFiguresOnly = code.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return scan.check() == ScanCode.Check.VALID
                || (scan.check() == ScanCode.Check.NONE && (!isFiguresOnly || beginsWithGtin(code)));
    }

    /** A GS1 label of which the scanner says nothing: 01, a number whose check digit fits, and more. */
    private static boolean beginsWithGtin(String code) {
        return code.length() > GTIN_ELEMENT && code.startsWith("01") && Gtin.isValid(code.substring(2, GTIN_ELEMENT));
    }

    /** Long enough that chance is no explanation; behind a broken scan, two signs are enough. */
    private boolean isTooFastForHands() {
        return isAtScannersPace() && (held.length() >= MIN_LENGTH || isBehindBroken);
    }

    private boolean isAtScannersPace() {
        int steps = held.length() - 1;
        return steps > 0 && lastHeldAt - firstHeldAt <= steps * PACE.toMillis();
    }

    private void clear(Reading reading) {
        if (isHolding()) {
            switch (reading.kind()) {
                case TYPING -> lastTypedAt = lastHeldAt;
                case BROKEN -> lastBrokenAt = lastHeldAt;
                case SCAN, BADGE -> {
                    // The next may follow at once.
                }
            }
        }
        held.setLength(0);
    }

    /**
     * What was held turned out to be this.
     *
     * @param text the code with what the scanner says of its symbol, or what could be read of it
     */
    public record Reading(Kind kind, String text) {

        static Reading typing() {
            return new Reading(Kind.TYPING, "");
        }

        static Reading scan(String code) {
            return new Reading(Kind.SCAN, code);
        }

        static Reading badge(String text) {
            return new Reading(Kind.BADGE, text);
        }

        static Reading broken(String text) {
            return new Reading(Kind.BROKEN, text);
        }

        /** Who it came from. */
        public enum Kind {
            TYPING,
            SCAN,
            /** A reader of badges typed it: it is no goods, and nobody may see it. */
            BADGE,
            /** A scan that did not come through whole: it must be read again. */
            BROKEN
        }
    }
}
