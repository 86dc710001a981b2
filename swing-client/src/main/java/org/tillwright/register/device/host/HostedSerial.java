package org.tillwright.register.device.host;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;

/** A serial port that is opened in the device host. */
record HostedSerial(DriverHost host, SerialAddress address) implements LineAddress {

    /** An adapter that waits for its cable can keep a native open busy for seconds. */
    private static final Duration OPEN_PATIENCE = Duration.ofSeconds(5);

    /** A port that was closed a moment ago, or got the name of one that was, is in use for a moment more. */
    private static final Duration BUSY_PATIENCE = Duration.ofSeconds(1);

    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(100);

    @Override
    public SerialLine open() throws IOException {
        try {
            return openOnceFree();
        } catch (LineException e) {
            // A port that is not answering before a byte was written is one that the host itself cannot let go of.
            if (e.trouble() == Trouble.NOT_ANSWERING && host.freeStuckPort()) {
                return openOnce();
            }
            throw e;
        }
    }

    private SerialLine openOnceFree() throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return openOnce();
            } catch (LineException e) {
                if (e.trouble() != Trouble.BUSY || System.nanoTime() - begun > BUSY_PATIENCE.toNanos()) {
                    throw e;
                }
            }
            rest();
        }
    }

    private static void rest() throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_AFTER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a port was in use");
        }
    }

    private SerialLine openOnce() throws IOException {
        return new HostedLine(
                host.channel(SerialService.NAME, SerialService.argument(address), OPEN_PATIENCE), address);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
