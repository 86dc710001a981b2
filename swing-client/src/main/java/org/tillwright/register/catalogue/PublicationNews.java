package org.tillwright.register.catalogue;

import java.util.function.LongConsumer;

/** The server as a listener sees it: it tells when something newer is published. */
public interface PublicationNews {

    /**
     * Listens until the line ends, which it does every few minutes. Waits, so it is for a thread of its own.
     *
     * @param published told the newest number when the line is there, and each one after it
     */
    Ending listen(LongConsumer published);

    /** How a line ended. */
    enum Ending {
        /** In order: come again. */
        OVER,
        /** It broke, or never was there. */
        LOST,
        /** This server does not tell: an older one. */
        NOT_OFFERED
    }
}
