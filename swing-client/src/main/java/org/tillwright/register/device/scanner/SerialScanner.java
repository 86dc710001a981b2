package org.tillwright.register.device.scanner;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scanner;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/** A scanner on a serial line or TCP port that sends each code as text. */
public final class SerialScanner implements Scanner {

    private static final Logger LOG = System.getLogger(SerialScanner.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int READ_BYTES = 256;

    private final SharedLine shared;
    private final DeviceKind kind;
    private final ScanFraming framing;
    private final ScannerBeeps beeps;
    private volatile @Nullable SerialLine listened;
    private volatile boolean closed;

    /**
     * @param shared one share of the line, which is given up by {@link #close()}
     * @param kind which of the scanners it is, or something else that sends what it reads as text
     */
    public SerialScanner(SharedLine shared, DeviceKind kind, ScanFraming framing, ScannerBeeps beeps) {
        this.shared = shared;
        this.kind = kind;
        this.framing = framing;
        this.beeps = beeps;
    }

    @Override
    public void open() throws DeviceException {
        shared.run(kind, line -> {});
    }

    @Override
    public void listen(Consumer<String> codes) throws DeviceException {
        try {
            shared.run(kind, line -> {
                listened = line;
                var frames = new ScanFrames(framing);
                byte[] buffer = new byte[READ_BYTES];
                while (!closed) {
                    readOnce(line, buffer, frames, codes);
                }
            });
        } finally {
            listened = null;
        }
    }

    private void readOnce(SerialLine line, byte[] buffer, ScanFrames frames, Consumer<String> codes)
            throws IOException {
        int count = line.read(buffer, frames.isInside() ? framing.pause() : LOOK_EVERY);
        if (count == 0) {
            frames.pause().ifPresent(codes);
        }
        for (int i = 0; i < count; i++) {
            frames.take(buffer[i]).ifPresent(codes);
        }
    }

    @Override
    public boolean answers() {
        return !beeps.equals(ScannerBeeps.NONE);
    }

    @Override
    public void accepted() {
        send(beeps.good());
    }

    @Override
    public void refused() {
        send(beeps.bad());
    }

    /** A sound that fails is none: whoever listens finds out that the scanner is lost. */
    private void send(String command) {
        SerialLine open = listened;
        if (open == null || command.isEmpty()) {
            return;
        }
        try {
            open.write(command.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the scanner took no answer: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        shared.close();
    }
}
