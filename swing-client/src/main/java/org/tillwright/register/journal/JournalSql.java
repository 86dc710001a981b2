package org.tillwright.register.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain SQL on the journal's one connection. Whoever calls sees to it that only one thread does. */
final class JournalSql implements AutoCloseable {

    private final Connection connection;

    JournalSql(Connection connection) {
        this.connection = connection;
    }

    /** Does all of the work in one synced commit, or nothing of it. */
    void inTransaction(JournalSchema.Work work) throws JournalException {
        JournalSchema.inTransaction(connection, work);
    }

    Optional<String> meta(String key) throws SQLException {
        try (PreparedStatement statement = prepare("select value from meta where key = ?", key);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    void setMeta(String key, String value) throws SQLException {
        execute("insert or replace into meta (key, value) values (?, ?)", key, value);
    }

    long count(String sql, Object... arguments) throws JournalException {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Runs one statement and returns how many rows it changed. */
    int execute(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
