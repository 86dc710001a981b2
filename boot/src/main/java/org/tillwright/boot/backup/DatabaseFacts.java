package org.tillwright.boot.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.boot.backup.BackupManifest.Account;
import org.tillwright.boot.backup.BackupManifest.Facts;
import org.tillwright.boot.backup.BackupManifest.Table;
import org.tillwright.boot.database.Query;

/** Counts what a database holds, all of it as the connection's transaction sees it. */
final class DatabaseFacts {

    private DatabaseFacts() {}

    static Facts of(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : tables(connection)) {
            tables.add(new Table(name, Query.number(connection, "select count(*) from `" + name + "`")));
        }
        return new Facts(tables, accounts(connection));
    }

    /** The names of all tables, sorted; one that is there only while a restore runs is none. */
    static List<String> tables(Connection connection) throws SQLException {
        return Query.texts(
                connection,
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name <> 'restore_unfinished' order by table_name");
    }

    private static List<Account> accounts(Connection connection) throws SQLException {
        List<Account> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select p.account_id, e.currency, sum(p.amount_minor) from posting p join journal_entry e"
                                + " on e.source_id = p.source_id and e.event = p.event"
                                + " group by p.account_id, e.currency order by p.account_id, e.currency")) {
            while (rows.next()) {
                all.add(new Account(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return all;
    }
}
