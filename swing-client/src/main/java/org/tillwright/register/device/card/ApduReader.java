package org.tillwright.register.device.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Puts the bytes of a TCP connection together to messages. */
public final class ApduReader {

    private static final int SHORT_HEAD = 3;
    private static final int LONG_HEAD = 5;

    private byte[] pending = new byte[0];

    /** Takes bytes as they arrived. */
    public void put(byte[] bytes, int count) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(pending);
        joined.write(bytes, 0, count);
        pending = joined.toByteArray();
    }

    /**
     * Returns the next whole message, if there is one.
     *
     * @throws IllegalStateException if the bytes cannot be ZVT
     */
    public Optional<Apdu> next() {
        if (pending.length < SHORT_HEAD) {
            return Optional.empty();
        }
        int length = pending[2] & 0xFF;
        int head = SHORT_HEAD;
        if (length == 0xFF) {
            head = LONG_HEAD;
            if (pending.length < LONG_HEAD) {
                return Optional.empty();
            }
            length = (pending[3] & 0xFF) | (pending[4] & 0xFF) << 8;
        }
        if (length > Apdu.MAX_DATA_BYTES) {
            throw new IllegalStateException("a ZVT message of " + length + " bytes");
        }
        if (pending.length < head + length) {
            return Optional.empty();
        }
        int control = (pending[0] & 0xFF) << 8 | (pending[1] & 0xFF);
        var apdu = new Apdu(control, Arrays.copyOfRange(pending, head, head + length));
        pending = Arrays.copyOfRange(pending, head + length, pending.length);
        return Optional.of(apdu);
    }
}
