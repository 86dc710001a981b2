package org.tillwright.register.device.jpos;

import java.time.Duration;
import java.util.function.Consumer;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scanner;
import org.tillwright.register.device.host.DriverHost;

/**
 * A barcode scanner, or a reader of magnetic stripes, that a maker's JavaPOS service drives. Of what a stripe says, only badges
 * of this house leave the device host; a payment card that is swiped there is nothing at all.
 */
public final class JposReader implements Scanner, BadgeReader {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final JposSession session;

    /**
     * Opens nothing yet.
     *
     * @param kind a scanner or a badge reader
     */
    public JposReader(DriverHost host, DeviceKind kind, JposTarget target) {
        session = new JposSession(host, kind, target);
    }

    @Override
    public void open() throws DeviceException {
        session.open();
    }

    @Override
    public void listen(Consumer<String> read) throws DeviceException {
        while (!session.isClosed()) {
            session.read(LOOK_EVERY).ifPresent(read);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
