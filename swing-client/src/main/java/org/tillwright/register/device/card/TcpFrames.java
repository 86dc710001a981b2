package org.tillwright.register.device.card;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;

/** Messages one after the other: TCP itself sees to order and damage. */
final class TcpFrames implements Frames {

    private static final int READ_BYTES = 1024;

    private final SerialLine line;
    private final ApduReader reader = new ApduReader();

    TcpFrames(SerialLine line) {
        this.line = line;
    }

    @Override
    public void send(Apdu apdu) throws IOException {
        line.write(apdu.bytes());
    }

    @Override
    public Optional<Apdu> receive(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] buffer = new byte[READ_BYTES];
        try {
            Optional<Apdu> next = reader.next();
            long left = patience.toNanos();
            while (next.isEmpty() && left > 0) {
                reader.put(buffer, line.read(buffer, Duration.ofNanos(left)));
                next = reader.next();
                left = deadline - System.nanoTime();
            }
            return next;
        } catch (IllegalStateException e) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, "what answers there does not speak ZVT", e);
        }
    }
}
