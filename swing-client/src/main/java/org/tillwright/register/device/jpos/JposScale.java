package org.tillwright.register.device.jpos;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.device.host.DriverHost;

/** A scale that a maker's JavaPOS service drives. */
public final class JposScale implements Scale {

    private final JposSession session;

    /** Opens nothing yet. */
    public JposScale(DriverHost host, JposTarget target) {
        session = new JposSession(host, DeviceKind.SCALE, target);
    }

    @Override
    public ScaleReading weigh() throws DeviceException {
        JposReply weighed = session.ask(JposCall.of(JposCall.Verb.WEIGH));
        State state = Arrays.stream(State.values())
                .filter(each -> each.name().equals(weighed.state()))
                .findFirst()
                .orElseThrow(() -> new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD));
        return new ScaleReading(new Quantity(requireNonNullElse(weighed.grams(), 0L)), state);
    }

    @Override
    public void close() {
        session.close();
    }
}
