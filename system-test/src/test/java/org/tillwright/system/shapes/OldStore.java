package org.tillwright.system.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.tillwright.system.TestPlace;
import org.tillwright.system.TestRegister;

/** A shop's database as a server of an earlier schema left it, and what its register has written down meanwhile. */
final class OldStore {

    static final String SCHEMA = "3";

    /** The last schema whose sales have one tax a line, and nothing taken off. */
    static final String BEFORE_RULES = "9";

    static final String TILL = "till-01";
    static final String SESSION = "7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001";
    static final String MANAGERS_PIN = "471100";

    /** Records that are in the books. */
    static final int BOOKED = 3;

    /** All records that the register has. */
    static final int WRITTEN = 6;

    private OldStore() {}

    /** Makes the old schema and fills it; then brings it to the schema that was before pricing rules. */
    static void make(ExternalDatabase database, TestRegister register) throws IOException, SQLException {
        migrate(database, SCHEMA);
        try (Connection connection = database.connect()) {
            fill(connection);
            enrol(connection, register);
            book(connection);
        }
        migrate(database, BEFORE_RULES);
    }

    private static void migrate(ExternalDatabase database, String schema) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + TestPlace.root().resolve("sql/migrations"))
                .target(schema)
                .load()
                .migrate();
    }

    /** The bytes of a record, as the register wrote them then. */
    static byte[] record(int sequence) throws IOException {
        try (InputStream content = OldStore.class.getResourceAsStream("/upgrade/record-" + sequence + ".json")) {
            return content.readAllBytes();
        }
    }

    private static void fill(Connection connection) throws IOException, SQLException {
        try (InputStream script = OldStore.class.getResourceAsStream("/upgrade/store-at-v0003.sql");
                Statement statement = connection.createStatement()) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            for (String command : text.split(";\n", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    private static void enrol(Connection connection, TestRegister register) throws SQLException {
        try (PreparedStatement key =
                connection.prepareStatement("update workstation set public_key = ? where workstation_id = ?")) {
            key.setBytes(1, register.keys().publicKey().getEncoded());
            key.setString(2, TILL);
            key.executeUpdate();
        }
    }

    private static void book(Connection connection) throws IOException, SQLException {
        try (PreparedStatement record =
                connection.prepareStatement("insert into journal_record values (?, ?, ?, 3, ?, ?)")) {
            for (int sequence = 1; sequence <= BOOKED; sequence++) {
                record.setString(1, TILL);
                record.setInt(2, sequence);
                record.setString(3, sequence == 1 ? "TILL_OPENED" : "SALE");
                record.setBytes(4, record(sequence));
                record.setString(5, "2026-10-30 08:1" + sequence + ":00.123456");
                record.addBatch();
            }
            record.executeBatch();
        }
    }
}
