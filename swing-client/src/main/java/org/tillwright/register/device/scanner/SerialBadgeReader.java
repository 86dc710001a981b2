package org.tillwright.register.device.scanner;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SharedLine;
import org.tillwright.wire.BadgeCode;

/**
 * A badge reader on a serial line or TCP port: it sends a badge as a line of text, a card's tracks with their marks, or the
 * number of a radio card. A payment card is dropped here, and nothing of it goes further.
 */
public final class SerialBadgeReader implements BadgeReader {

    private static final String BEGIN = "%;+";
    private static final char END = '?';

    private final SerialScanner line;
    private final @Nullable UidReading uids;

    /**
     * @param shared one share of the line, which is given up by {@link #close()}
     * @param uids how numbers of radio cards are written; null where they are no badges
     */
    public SerialBadgeReader(SharedLine shared, ScanFraming framing, @Nullable UidReading uids) {
        this.line = new SerialScanner(shared, DeviceKind.BADGE_READER, framing, ScannerBeeps.NONE);
        this.uids = uids;
    }

    @Override
    public void open() throws DeviceException {
        line.open();
    }

    @Override
    public void listen(Consumer<String> read) throws DeviceException {
        line.listen(text -> read.accept(badge(text, uids)));
    }

    /** What a line of the reader says; package-private for its test. */
    static String badge(String text, @Nullable UidReading uids) {
        if (PaymentCards.isTrack(text)) {
            return PAYMENT_CARD;
        }
        String track = ownTrack(text);
        if (BadgeCode.isUid(track)) {
            return BadgeCode.PREFIX; // only what a radio chip said gets this prefix, and it gets it here
        }
        return uids == null || BadgeCode.isMeant(track)
                ? track
                : uids.code(track).orElse(BadgeCode.PREFIX);
    }

    /** The track that holds a badge, where a card has several; else the first that holds anything. */
    private static String ownTrack(String text) {
        String first = "";
        for (String track : text.split("\\?", -1)) {
            String said = withoutMarks(track);
            if (BadgeCode.isMeant(said)) {
                return said;
            }
            first = first.isEmpty() ? said : first;
        }
        return first;
    }

    /** A swiped card has a mark before its track, and one behind it. */
    static String withoutMarks(String text) {
        int from = !text.isEmpty() && BEGIN.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        int end = text.indexOf(END);
        return text.substring(from, end < from ? text.length() : end).strip();
    }

    @Override
    public void close() {
        line.close();
    }
}
