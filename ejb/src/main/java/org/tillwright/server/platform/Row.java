package org.tillwright.server.platform;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a query, read by column number from 1. Good until the next row only. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(int column) throws SQLException {
        return requireNonNull(results.getString(column), () -> "column " + column);
    }

    public @Nullable String textOrNull(int column) throws SQLException {
        return results.getString(column);
    }

    public long number(int column) throws SQLException {
        return results.getLong(column);
    }

    public @Nullable Long numberOrNull(int column) throws SQLException {
        long number = results.getLong(column);
        return results.wasNull() ? null : number;
    }

    public boolean truth(int column) throws SQLException {
        return results.getBoolean(column);
    }

    public byte[] bytes(int column) throws SQLException {
        return requireNonNull(results.getBytes(column), () -> "column " + column);
    }

    public UUID uuid(int column) throws SQLException {
        return UUID.fromString(text(column));
    }

    public LocalDate date(int column) throws SQLException {
        return requireNonNull(results.getObject(column, LocalDate.class), () -> "column " + column);
    }

    public @Nullable LocalDate dateOrNull(int column) throws SQLException {
        return results.getObject(column, LocalDate.class);
    }

    public Instant instant(int column) throws SQLException {
        return requireNonNull(instantOrNull(column), () -> "column " + column);
    }

    public @Nullable Instant instantOrNull(int column) throws SQLException {
        LocalDateTime utc = results.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
