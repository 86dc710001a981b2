package org.tillwright.server.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** The books' tables. Insert and select only. */
@Dependent
class JournalEntries {

    @Inject
    Sql sql;

    void add(JournalEntry entry, Instant now) {
        sql.update(
                "insert into journal_entry (source_id, event, store_id, booked_on, currency, booked_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                entry.sourceId(),
                entry.event(),
                entry.storeId(),
                entry.bookedOn(),
                entry.currency(),
                now);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            rows.add(Sql.row(
                    entry.sourceId(),
                    entry.event(),
                    rows.size() + 1,
                    posting.account(),
                    posting.subject(),
                    posting.amountMinor()));
        }
        sql.batch(
                "insert into posting (source_id, event, number, account_id, subject, amount_minor)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    TrialBalance trialBalance() {
        return new TrialBalance(sql.query(
                "select p.account_id, e.currency, sum(p.amount_minor) from posting p"
                        + " join journal_entry e on e.source_id = p.source_id and e.event = p.event"
                        + " group by p.account_id, e.currency order by p.account_id, e.currency",
                row -> new TrialBalance.Balance(row.text(1), row.text(2), row.number(3))));
    }
}
