package org.tillwright.register.device.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SerialLine;

/**
 * The records of Dialog 06 on a line. The register always speaks first, and begins with EOT; the scale answers with ACK,
 * NAK or a record between STX and ETX. There is no check sum on a record, so anything unexpected ends the talk.
 */
final class Dialog06Line {

    /** What stands between the fields of a record. */
    static final char ESC = 0x1B;

    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final byte EOT = 0x04;
    private static final byte ENQ = 0x05;
    private static final byte ACK = 0x06;
    private static final byte NAK = 0x15;

    /** A scale answers at once, or says that it is not finished. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Longest record of a scale, with room to spare; more is another device. */
    private static final int MOST_BYTES = 64;

    private final SerialLine line;

    Dialog06Line(SerialLine line) {
        this.line = line;
    }

    /** Sends a record of these fields, and returns what the scale says to it. */
    Answer tell(String... fields) throws IOException, DeviceException {
        String body = String.join(String.valueOf(ESC), fields);
        byte[] text = body.getBytes(StandardCharsets.US_ASCII);
        byte[] record = new byte[text.length + 3];
        record[0] = EOT;
        record[1] = STX;
        System.arraycopy(text, 0, record, 2, text.length);
        record[record.length - 1] = ETX;
        return after(record);
    }

    /** Asks for what the last record was about. */
    Answer ask() throws IOException, DeviceException {
        return after(new byte[] {EOT, ENQ});
    }

    /** Ends a talk, so that the scale waits for the next record. */
    void end() throws IOException {
        line.write(new byte[] {EOT});
    }

    private Answer after(byte[] question) throws IOException, DeviceException {
        drain();
        line.write(question);
        return answer();
    }

    /** What came too late belongs to another question. */
    private void drain() throws IOException {
        byte[] late = new byte[MOST_BYTES];
        int count = late.length;
        for (int i = 0; i < MOST_BYTES && count == late.length; i++) {
            count = line.read(late, Duration.ZERO);
        }
    }

    private Answer answer() throws IOException, DeviceException {
        StringBuilder record = new StringBuilder();
        boolean isInside = false;
        byte[] buffer = new byte[MOST_BYTES];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            int count = left <= 0 ? 0 : line.read(buffer, Duration.ofNanos(left));
            if (count == 0) {
                throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_ANSWERING);
            }
            for (int i = 0; i < count; i++) {
                if (isInside && buffer[i] == ETX) {
                    return new Answer(Answer.Kind.RECORD, record.toString());
                } else if (isInside) {
                    record.append(readable(buffer[i]));
                } else if (buffer[i] == ACK || buffer[i] == NAK) {
                    return new Answer(buffer[i] == ACK ? Answer.Kind.YES : Answer.Kind.NO, "");
                } else if (buffer[i] == STX) {
                    isInside = true;
                } else {
                    throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
                }
            }
            if (record.length() > MOST_BYTES) {
                throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
            }
        }
    }

    private static char readable(byte arrived) throws DeviceException {
        boolean isText = arrived >= ' ' && arrived < 0x7F;
        if (!isText && arrived != ESC) {
            throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
        }
        return (char) arrived;
    }

    /** What a scale answers: yes, no, or a record without what frames it. */
    record Answer(Kind kind, String record) {

        enum Kind {
            YES,
            NO,
            RECORD
        }
    }
}
