package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * One ZVT message as a terminal sees it. Written for the simulator alone: it shares no line with the register's driver.
 *
 * @param command class and instruction as four hexadecimal digits, such as {@code 0601}
 * @param body the data as hexadecimal digits
 */
record TerminalMessage(String command, String body) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int LONGEST_SHORT = 254;

    static TerminalMessage of(String command) {
        return new TerminalMessage(command, "");
    }

    static TerminalMessage ack() {
        return of("8000");
    }

    /** The bytes of it, the length with one byte or, from 255 on, with FF and two. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEX.parseHex(command));
        int length = body.length() / 2;
        if (length <= LONGEST_SHORT) {
            bytes.write(length);
        } else {
            bytes.write(0xFF);
            bytes.write(length % 256);
            bytes.write(length / 256);
        }
        bytes.writeBytes(HEX.parseHex(body));
        return bytes.toByteArray();
    }
}
