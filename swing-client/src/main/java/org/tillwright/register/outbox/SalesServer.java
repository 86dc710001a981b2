package org.tillwright.register.outbox;

import org.tillwright.register.text.Notice;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.Problem;

/** The server as the outbox sees it: it takes records. */
public interface SalesServer {

    /**
     * Sends one record and waits for the answer. May be repeated with the same bytes as often as it takes.
     *
     * @param body the exact bytes of the journal record
     */
    Answer put(long sequence, byte[] body);

    /** What came back. */
    sealed interface Answer {}

    /** The server has the record, from now or from before. */
    record Accepted(Acceptance acceptance) implements Answer {}

    /** The server will never take these bytes, and says why. */
    record Refused(Problem problem) implements Answer {}

    /** Anything else: no network, no answer, a proxy's page, a server in trouble. The record waits. */
    record Unreachable(Notice reason) implements Answer {}
}
