package org.tillwright.register.device.serial;

import gnu.io.PortInUseException;
import gnu.io.RXTXPort;
import gnu.io.SerialPort;
import gnu.io.SerialPortEvent;
import gnu.io.UnsupportedCommOperationException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TooManyListenersException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * A serial port by nrjavaserial, kept away from what that library does badly.
 *
 * <ul>
 *   <li>Its single-byte {@code read()} crashes the whole Java machine when the cable is pulled; so bytes are read by the
 *       array only, in its event listener.
 *   <li>A pulled cable makes its {@code read} return nothing, for ever; so the hardware-error event ends this line.
 *   <li>Its {@code write} may lose bytes and may block for ever, see {@link PatientWriter}.
 *   <li>Its {@code close} may block for ever too, and must not run in its listener; so it runs on a thread of its own.
 *   <li>Its event thread sleeps about 20 ms after each event, which a scan's last bytes would wait for; so the listener
 *       stays until nothing has come for longer than that.
 *   <li>A port is opened by its real path: lock files carry the last name only, and links confuse it.
 * </ul>
 */
public final class Rs232Line implements SerialLine {

    private static final Logger LOG = System.getLogger(Rs232Line.class.getName());
    private static final int READ_BYTES = 1024;
    /** How long the listener stays after the last byte, and how often it looks meanwhile. */
    private static final Duration LINGER = Duration.ofMillis(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration STALL_PATIENCE = Duration.ofSeconds(3);
    /** Start bit, eight data bits, and one stop bit or parity: enough to reckon a line's speed. */
    private static final int BITS_PER_BYTE = 11;

    /** Ports that did not close, because the far end still holds up a write. They stay taken until it lets go. */
    private static final Set<Path> LEFT_BEHIND = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Path realPath;
    private final RXTXPort port;
    private final PatientWriter writer;
    private final Inbox inbox = new Inbox();

    private Rs232Line(String name, Path realPath, RXTXPort port, int baud) {
        this.name = name;
        this.realPath = realPath;
        this.port = port;
        long pieceMillis = PatientWriter.PIECE_BYTES * BITS_PER_BYTE * 1000L / baud;
        writer = new PatientWriter(name, port.getOutputStream(), STALL_PATIENCE.plusMillis(pieceMillis));
    }

    static Rs232Line open(SerialAddress address) throws IOException {
        Path real = realPath(address.port());
        RXTXPort port;
        try {
            port = new RXTXPort(real.toString());
        } catch (PortInUseException e) {
            if (LEFT_BEHIND.contains(real)) {
                throw new LineException(Trouble.NOT_ANSWERING, address + " still takes no bytes", e);
            }
            throw new LineException(Trouble.BUSY, address + " is in use", e);
        } catch (LinkageError e) {
            throw new LineException(
                    Trouble.ABSENT, "the serial library cannot be loaded; is the temporary directory noexec?", e);
        }
        var line = new Rs232Line(address.toString(), real, port, address.baud());
        try {
            line.set(address);
            port.addEventListener(line::arrived);
            port.notifyOnDataAvailable(true);
            return line;
        } catch (UnsupportedCommOperationException | TooManyListenersException e) {
            line.close();
            throw new LineException(Trouble.ABSENT, address + " does not take its settings", e);
        }
    }

    private static Path realPath(Path path) throws IOException {
        try {
            Path real = path.toRealPath();
            if (!Files.isReadable(real) || !Files.isWritable(real)) {
                throw new LineException(Trouble.NOT_ALLOWED, path + " may not be read and written");
            }
            return real;
        } catch (NoSuchFileException e) {
            throw new LineException(Trouble.ABSENT, "there is no " + path, e);
        }
    }

    private void set(SerialAddress address) throws UnsupportedCommOperationException {
        int parity =
                switch (address.parity()) {
                    case NONE -> SerialPort.PARITY_NONE;
                    case EVEN -> SerialPort.PARITY_EVEN;
                    case ODD -> SerialPort.PARITY_ODD;
                };
        int flow =
                switch (address.flow()) {
                    case NONE -> SerialPort.FLOWCONTROL_NONE;
                    case HARDWARE -> SerialPort.FLOWCONTROL_RTSCTS_IN | SerialPort.FLOWCONTROL_RTSCTS_OUT;
                    case SOFTWARE -> SerialPort.FLOWCONTROL_XONXOFF_IN | SerialPort.FLOWCONTROL_XONXOFF_OUT;
                };
        port.setSerialPortParams(address.baud(), address.dataBits(), address.stopBits(), parity);
        port.setFlowControlMode(flow);
    }

    /** Runs on the port's own thread, which must not close the port. */
    private void arrived(SerialPortEvent event) {
        if (event.getEventType() == SerialPortEvent.HARDWARE_ERROR) {
            inbox.end(new LineException(Trouble.UNPLUGGED, name + " was unplugged"));
        } else if (event.getEventType() == SerialPortEvent.DATA_AVAILABLE) {
            try {
                readWhileTheyCome(port.getInputStream());
            } catch (IOException e) {
                inbox.end(new LineException(Trouble.UNPLUGGED, name + " broke while reading", e));
            }
        }
    }

    private void readWhileTheyCome(InputStream in) throws IOException {
        long quietSince = System.nanoTime();
        while (!inbox.isEnded() && System.nanoTime() - quietSince < LINGER.toNanos()) {
            if (readAll(in)) {
                quietSince = System.nanoTime();
            } else {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    /** Reads what is there now; returns whether that was anything. */
    private boolean readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[READ_BYTES];
        int available = in.available();
        boolean anything = available > 0;
        while (available > 0) {
            int count = in.read(buffer, 0, Math.min(available, buffer.length));
            if (count <= 0) {
                return false; // a spurious event, or a cable just pulled: its own event follows
            }
            int dropped = inbox.put(buffer, count);
            if (dropped > 0) {
                LOG.log(Level.WARNING, "{0}: nobody reads what comes in, {1} bytes dropped", name, dropped);
            }
            available = in.available();
        }
        return anything;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (inbox.isEnded()) {
            throw new LineException(Trouble.UNPLUGGED, name + " was unplugged");
        }
        writer.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        return inbox.take(buffer, patience);
    }

    @Override
    public void close() {
        inbox.end(new LineException(Trouble.CLOSED, name + " was closed"));
        writer.close();
        LEFT_BEHIND.add(realPath);
        Thread closer = new Thread(this::closePort, "closer " + name);
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closer.isAlive()) {
            LOG.log(Level.WARNING, "{0} does not close; it is left behind", name);
        }
    }

    private void closePort() {
        port.close();
        LEFT_BEHIND.remove(realPath);
    }
}
