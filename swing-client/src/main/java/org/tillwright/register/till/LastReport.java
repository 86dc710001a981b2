package org.tillwright.register.till;

import java.lang.System.Logger;
import java.util.Optional;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** Finds the newest Z report in the journal, to print it again. */
public final class LastReport {

    private static final Logger LOG = System.getLogger(LastReport.class.getName());

    private final Journal journal;

    public LastReport(Journal journal) {
        this.journal = journal;
    }

    /** The newest settled till; empty when there is none, or none that has a report. */
    public Optional<TillSettledMessage> find() {
        try {
            return journal.newest(RecordKind.TILL_SETTLED)
                    .map(record ->
                            WireJson.read(record.body(), JournalRecord.class).message(TillSettledMessage.class))
                    .filter(settled -> settled.report() != null);
        } catch (JournalException | MalformedMessageException e) {
            LOG.log(Logger.Level.WARNING, "the newest Z report cannot be read", e);
            return Optional.empty();
        }
    }
}
