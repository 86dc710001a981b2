package org.tillwright.register.device.card;

import java.io.ByteArrayOutputStream;

/** One ZVT message: a control field of two bytes, such as 06 01, and data. */
public final class Apdu {

    /** Longest data this program reads or writes; terminals send a few hundred bytes. */
    public static final int MAX_DATA_BYTES = 16_384;

    public static final int REGISTRATION = 0x0600;
    public static final int AUTHORIZATION = 0x0601;
    public static final int REPEAT_RECEIPT = 0x0620;
    public static final int REVERSAL = 0x0630;
    public static final int REFUND = 0x0631;
    public static final int END_OF_DAY = 0x0650;
    public static final int STATUS_ENQUIRY = 0x0501;
    public static final int COMPLETION = 0x060F;
    public static final int ABORTED = 0x061E;
    public static final int ABORT = 0x06B0;
    public static final int PRINT_LINE = 0x06D1;
    public static final int PRINT_TEXT = 0x06D3;
    public static final int SET_CLOCK = 0x0401;
    public static final int STATUS = 0x040F;
    public static final int INTERMEDIATE_STATUS = 0x04FF;
    public static final int ACKNOWLEDGED = 0x8000;
    public static final int NOT_UNDERSTOOD = 0x8483;

    private static final int EXTENDED_LENGTH = 0xFF;

    private final int control;
    private final byte[] data;

    /** @param control class and instruction, such as 0x0601 */
    public Apdu(int control, byte[] data) {
        if (data.length > MAX_DATA_BYTES) {
            throw new IllegalArgumentException("a ZVT message of " + data.length + " bytes");
        }
        this.control = control;
        this.data = data.clone();
    }

    /** A message without data. */
    public static Apdu of(int control) {
        return new Apdu(control, new byte[0]);
    }

    /** Class and instruction in one number. */
    public int control() {
        return control;
    }

    public byte[] data() {
        return data.clone();
    }

    /** Whether the other side says no to the last command. */
    public boolean isRefusal() {
        return control >> 8 == 0x84 && control != 0x8400;
    }

    /** The message as it goes over TCP, and inside a serial frame. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.write(control >> 8);
        bytes.write(control);
        if (data.length < EXTENDED_LENGTH) {
            bytes.write(data.length);
        } else {
            bytes.write(EXTENDED_LENGTH);
            bytes.write(data.length);
            bytes.write(data.length >> 8);
        }
        bytes.writeBytes(data);
        return bytes.toByteArray();
    }

    /** The control field alone: data may hold what must not reach a log. */
    @Override
    public String toString() {
        return String.format("ZVT %02X %02X (%d bytes)", control >> 8, control & 0xFF, data.length);
    }
}
