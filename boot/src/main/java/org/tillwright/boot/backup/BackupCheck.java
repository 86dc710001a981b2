package org.tillwright.boot.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tillwright.boot.backup.BackupManifest.Facts;
import org.tillwright.boot.backup.BackupManifest.Table;
import org.tillwright.boot.database.Query;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** Holds a restored database against its manifest, and against the laws that every set of books here keeps. */
final class BackupCheck {

    private static final int FETCH_ROWS = 200;
    private static final int MOST_TOLD = 5;

    /** Each counts rows that must not be there. */
    private static final Map<String, String> LAWS = Map.of(
            "entries of the ledger whose postings do not sum to zero",
            "select count(*) from (select 1 from posting group by source_id, event having sum(amount_minor) <> 0) wrong",
            "entries of the ledger without postings, or postings without an entry",
            "select (select count(*) from journal_entry e where not exists (select 1 from posting p"
                    + " where p.source_id = e.source_id and p.event = e.event))"
                    + " + (select count(*) from posting p where not exists (select 1 from journal_entry e"
                    + " where e.source_id = p.source_id and e.event = p.event))",
            "stock levels that are not the sum of their entries",
            "select count(*) from (select store_id, item_id from"
                    + " (select store_id, item_id, quantity_milli from stock_entry union all"
                    + " select store_id, item_id, -on_hand_milli from stock_level) moved"
                    + " group by store_id, item_id having sum(quantity_milli) <> 0) wrong",
            "transactions without the record they came by",
            "select count(*) from retail_transaction t where not exists (select 1 from journal_record r"
                    + " where r.workstation_id = t.workstation_id and r.sequence = t.sequence)",
            "records of sales without their transaction",
            "select count(*) from journal_record r where r.kind = 'SALE' and not exists (select 1 from"
                    + " retail_transaction t where t.workstation_id = r.workstation_id and t.sequence = r.sequence)");

    private final Connection connection;
    private final List<String> faults = new ArrayList<>();

    BackupCheck(Connection connection) {
        this.connection = connection;
    }

    /** Returns every fault, one sentence each; none when the copy is what was backed up and sound. */
    List<String> faults(Facts wanted) throws SQLException {
        compare(wanted, DatabaseFacts.of(connection));
        Set<String> tables = Set.copyOf(DatabaseFacts.tables(connection));
        if (!tables.containsAll(Set.of("posting", "journal_entry", "stock_entry", "stock_level", "journal_record"))) {
            faults.add("The copy lacks tables that Tillwright cannot do without.");
            return List.copyOf(faults);
        }
        for (Map.Entry<String, String> law : LAWS.entrySet()) {
            long wrong = Query.number(connection, law.getValue());
            if (wrong > 0) {
                faults.add("The copy holds " + wrong + " " + law.getKey() + ".");
            }
        }
        readJournal();
        return List.copyOf(faults);
    }

    private void compare(Facts wanted, Facts found) {
        Map<String, Long> rows = new HashMap<>();
        found.tables().forEach(table -> rows.put(table.name(), table.rows()));
        for (Table table : wanted.tables()) {
            Long counted = rows.remove(table.name());
            if (counted == null) {
                faults.add("The copy lacks the table " + table.name() + ".");
            } else if (!counted.equals(table.rows())) {
                faults.add("The table " + table.name() + " has " + counted + " rows; when the backup was taken it had "
                        + table.rows() + ".");
            }
        }
        rows.keySet().forEach(name -> faults.add("The copy holds a table " + name + " that was not backed up."));
        if (!wanted.accounts().equals(found.accounts())) {
            faults.add("The sums of the ledger's accounts are not those of the moment when the backup was taken.");
        }
    }

    /** The registers' own bytes are the evidence; each record is read as the server read it. */
    private void readJournal() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery(
                    "select workstation_id, sequence, content from journal_record order by workstation_id, sequence")) {
                int unreadable = 0;
                while (rows.next()) {
                    String name = rows.getString(1) + "/" + rows.getLong(2);
                    if (!isReadable(rows.getBytes(3), rows.getString(1), rows.getLong(2))
                            && ++unreadable <= MOST_TOLD) {
                        faults.add("The bytes of record " + name + " cannot be read.");
                    }
                }
                if (unreadable > MOST_TOLD) {
                    faults.add("So it is with " + (unreadable - MOST_TOLD) + " further records.");
                }
            }
        }
    }

    private static boolean isReadable(byte[] content, String workstationId, long sequence) {
        try {
            JournalRecord record = WireJson.read(content, JournalRecord.class);
            return record.workstationId().equals(workstationId) && record.sequence() == sequence;
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
