package org.tillwright.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.server.Reply;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.ItemImportAnswer;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.WireJson;

/**
 * A server is lost with its disk, and the backup that was taken while its tills sold is restored elsewhere: everything that
 * registers had sold, delivered and been thanked for after the backup is in the books again, once. With the commands that
 * docs/operations.md tells people to use, and no others.
 */
class RestoreTest {

    private static final System.Logger LOG = System.getLogger(RestoreTest.class.getName());
    private static final String MILK_ID = "milk-whole-1l";
    private static final List<String> TILLS = List.of("till-01", "till-02");

    /** Numbers of price books that a lost server may have given out are left free after a restore. */
    private static final long AFTER_THE_GAP = 1_000_000;

    private final List<SellingRegister> registers = new ArrayList<>();

    @Test
    void nothingSoldIsLostAndNothingIsDoubledWhenABackupIsRestoredElsewhere() throws Exception {
        Path directory = TestPlace.directory("restore");
        Path lost = directory.resolve("lost");
        Path found = directory.resolve("found");
        Path backup = directory.resolve("backup.zip");
        ServerProcess server = ServerProcess.startDemo(TestPlace.root(), lost);
        try {
            for (String till : TILLS) {
                registers.add(SellingRegister.open(directory.resolve(till), server, till));
            }
            backUpWhileTillsSell(lost, backup);
            long lostNumber = sellOnAtAPriceTheBackupDoesNotKnow();
            long delivered = number(lost, "select count(*) from journal_record");
            server.kill();
            TestPlace.delete("restore/lost");
            goOnWithoutAServer();

            Files.createDirectories(found);
            tell(StarterCommand.run(found, "db", "verify", backup.toString()));
            tell(StarterCommand.run(found, "db", "restore", backup.toString(), "--into", "embedded"));
            server = ServerProcess.start(TestPlace.root(), found, Map.of());
            long copied = number(found, "select count(*) from journal_record");
            assertThat(copied).isPositive().isLessThan(delivered);
            pointRegistersTo(server);
            tell("The lost server had " + delivered + " records, the backup has " + copied);
            assertBooksAgree(found, lostNumber);
            closeTills(found);
            assertBooksAgree(found, lostNumber);
        } finally {
            registers.forEach(SellingRegister::close);
            server.close();
        }
        TestPlace.delete("restore");
    }

    private void backUpWhileTillsSell(Path server, Path backup) throws Exception {
        registers.forEach(SellingRegister::startSelling);
        for (SellingRegister register : registers) {
            register.awaitSold(40);
        }
        int before = sold();
        tell(StarterCommand.run(server, "db", "backup", "-o", backup.toString()));
        int after = sold();
        tell("While the backup was taken, registers went from " + before + " to " + after + " sales");
        assertThat(after).isGreaterThan(before);
        for (SellingRegister register : registers) {
            register.awaitSold(register.sold() + 40);
        }
    }

    /** Registers get a new price, sell at it, and all of it is in the books of the server that will be lost. */
    private long sellOnAtAPriceTheBackupDoesNotKnow() throws Exception {
        long number = changeThePriceOfMilk(registers.get(0));
        for (SellingRegister register : registers) {
            register.await("the new price", () -> register.parts().catalogues().number() == number);
            register.awaitSold(register.sold() + 20);
            register.stopSelling();
            register.awaitDelivered();
        }
        return number;
    }

    private void goOnWithoutAServer() throws Exception {
        SellingRegister alone = registers.get(1);
        alone.startSelling();
        alone.awaitSold(alone.sold() + 5);
        alone.stopSelling();
    }

    /** As the connection screen does it, while one register goes on selling. */
    private void pointRegistersTo(ServerProcess server) throws Exception {
        registers.get(0).startSelling();
        for (SellingRegister register : registers) {
            register.parts().useServer(server.address());
        }
        for (SellingRegister register : registers) {
            register.await(
                    "the snapshot of the restored server",
                    () -> register.parts().catalogues().number() > AFTER_THE_GAP);
            register.await("the records it lacks", () -> register.mostResent() > 0);
        }
        registers.get(0).awaitSold(registers.get(0).sold() + 10);
        registers.get(0).stopSelling();
        for (SellingRegister register : registers) {
            register.awaitDelivered();
            assertThat(register.parts().journal().quarantinedCount()).isZero();
        }
    }

