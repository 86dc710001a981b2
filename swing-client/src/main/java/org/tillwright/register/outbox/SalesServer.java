package org.tillwright.register.outbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.StoredRecord;
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
     * @param sealLine the line of its seal; null for a record that has none
     */
    Answer put(long sequence, byte[] body, @Nullable String sealLine);

    /**
     * Sends several records in one request and waits for the answers. May be repeated as often as it takes, also in other parts.
     *
     * @param records ascending; at least one, and no more than a batch holds
     */
    BatchReply send(List<StoredRecord> records);

    /** Asks which of this register's records the server has, and waits for the answer. */
    StateAnswer state();

    /** What came back for a record. */
    sealed interface Answer {}

    /** The server has the record, from now or from before. */
    record Accepted(Acceptance acceptance) implements Answer {}

    /** The server will never take these bytes, and says why. */
    record Refused(Problem problem) implements Answer, StateAnswer {}

    /**
     * Anything else: no network, no answer, a proxy's page, a server in trouble. The record waits.
     *
     * @param status of the answer; 0 when none came
     * @param retryAfter how long the server asks to be left alone; null when it does not say
     */
    record Unreachable(Notice reason, int status, @Nullable Duration retryAfter)
            implements Answer, BatchReply, StateAnswer {

        /** No answer came. */
        public Unreachable(Notice reason) {
            this(reason, 0, null);
        }
    }

    /** What came back for several records. */
    sealed interface BatchReply {}

    /**
     * Each record's own answer.
     *
     * @param answers in the order of the records; where the server stopped, the first that it did not take is the last told
     */
    record EachAnswered(List<Answer> answers) implements BatchReply {

        public EachAnswered {
            answers = List.copyOf(answers);
        }
    }

    /** What came back for the question what the server has. */
    sealed interface StateAnswer {}

    /** This is what it has. */
    record Told(JournalState state) implements StateAnswer {}
}
