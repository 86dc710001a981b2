package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TillOpenedMessage;

/**
 * A shop's books in figures that registers and server have to agree on: once summed up from the registers' journals, and once
 * read from the server's database, of which the two know nothing of each other.
 *
 * @param soldMilli goods that left the store, by item
 * @param tillMinor what went into each till session: its float and its takings
 */
public record Books(
        long transactions,
        long totalMinor,
        long netMinor,
        long taxMinor,
        Map<String, Long> soldMilli,
        Map<String, Long> tillMinor) {

    /** Sums up what registers wrote down. */
    static Books of(Collection<JournalRecord> records) {
        long transactions = 0;
        long totalMinor = 0;
        long netMinor = 0;
        long taxMinor = 0;
        Map<String, Long> soldMilli = new TreeMap<>();
        Map<String, Long> tillMinor = new TreeMap<>();
        for (JournalRecord record : records) {
            if (record.kind().equals(RecordKind.TILL_OPENED.name())) {
                TillOpenedMessage opened = record.message(TillOpenedMessage.class);
                tillMinor.merge(opened.tillSessionId().toString(), opened.floatMinor(), Long::sum);
            } else if (record.kind().equals(RecordKind.SALE.name())) {
                SaleMessage sale = record.message(SaleMessage.class);
                transactions++;
                totalMinor += sale.totalMinor();
                netMinor += sale.netMinor();
                taxMinor += sale.taxMinor();
                sale.lines().forEach(line -> soldMilli.merge(line.itemId(), line.quantityMilli(), Long::sum));
                sale.tenders()
                        .forEach(tender ->
                                tillMinor.merge(sale.tillSessionId().toString(), tender.amountMinor(), Long::sum));
            }
        }
        return new Books(transactions, totalMinor, netMinor, taxMinor, soldMilli, tillMinor);
    }

    /** Reads what the embedded database of a running server says: sales, ledger, stock entries and till entries. */
    static Books of(Path server) throws IOException, SQLException {
        return new Books(
                number(server, "select count(*) from retail_transaction"),
                number(server, "select sum(total_minor) from retail_transaction"),
                number(server, "select -sum(amount_minor) from posting where account_id = 'SALES'"),
                number(server, "select -sum(amount_minor) from posting where account_id = 'TAX'"),
                numbers(
                        server,
                        "select item_id, -sum(quantity_milli) from stock_entry where reason in ('SALE', 'RETURN')"
                                + " group by item_id"),
                numbers(
                        server,
                        "select cast(till_session_id as char), sum(amount_minor) from till_entry"
                                + " group by till_session_id"));
    }

    /** Reads one number from the database of a running server. */
    public static long number(Path server, String query) throws IOException, SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, Long> numbers(Path server, String query) throws IOException, SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    public static Connection connect(Path server) throws IOException, SQLException {
        Path database = server.resolve("db");
        return DriverManager.getConnection(
                Files.readString(database.resolve("running")).strip(),
                "tillwright",
                Files.readString(database.resolve("password")).strip());
    }
}
