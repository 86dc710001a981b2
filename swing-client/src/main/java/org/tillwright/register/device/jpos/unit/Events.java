package org.tillwright.register.device.jpos.unit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import jpos.events.StatusUpdateEvent;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.host.HostedService.EventOutlet;
import org.tillwright.register.device.serial.LineException;

/** What a reader tells by itself, on its way to the register. Called on the maker's threads. */
final class Events {

    private static final Logger LOG = System.getLogger(Events.class.getName());

    private final EventOutlet outlet;

    Events(EventOutlet outlet) {
        this.outlet = outlet;
    }

    /** Hands on what was read. */
    void read(String text) {
        try {
            outlet.event(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "nobody listens to what was read any more"); // and what it was, is nobody's business
        }
    }

    /** A reader that goes off reads nothing more; the register looks for it until it is back. */
    void status(StatusUpdateEvent event) {
        if (Power.goesOff(event.getStatus())) {
            outlet.ended(new LineException(Trouble.NOT_ANSWERING, "it went off or off line"));
        }
    }
}
