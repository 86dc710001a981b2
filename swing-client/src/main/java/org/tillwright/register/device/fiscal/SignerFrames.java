package org.tillwright.register.device.fiscal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SerialLine;

/**
 * Frames on the line of a signing device: STX, the text in UTF-8, ETX, and the CRC-32 of the text's bytes as eight hexadecimal
 * digits. The register speaks first; a frame that does not arrive whole is answered with NAK, and sent again.
 */
final class SignerFrames {

    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final byte NAK = 0x15;

    private static final int CRC_DIGITS = 8;

    /** Longest text of a device, with room to spare; more is another device. */
    private static final int MOST_BYTES = 16_384;

    private static final int READ_BYTES = 1_024;

    private final SerialLine line;

    SignerFrames(SerialLine line) {
        this.line = line;
    }

    /**
     * Sends a text and returns the answer.
     *
     * @param patience for the whole of it
     */
    String ask(String text, Duration patience) throws IOException, DeviceException {
        long deadline = System.nanoTime() + patience.toNanos();
        drain();
        line.write(frame(text));
        String answer = answer(deadline);
        if (answer.isEmpty()) { // it arrived in pieces that do not fit; once more is as good as never
            line.write(frame(text));
            answer = answer(deadline);
        }
        if (answer.isEmpty()) {
            throw new DeviceException(DeviceKind.FISCAL, Trouble.NOT_UNDERSTOOD);
        }
        return answer;
    }

    static byte[] frame(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream(body.length + CRC_DIGITS + 2);
        frame.write(STX);
        frame.writeBytes(body);
        frame.write(ETX);
        frame.writeBytes(crc(body).getBytes(StandardCharsets.US_ASCII));
        return frame.toByteArray();
    }

    private static String crc(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return String.format(Locale.ROOT, "%08X", crc.getValue());
    }

    /** What came too late belongs to another question. */
    private void drain() throws IOException {
        byte[] late = new byte[READ_BYTES];
        int count = late.length;
        for (int i = 0; i < MOST_BYTES / READ_BYTES && count == late.length; i++) {
            count = line.read(late, Duration.ZERO);
        }
    }

    /** Returns the text of the next frame; empty for a NAK. */
    private String answer(long deadline) throws IOException, DeviceException {
        var arrived = new ByteArrayOutputStream();
        byte[] buffer = new byte[READ_BYTES];
        while (true) {
            long left = deadline - System.nanoTime();
            int count = left <= 0 ? 0 : line.read(buffer, Duration.ofNanos(left));
            if (count == 0) {
                throw new DeviceException(DeviceKind.FISCAL, Trouble.NOT_ANSWERING);
            }
            arrived.write(buffer, 0, count);
            byte[] bytes = arrived.toByteArray();
            if (bytes[0] == NAK) {
                return "";
            }
            if (bytes[0] != STX || bytes.length > MOST_BYTES) {
                throw new DeviceException(DeviceKind.FISCAL, Trouble.NOT_UNDERSTOOD);
            }
            int end = indexOfEnd(bytes);
            if (end > 0 && bytes.length >= end + 1 + CRC_DIGITS) {
                return checked(bytes, end);
            }
        }
    }

    private static int indexOfEnd(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] == ETX) {
                return i;
            }
        }
        return -1;
    }

    private static String checked(byte[] bytes, int end) throws DeviceException {
        byte[] body = Arrays.copyOfRange(bytes, 1, end);
        String told = new String(bytes, end + 1, CRC_DIGITS, StandardCharsets.US_ASCII);
        if (!told.equalsIgnoreCase(crc(body))) {
            throw new DeviceException(DeviceKind.FISCAL, Trouble.NOT_UNDERSTOOD);
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
