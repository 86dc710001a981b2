package org.tillwright.register.device.escpos;

import java.io.IOException;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * Ends what a printer may be in the middle of, because a receipt was cut off on its way: it would take the head of the next for
 * the rest of a picture or a code, and a drawer's pulse too. Bytes of zero are white dots to a picture and nothing to text.
 */
final class CutOff {

    /** What stands before the data of a command. */
    static final int LONGEST_HEAD = 8;

    /** What any register's receipt can lack: the highest picture, of which nothing has come but its head. */
    private static final int MOST_MISSING = Picture.MAX_WIDTH / 8 * Picture.MAX_HEIGHT + LONGEST_HEAD;

    private CutOff() {}

    /**
     * Sends as many zeros as may be missing, and ends the line of text that may have been begun.
     *
     * @param missing bytes, at most; nothing is sent for 0
     */
    static void end(SerialLine line, int missing) throws IOException {
        if (missing > 0) {
            byte[] zeros = new byte[missing + 1];
            zeros[missing] = '\n';
            line.write(zeros);
        }
    }

    /**
     * Ends the head of a command that may have been begun, before anything is asked on a line that this register has not
     * printed on yet: the question's own bytes would say that a huge picture follows.
     */
    static void endHead(SerialLine line) throws IOException {
        line.write(new byte[LONGEST_HEAD]);
    }

    /**
     * The same for a line that this register has not printed on yet: an earlier run of it may have ended in mid-receipt. A
     * printer that answers in its turn is in the middle of nothing; any other is sent what a picture can lack. Neither
     * prints anything: the next receipt begins by emptying the line of text. One that says that it cannot print is left
     * alone until it can.
     *
     * @param isBeforePrinting false if nothing hangs on it yet; then a printer that answers nothing is left alone too, because
     *     a slow line that goes one way would be held up for seconds
     */
    static void endUnknown(SerialLine line, SharedLine shared, boolean isBeforePrinting) throws IOException {
        endHead(line);
        var status = new PrinterStatus(line);
        boolean answers;
        try {
            answers = status.check(DeviceKind.PRINTER);
        } catch (DeviceException stopped) {
            return;
        }
        if (!answers && !isBeforePrinting) {
            return;
        }
        if (!answers || !status.takesCommands()) {
            line.write(new byte[MOST_MISSING]);
        }
        shared.ended();
    }
}
