package org.tillwright.register.device.scanner;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scanner;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/** A scanner on a serial line or TCP port that sends each code as text. */
public final class SerialScanner implements Scanner {

    /** A scanner sends a code at one go, so a pause of this length ends one that has no line end. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int READ_BYTES = 256;

    private final SharedLine shared;
    private final DeviceKind kind;
    private volatile boolean closed;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public SerialScanner(SharedLine shared) {
        this(shared, DeviceKind.SCANNER);
    }

    /** Something else that sends what it reads as text. */
    SerialScanner(SharedLine shared, DeviceKind kind) {
        this.shared = shared;
        this.kind = kind;
    }

    @Override
    public void open() throws DeviceException {
        shared.run(kind, line -> {});
    }

    @Override
    public void listen(Consumer<String> codes) throws DeviceException {
        shared.run(kind, line -> {
            var frames = new ScanFrames();
            byte[] buffer = new byte[READ_BYTES];
            while (!closed) {
                readOnce(line, buffer, frames, codes);
            }
        });
    }

    private static void readOnce(SerialLine line, byte[] buffer, ScanFrames frames, Consumer<String> codes)
            throws IOException {
        int count = line.read(buffer, frames.isInside() ? PAUSE : LOOK_EVERY);
        if (count == 0) {
            frames.end().ifPresent(codes);
        }
        for (int i = 0; i < count; i++) {
            frames.take(buffer[i]).ifPresent(codes);
        }
    }

    @Override
    public void close() {
        closed = true;
        shared.close();
    }
}
