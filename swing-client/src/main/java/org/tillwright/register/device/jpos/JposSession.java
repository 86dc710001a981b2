package org.tillwright.register.device.jpos;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.host.DriverChannel;
import org.tillwright.register.device.host.DriverHost;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * The register's end of one maker's service. The service is opened on first use, given up when something failed that no
 * person at the device can end, and opened again on the next use. Jobs come from one thread; {@link #close()} may come from any.
 */
final class JposSession implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JposSession.class.getName());

    private final DriverHost host;
    private final DeviceKind kind;
    private final String name;
    private final String argument;
    private final Duration patience;
    private volatile @Nullable DriverChannel channel;
    private volatile boolean closed;

    /** @param target what to open; its category fits {@code kind} */
    JposSession(DriverHost host, DeviceKind kind, JposTarget target) {
        this.host = host;
        this.kind = kind;
        this.name = target.name();
        this.argument = target.argument();
        this.patience = target.patience();
    }

    /** Makes sure that the device is there and ours. */
    void open() throws DeviceException {
        try {
            ready();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Has the service do something. One that never comes back ends with the device host, which is started again. */
    JposReply ask(JposCall call) throws DeviceException {
        return ask(call, Duration.ZERO);
    }

    /**
     * Has the service do something.
     *
     * @param more what it may take longer than others
     */
    JposReply ask(JposCall call, Duration more) throws DeviceException {
        try {
            return WireJson.read(ready().call(WireJson.write(call), patience.plus(more)), JposReply.class);
        } catch (IOException e) {
            throw failed(e);
        } catch (MalformedMessageException e) {
            throw failed(new LineException(Trouble.NOT_UNDERSTOOD, "the device host's answer makes no sense", e));
        }
    }

    /** Hands over what the device does nothing with yet: a driver that is lost meanwhile has done nothing. */
    void hand(JposCall call) throws DeviceException {
        try {
            ready().call(WireJson.write(call), patience);
        } catch (LineException e) {
            throw failed(e.beforeAnything());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Waits for what was read; empty if nothing was within {@code wait}. */
    Optional<String> read(Duration wait) throws DeviceException {
        try {
            return ready().event(wait).map(text -> new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private DriverChannel ready() throws IOException {
        DriverChannel open = channel;
        if (open != null) {
            return open;
        }
        DriverChannel fresh = host.channel(JposTarget.SERVICE, argument, patience);
        channel = fresh;
        if (closed) {
            drop();
            throw new LineException(Trouble.CLOSED, name + " was closed");
        }
        return fresh;
    }

    private DeviceException failed(IOException failure) {
        Trouble trouble = troubleOf(failure);
        if (trouble != Trouble.PAPER_OUT && trouble != Trouble.COVER_OPEN) {
            drop();
        }
        LOG.log(Level.INFO, "{0} at jpos:{1}: {2}", kind.words(), name, failure.getMessage());
        return new DeviceException(kind, trouble, failure);
    }

    private static Trouble troubleOf(IOException failure) {
        if (failure instanceof LineException told) {
            return told.trouble();
        }
        return failure instanceof InterruptedIOException ? Trouble.CLOSED : Trouble.NOT_ANSWERING;
    }

    private void drop() {
        DriverChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Gives the device up, within a few seconds. */
    @Override
    public void close() {
        closed = true;
        drop();
    }
}
