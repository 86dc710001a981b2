package org.tillwright.server.container;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What every table of the database holds, told by a checksum each: nothing that was changed escapes, wherever it is. */
public final class AllTables {

    private AllTables() {}

    public static Map<String, String> read(DataSource database) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : names(statement)) {
                try (ResultSet checksum = statement.executeQuery("checksum table " + table)) {
                    checksum.next();
                    content.put(table, checksum.getString(2));
                }
            }
        }
        return content;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                + " where table_schema = database() and table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
