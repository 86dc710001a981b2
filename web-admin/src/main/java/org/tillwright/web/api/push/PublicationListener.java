package org.tillwright.web.api.push;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;

/**
 * One register that listens.
 *
 * @param since when it began; its line is cut before anything could pile up in it
 */
record PublicationListener(String workstationId, SseEventSink line, Sse events, Instant since) {

    /** What a register waits for. */
    static final String EVENT = "publication";

    void tell(long number) {
        send(events.newEventBuilder()
                .name(EVENT)
                .data(String.class, Long.toString(number))
                .build());
    }

    /** Sends what listeners pass over: proxies keep the line for it, and a register knows that the server lives. */
    void keepAlive() {
        send(events.newEventBuilder().comment("").build());
    }

    /** What cannot be sent is not missed: a register that finds its line dead comes again, and is told the newest number. */
    private void send(OutboundSseEvent event) {
        try {
            var unused = line.send(event);
        } catch (IllegalStateException e) {
            line.close(); // it was closed already, or at this moment
        }
    }

    boolean isGone() {
        return line.isClosed();
    }

    void end() {
        line.close();
    }
}
