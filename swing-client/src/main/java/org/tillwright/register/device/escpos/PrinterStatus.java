package org.tillwright.register.device.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SerialLine;

/**
 * Asks a printer how it is. {@code DLE EOT} is answered at once, even by a printer without paper; {@code GS r} is
 * answered in its turn, so its answer proves that everything sent before it was printed.
 */
final class PrinterStatus {

    private static final byte[] ASK_OFFLINE_CAUSE = {0x10, 0x04, 2};
    private static final byte[] ASK_PAPER = {0x10, 0x04, 4};
    private static final byte[] ASK_WHEN_PRINTED = {0x1D, 'r', 1};
    /** Bits that are the same in every answer to {@code DLE EOT}, and their values. */
    private static final int REAL_TIME_MASK = 0x93;

    private static final int REAL_TIME_MARK = 0x12;
    private static final int COVER_OPEN = 0x04;
    private static final int PAPER_END = 0x60;
    private static final int STOPPED_WITHOUT_PAPER = 0x20;

    private static final Duration ANSWER_PATIENCE = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PRINT_PATIENCE = Duration.ofSeconds(5);
    /** A slow printer makes 50 lines a minute more than this. */
    private static final Duration PRINT_PATIENCE_PER_LINE = Duration.ofMillis(100);

    private final SerialLine line;
    private boolean printed;

    PrinterStatus(SerialLine line) {
        this.line = line;
    }

    /**
     * Looks for trouble that a person must end.
     *
     * @return whether the printer answered at all; many lines go one way only
     */
    boolean check(DeviceKind device) throws IOException, DeviceException {
        Optional<Integer> cause = ask(ASK_OFFLINE_CAUSE);
        if (cause.isEmpty()) {
            return false;
        }
        if ((cause.get() & COVER_OPEN) != 0) {
            throw new DeviceException(device, Trouble.COVER_OPEN);
        }
        boolean paperOut = ask(ASK_PAPER).map(paper -> (paper & PAPER_END) != 0).orElse(false);
        if (paperOut || (cause.get() & STOPPED_WITHOUT_PAPER) != 0) {
            throw new DeviceException(device, Trouble.PAPER_OUT);
        }
        return true;
    }

    /**
     * Waits until everything written so far is on paper. A printer that says it is well, but never says that it is
     * done, is believed: simple printers do not know the question.
     */
    void awaitPrinted(DeviceKind device, int lines) throws IOException, DeviceException {
        long patience =
                PRINT_PATIENCE.plus(PRINT_PATIENCE_PER_LINE.multipliedBy(lines)).toNanos();
        long begun = System.nanoTime();
        printed = false;
        line.write(ASK_WHEN_PRINTED);
        awaitAnswer(LOOK_EVERY, false);
        while (!printed && System.nanoTime() - begun < patience) {
            if (!check(device)) {
                throw new DeviceException(device, Trouble.NOT_ANSWERING);
            }
            if (!printed) {
                awaitAnswer(LOOK_EVERY, false);
            }
        }
    }

    private Optional<Integer> ask(byte[] question) throws IOException {
        line.write(question);
        return awaitAnswer(ANSWER_PATIENCE, true);
    }

    /** Reads answers until the wanted kind comes; that of {@code GS r} is noted whenever it comes. */
    private Optional<Integer> awaitAnswer(Duration patience, boolean realTime) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] answer = new byte[1];
        long left = patience.toNanos();
        while (left > 0 && (realTime || !printed)) {
            if (line.read(answer, Duration.ofNanos(left)) == 1) {
                boolean isRealTime = (answer[0] & REAL_TIME_MASK) == REAL_TIME_MARK;
                printed |= !isRealTime;
                if (isRealTime && realTime) {
                    return Optional.of(answer[0] & 0xFF);
                }
            }
            left = deadline - System.nanoTime();
        }
        return Optional.empty();
    }
}
