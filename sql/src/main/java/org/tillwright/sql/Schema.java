package org.tillwright.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of one database: looks at their state, and brings them up to date. */
public final class Schema {

    /** There from the first statement of a restore until its last. */
    public static final String UNFINISHED_RESTORE = "restore_unfinished";

    private static final String HISTORY = "flyway_schema_history";

    private final DataSource dataSource;

    public Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Looks without changing anything; needs the right to read only. */
    public SchemaReport look() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> wanted = Migrations.versions();
            String newest = wanted.get(wanted.size() - 1);
            Set<String> tables = tables(statement);
            if (tables.contains(UNFINISHED_RESTORE)) {
                return new SchemaReport(SchemaState.HALF_RESTORED, "", newest, wanted);
            } else if (!tables.contains(HISTORY)) {
                SchemaState state = tables.isEmpty() ? SchemaState.EMPTY : SchemaState.FOREIGN;
                return new SchemaReport(state, "", newest, wanted);
            }
            return compare(history(statement), wanted);
        } catch (SQLException e) {
            throw new SchemaException(DatabaseTrouble.sentence(e), e);
        }
    }

    /**
     * Runs what is missing of the migrations. Several programs may do this at once: one does it and the others wait.
     *
     * @return what was found before
     * @throws SchemaException when the database cannot be used, or a migration fails
     */
    public SchemaReport migrate() {
        SchemaReport found = look();
        if (!found.isUsable()) {
            throw new SchemaException(found.sentence(), null);
        } else if (found.state() != SchemaState.CURRENT) {
            run(found);
        }
        return found;
    }

    private void run(SchemaReport found) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:" + Migrations.LOCATION)
                    .validateMigrationNaming(true)
                    .ignoreMigrationPatterns(new String[0]) // Flyway passes over migrations from the future by default
                    .callbacks(new FreshDefaults())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            Optional<SQLException> database = DatabaseTrouble.in(e);
            String why = database.map(DatabaseTrouble::sentence)
                    .orElse("A migration that ran before is not the one that this program brings.");
            throw new SchemaException(
                    "The schema could not be brought from " + (found.found().isEmpty() ? "nothing" : found.found())
                            + " to " + found.wanted() + ". " + why,
                    e);
        }
    }

    private record Applied(String version, boolean isWhole) {}

    private static SchemaReport compare(List<Applied> history, List<String> wanted) {
        String newest = wanted.get(wanted.size() - 1);
        Optional<Applied> half = history.stream().filter(one -> !one.isWhole()).findFirst();
        List<String> found = history.stream().map(Applied::version).sorted().toList();
        List<String> missing =
                wanted.stream().filter(one -> !found.contains(one)).toList();
        if (half.isPresent()) {
            return new SchemaReport(SchemaState.HALF_MIGRATED, half.get().version(), newest, missing);
        }
        String last = found.isEmpty() ? "" : found.get(found.size() - 1);
        SchemaState state = !wanted.containsAll(found)
                ? SchemaState.NEWER
                : missing.isEmpty() ? SchemaState.CURRENT : SchemaState.OLDER;
        return new SchemaReport(state, last, newest, missing);
    }

    private static Set<String> tables(Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = database()")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<Applied> history(Statement statement) throws SQLException {
        List<Applied> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select version, success from " + HISTORY + " where version is not null order by installed_rank")) {
            while (rows.next()) {
                all.add(new Applied(rows.getString(1), rows.getBoolean(2)));
            }
        }
        return all;
    }
}
