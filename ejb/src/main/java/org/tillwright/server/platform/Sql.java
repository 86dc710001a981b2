package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL in the caller's transaction, on the same connection that JPA uses. For the hot path, for ledgers and for
 * lists; only repositories use it.
 */
@ApplicationScoped
public class Sql {

    /** A row changed after this transaction first looked; so says MariaDB from 11.8 on where older ones said nothing. */
    private static final int CHANGED_SINCE_READ = 1020;

    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int STATEMENT_TIMEOUT = 1969;

    private static final int NO_LIMIT = 0;

    @PersistenceContext
    EntityManager entityManager;

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** Runs one statement and returns how many rows it changed. */
    public int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw translated(sql, e);
        }
    }

    /** Runs one statement for each row of values, in few round trips. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw translated(sql, e);
        }
    }

    /** Reads all rows of a query; whoever asks sees to it that they are few, or says limit. */
    public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) {
        return queryWithin(NO_LIMIT, sql, reader, values);
    }

    /**
     * Reads all rows of a query that no index bounds, as long as it does not take longer than the limit.
     *
     * @throws TookTooLong when it does; the database has stopped working on it
     */
    public <T> List<T> queryWithin(int seconds, String sql, Reader<T> reader, @Nullable Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setQueryTimeout(seconds);
            bind(statement, values);
            try (ResultSet results = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw translated(sql, e);
        }
    }

    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /** Writes a row's worth of values, for {@link #batch}. */
    public static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private Connection connection() {
        return entityManager.unwrap(Connection.class);
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, columnValue(values[i]));
        }
    }

    private static @Nullable Object columnValue(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        } else if (value instanceof UUID uuid) {
            return uuid.toString();
        } else if (value instanceof Enum<?> name) {
            return name.name();
        }
        return value;
    }

    private static RuntimeException translated(String sql, SQLException e) {
        return switch (e.getErrorCode()) {
            case CHANGED_SINCE_READ, DUPLICATE_KEY, LOCK_WAIT_TIMEOUT, DEADLOCK -> new Contention(e);
            case STATEMENT_TIMEOUT -> new TookTooLong(e);
            default -> new DatabaseException(sql, e);
        };
    }
}
