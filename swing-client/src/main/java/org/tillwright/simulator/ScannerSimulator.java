package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A scanner that reads what it is told to read, and sends it with a carriage return. */
public final class ScannerSimulator implements AutoCloseable {

    private final FarEnd end;

    private ScannerSimulator(FarEnd end) {
        this.end = end;
    }

    /**
     * Puts a scanner at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static ScannerSimulator open(String where, @Nullable Cable cable) throws IOException {
        return new ScannerSimulator(FarEnd.open(where, cable, bytes -> {})); // nobody talks to a scanner
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    /** Reads a code. */
    public void scan(String code) throws IOException {
        send(code + "\r");
    }

    /** Sends text as it stands, for scanners with other line ends or prefixes. */
    public void send(String text) throws IOException {
        end.send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void pull() {
        end.pull();
    }

    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        end.close();
    }
}
