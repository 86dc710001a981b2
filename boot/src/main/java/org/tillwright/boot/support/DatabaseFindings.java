package org.tillwright.boot.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tillwright.boot.database.EmbeddedDatabase;
import org.tillwright.boot.database.Query;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.sql.DatabaseTrouble;
import org.tillwright.sql.DatabaseUrl;

/**
 * What a support bundle tells of the database: sizes and versions, no rows.
 *
 * @param names of people, which no part of the bundle may hold; empty when the database cannot be asked for them
 */
record DatabaseFindings(String text, Optional<List<String>> names) {

    private static final int ANSWER_SECONDS = 20;

    /** Each part is a question whose answer is shown as it comes. */
    private static final List<String> QUESTIONS = List.of(
            "select concat('MariaDB ', version())",
            "select concat_ws('  ', version, description, installed_on, if(success, 'whole', 'STOPPED IN THE MIDDLE'))"
                    + " from flyway_schema_history order by installed_rank",
            "select concat(rpad(table_name, 32, ' '), lpad(table_rows, 12, ' '), ' rows (estimated) ',"
                    + " lpad(round((data_length + index_length) / 1048576, 1), 10, ' '), ' MiB')"
                    + " from information_schema.tables where table_schema = database() order by table_name");

    /** Of the external database, or of the embedded one while a server runs; nothing is started for this. */
    static DatabaseFindings of(ServerSettings settings) throws StartException {
        Optional<DatabaseAddress> address = settings.externalDatabase().isPresent()
                ? settings.externalDatabase()
                : EmbeddedDatabase.running(settings.data());
        return address.isEmpty()
                ? new DatabaseFindings("The embedded database does not run now.\n", Optional.empty())
                : of(address.get());
    }

    private static DatabaseFindings of(DatabaseAddress address) {
        String url = DatabaseUrl.limited(address.url(), address.connectSeconds(), ANSWER_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password())) {
            var text = new StringBuilder();
            for (String question : QUESTIONS) {
                Query.texts(connection, question)
                        .forEach(line -> text.append(line).append('\n'));
                text.append('\n');
            }
            return new DatabaseFindings(
                    text.toString(), Optional.of(Query.texts(connection, "select name from operator")));
        } catch (SQLException e) {
            return new DatabaseFindings(DatabaseTrouble.sentence(e) + "\n", Optional.empty());
        }
    }
}