    private void closeTills(Path server) throws Exception {
        for (SellingRegister register : registers) {
            TillSettledMessage settled = register.settle();
            register.awaitDelivered();
            String till = "till_session_id = '" + settled.tillSessionId() + "'";
            for (TillSettledMessage.Count count : settled.counts()) {
                assertThat(number(
                                server,
                                "select expected_minor from till_count where " + till + " and tender = '"
                                        + count.tender() + "'"))
                        .as("what the server's books expect in " + count.tender())
                        .isEqualTo(count.countedMinor());
            }
            assertThat(number(server, "select told_transaction_count from till_settlement where " + till))
                    .isEqualTo(number(server, "select count(*) from retail_transaction where " + till))
                    .isEqualTo(settled.transactionCount());
        }
        assertThat(number(server, "select count(*) from till_count where over_short_minor <> 0"))
                .isZero();
    }

    private void assertBooksAgree(Path server, long lostNumber) throws Exception {
        List<JournalRecord> all = new ArrayList<>();
        for (SellingRegister register : registers) {
            all.addAll(assertSameBytes(server, register));
        }
        Books told = Books.of(all);
        tell("Journals of the registers: " + told);
        assertThat(Books.of(server)).isEqualTo(told);
        assertThat(told.soldMilli()).containsKey(MILK_ID).hasSizeGreaterThan(2);
        assertThat(told.tillMinor()).hasSize(registers.size());
        assertThat(number(server, "select count(*) from till_session")).isEqualTo(registers.size());
        assertThat(number(server, "select sum(amount_minor) from posting")).isZero();
        assertThat(number(
                        server,
                        "select count(*) from (select source_id, event from posting group by source_id, event"
                                + " having sum(amount_minor) <> 0) unbalanced"))
                .isZero();
        assertThat(number(
                        server,
                        "select count(*) from stock_level level where on_hand_milli <> (select"
                                + " coalesce(sum(quantity_milli), 0) from stock_entry entry where entry.store_id ="
                                + " level.store_id and entry.item_id = level.item_id)"))
                .isZero();
        long atLostNumber = all.stream()
                .filter(record ->
                        record.kind().equals(RecordKind.SALE.name()) && record.priceBookVersion() == lostNumber)
                .count();
        tell(atLostNumber + " sales were at prices that were lost; they stand, and are noted for a manager");
        assertThat(atLostNumber).isPositive();
        assertThat(number(server, "select count(*) from disputed_totals where reason like '%server that was lost%'"))
                .isEqualTo(number(server, "select count(*) from disputed_totals"))
                .isEqualTo(atLostNumber);
        assertThat(number(server, "select count(*) from server_epoch")).isEqualTo(2);
    }

    /** Every record of a register's journal is in the server's, byte for byte, and the server has no other. */
    private static List<JournalRecord> assertSameBytes(Path server, SellingRegister register) throws Exception {
        List<JournalRecord> records = new ArrayList<>();
        Map<Long, String> told = new TreeMap<>();
        for (StoredRecord stored : register.journal()) {
            told.put(stored.sequence(), new String(stored.body(), UTF_8));
            records.add(WireJson.read(stored.body(), JournalRecord.class));
        }
        String till = register.parts().identity().orElseThrow().workstationId();
        assertThat(recordsOf(server, till)).as("records of " + till).isEqualTo(told);
        tell(till + ": " + told.size() + " records, the same bytes at register and server; sent again "
                + register.mostResent());
        return records;
    }

    /** A manager's import, one publication that the backup knows nothing of. */
    private static long changeThePriceOfMilk(SellingRegister register) throws Exception {
        SnapshotMessage.Item milk = new SnapshotMessage.Item(
                MILK_ID,
                Map.of("en", "Whole milk 1 l"),
                "dairy-eggs",
                "PIECE",
                "REDUCED",
                1_390_000L,
                List.of("02413000000112"),
                null,
                null,
                true);
        SignOnAnswer manager = answered(register.parts().server().signOn("1", register.pinOf("1")));
        long number = answered(register.parts()
                        .server()
                        .post(
                                "/items/import",
                                new ItemImport(List.of(), List.of(milk)),
                                manager,
                                ItemImportAnswer.class))
                .number();
        register.parts().retryNow();
        return number;
    }

    private static <T> T answered(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered<T>) reply).value();
    }

    private static Map<Long, String> recordsOf(Path server, String workstationId) throws IOException, SQLException {
        try (Connection connection = Books.connect(server);
                var statement = connection.prepareStatement(
                        "select sequence, content from journal_record where workstation_id = ?")) {
            statement.setString(1, workstationId);
            Map<Long, String> records = new TreeMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.put(rows.getLong(1), new String(rows.getBytes(2), UTF_8));
                }
            }
            return records;
        }
    }

    private int sold() {
        return registers.stream().mapToInt(SellingRegister::sold).sum();
    }

    private static long number(Path server, String query) throws IOException, SQLException {
        return Books.number(server, query);
    }

    private static void tell(String said) {
        said.lines().forEach(line -> LOG.log(Level.INFO, line));
    }
}
