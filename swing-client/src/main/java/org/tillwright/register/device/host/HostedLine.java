package org.tillwright.register.device.host;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;

/** A serial line whose port is open in the device host. */
final class HostedLine implements SerialLine {

    /** What goes over in one request; the port writes no more at once either. */
    private static final int PIECE_BYTES = 512;

    /** Longer than a port gives a far end that stopped taking bytes; so the port says so before the host is suspected. */
    private static final Duration STALL_PATIENCE = Duration.ofSeconds(5);

    /** Start bit, eight data bits, and one stop bit or parity: enough to reckon a line's speed. */
    private static final int BITS_PER_BYTE = 11;

    private final DriverChannel channel;
    private final Duration patience;
    private byte[] rest = {};

    HostedLine(DriverChannel channel, SerialAddress address) {
        this.channel = channel;
        patience = STALL_PATIENCE.plusMillis(PIECE_BYTES * BITS_PER_BYTE * 1000L / address.baud());
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (int start = 0; start < bytes.length; start += PIECE_BYTES) {
            channel.call(Arrays.copyOfRange(bytes, start, Math.min(start + PIECE_BYTES, bytes.length)), patience);
        }
    }

    @Override
    public int read(byte[] buffer, Duration longest) throws IOException {
        if (rest.length == 0) {
            rest = channel.event(longest).orElse(rest);
        }
        int count = Math.min(rest.length, buffer.length);
        System.arraycopy(rest, 0, buffer, 0, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    @Override
    public void close() {
        channel.close();
    }
}
