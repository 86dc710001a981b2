package org.tillwright.register.outbox;

import org.tillwright.register.text.Notice;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;

/** The server as the outbox sees it: it takes records, and tells which it has. */
public interface SalesServer {

    /**
     * Sends one record and waits for the answer. May be repeated with the same bytes as often as it takes.
     *
     * @param body the exact bytes of the journal record
     */
    Answer put(long sequence, byte[] body);

    /** Asks which of this register's records the server has, and waits for the answer. */
    StateAnswer state();

    /** What came back for a record. */
    sealed interface Answer {}

    /** The server has the record, from now or from before. */
    record Accepted(Acceptance acceptance) implements Answer {}

    /** The server will never take these bytes, and says why. */
    record Refused(Problem problem) implements Answer, StateAnswer {}

    /** Anything else: no network, no answer, a proxy's page, a server in trouble. The record waits. */
    record Unreachable(Notice reason) implements Answer, StateAnswer {}

    /** What came back for the question what the server has. */
    sealed interface StateAnswer {}

    /** This is what it has. */
    record Told(JournalState state) implements StateAnswer {}
}
