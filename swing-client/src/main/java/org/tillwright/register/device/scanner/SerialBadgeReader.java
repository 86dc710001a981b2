package org.tillwright.register.device.scanner;

import java.util.function.Consumer;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SharedLine;

/** A badge reader on a serial line or TCP port that sends each badge as a line of text, with or without a card's track marks. */
public final class SerialBadgeReader implements BadgeReader {

    private static final String BEGIN = "%;+";
    private static final char END = '?';

    private final SerialScanner line;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public SerialBadgeReader(SharedLine shared) {
        line = new SerialScanner(shared, DeviceKind.BADGE_READER);
    }

    @Override
    public void open() throws DeviceException {
        line.open();
    }

    @Override
    public void listen(Consumer<String> read) throws DeviceException {
        line.listen(text -> read.accept(withoutMarks(text)));
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
