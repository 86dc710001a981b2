package org.tillwright.register.device.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialAddress.Flow;
import org.tillwright.register.device.serial.SerialAddress.Parity;
import org.tillwright.register.device.serial.SerialLine;

/** Serial ports in the device host: a call writes its bytes, what arrives are events. */
final class SerialService implements HostedService {

    static final String NAME = "serial";

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int READ_BYTES = 1_024;
    private static final int FIELDS = 6;

    /** A port and its settings as a channel's argument. */
    static String argument(SerialAddress address) {
        return address.baud() + " " + address.dataBits() + " " + address.parity() + " " + address.stopBits() + " "
                + address.flow() + " " + address.port();
    }

    private static SerialAddress address(String argument) throws LineException {
        String[] fields = argument.split(" ", FIELDS);
        try {
            return new SerialAddress(
                    Path.of(fields[5]),
                    Integer.parseInt(fields[0]),
                    Integer.parseInt(fields[1]),
                    Parity.valueOf(fields[2]),
                    Integer.parseInt(fields[3]),
                    Flow.valueOf(fields[4]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, "not the address of a port: " + argument, e);
        }
    }

    @Override
    public HostedDriver open(String argument, EventOutlet events) throws IOException {
        var port = new Port(address(argument).open());
        var pump = new Thread(() -> pump(port, events), "pump " + argument);
        pump.setDaemon(true);
        pump.start();
        return port;
    }

    /**
     * Reads no faster than the register does; what a port's own buffer then cannot hold is lost there, and logged. A port that
     * was lost is let go of at once: the next one that is plugged in may get its name, and would be in use.
     */
    private static void pump(Port port, EventOutlet events) {
        byte[] buffer = new byte[READ_BYTES];
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int count = port.line.read(buffer, LOOK_EVERY);
                if (count > 0) {
                    events.event(Arrays.copyOf(buffer, count));
                }
            }
        } catch (LineException e) {
            events.ended(e);
        } catch (IOException e) {
            events.ended(new LineException(Trouble.UNPLUGGED, String.valueOf(e.getMessage()), e));
        } finally {
            port.close();
        }
    }

    /** One open port. */
    private static final class Port implements HostedDriver {

        private final SerialLine line;
        private boolean closed;

        Port(SerialLine line) {
            this.line = line;
        }

        @Override
        public byte[] call(byte[] request) throws IOException {
            line.write(request);
            return new byte[0];
        }

        /** Whoever comes second waits for the first: when it returns, the port can be opened again. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                line.close();
            }
        }
    }
}
