package org.tillwright.register.device.scanner;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.TypedBadges;

/**
 * A reader of radio cards that types the card's number and Enter. There is no line to it: it is there as long as the keyboard
 * is, and whether it is the keyboard cannot be known.
 */
public final class KeyboardBadgeReader implements BadgeReader, TypedBadges {

    private final String prefix;
    private final String suffix;
    private final int length;
    private final UidReading uids;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Consumer<String> listening;

    /**
     * @param prefix what the reader types before every number; empty for none
     * @param suffix what it types behind it, before its Enter; empty for none
     * @param length signs of a number between the two; 0 for as many as it has
     */
    public KeyboardBadgeReader(String prefix, String suffix, int length, UidReading uids) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.length = length;
        this.uids = uids;
    }

    @Override
    public void open() {
        // a keyboard is open
    }

    @Override
    public void listen(Consumer<String> read) {
        listening = read;
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the register is ending
        } finally {
            listening = null;
        }
    }

    @Override
    public Optional<String> read(String typed) {
        boolean isFramed = typed.length() > prefix.length() + suffix.length()
                && typed.startsWith(prefix)
                && typed.endsWith(suffix);
        if (!isFramed) {
            return Optional.empty();
        }
        String number = typed.substring(prefix.length(), typed.length() - suffix.length());
        return length == 0 || number.length() == length ? uids.code(number) : Optional.empty();
    }

    @Override
    public boolean mayHold(String typed) {
        boolean hasBegun = !prefix.isEmpty() && typed.startsWith(prefix);
        boolean hasEnded = !suffix.isEmpty() && typed.endsWith(suffix);
        return hasBegun || hasEnded || uids.mayHold(typed);
    }

    @Override
    public void shown(String badge) {
        Consumer<String> listener = listening;
        if (listener != null) {
            listener.accept(badge);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
