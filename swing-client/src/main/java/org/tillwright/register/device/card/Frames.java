package org.tillwright.register.device.card;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** How messages travel on one line: as they are over TCP, in checked frames over a serial line. */
interface Frames {

    /**
     * Sends one message.
     *
     * @throws IOException if it certainly or possibly did not arrive
     */
    void send(Apdu apdu) throws IOException;

    /** Returns the next message, or nothing when none came in time. */
    Optional<Apdu> receive(Duration patience) throws IOException;
}
