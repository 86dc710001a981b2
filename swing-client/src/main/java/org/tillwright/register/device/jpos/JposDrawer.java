package org.tillwright.register.device.jpos;

import java.time.Duration;
import java.util.Optional;
import org.tillwright.register.device.CashDrawer;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.host.DriverHost;

/** A cash drawer that a maker's JavaPOS service drives. */
public final class JposDrawer implements CashDrawer {

    private final JposSession session;
    private final Duration mayStandOpen;

    /**
     * Opens nothing yet.
     *
     * @param mayStandOpen see {@link CashDrawer#mayStandOpen}
     */
    public JposDrawer(DriverHost host, JposTarget target, Duration mayStandOpen) {
        session = new JposSession(host, DeviceKind.DRAWER, target);
        this.mayStandOpen = mayStandOpen;
    }

    /** A service without a contact says that it is shut. */
    @Override
    public Optional<Boolean> isOpen() throws DeviceException {
        return Optional.ofNullable(
                        session.ask(JposCall.of(JposCall.Verb.HEALTH)).health())
                .map(JposReply.Health::isDrawerOpen);
    }

    @Override
    public Duration mayStandOpen() {
        return mayStandOpen;
    }

    @Override
    public void open() throws DeviceException {
        session.ask(JposCall.of(JposCall.Verb.OPEN_DRAWER));
    }

    @Override
    public void close() {
        session.close();
    }
}
