package org.tillwright.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

/**
 * A server is lost and an older copy of its database takes its place: everything that registers had sold, delivered and
 * been thanked for after the copy was taken is in the books again, once.
 */
class RestoreTest {

    private static final String MILK_ID = "milk-whole-1l";

    @Test
    void nothingSoldIsLostAndNothingIsDoubledWhenAnOlderCopyTakesTheServersPlace() throws Exception {
        Path directory = TestPlace.directory("restore");
        Path lost = directory.resolve("lost");
        Path found = directory.resolve("found");
        ServerProcess server = ServerProcess.startDemo(TestPlace.root(), lost);
        int port = server.address().getPort();
        List<SellingRegister> registers = new ArrayList<>();
        try {
            registers.add(SellingRegister.open(directory.resolve("till-01"), server, "till-01"));
            registers.add(SellingRegister.open(directory.resolve("till-02"), server, "till-02"));

            registers.forEach(SellingRegister::startSelling);
            for (SellingRegister register : registers) {
                register.awaitSold(40);
            }
            DatabaseCopy.take(lost, directory.resolve("copy.sql")); // in the middle of it
            for (SellingRegister register : registers) {
                register.awaitSold(register.sold() + 40);
            }
            long lostNumber = changeThePriceOfMilk(registers.get(0));
            for (SellingRegister register : registers) {
                register.await(
                        "the new price", () -> register.parts().catalogues().number() == lostNumber);
                register.awaitSold(register.sold() + 20);
                register.stopSelling();
                register.awaitDelivered(); // the lost server has it all, and has said so
            }
            server.kill();
            registers.get(1).startSelling(); // one goes on without a server
            registers.get(1).awaitSold(registers.get(1).sold() + 5);
            registers.get(1).stopSelling();

            DatabaseCopy.putInto(TestPlace.root(), found, lost, directory.resolve("copy.sql"));
            server = ServerProcess.startDemo(TestPlace.root(), found, port);
            for (SellingRegister register : registers) {
                register.parts().retryNow();
                register.await(
                        "the snapshot of the restored server",
                        () -> register.parts().catalogues().number() > 1_000_000);
                register.await(
                        "the records it lacks", () -> !register.statusLines().isEmpty());
                register.awaitDelivered();
                assertThat(register.parts().journal().quarantinedCount()).isZero();
            }
            assertEqual(registers, found, lostNumber);
        } finally {
            registers.forEach(SellingRegister::close);
            server.close();
        }
        TestPlace.delete("restore");
    }

    private static void assertEqual(List<SellingRegister> registers, Path found, long lostNumber) throws Exception {
        int resent = 0;
        List<SaleMessage> sales = new ArrayList<>();
        long atLostNumber = 0;
        for (SellingRegister register : registers) {
            Map<Long, String> told = new TreeMap<>();
            for (StoredRecord stored : register.journal()) {
                told.put(stored.sequence(), new String(stored.body(), UTF_8));
                JournalRecord record = WireJson.read(stored.body(), JournalRecord.class);
                if (record.kind().equals(RecordKind.SALE.name())) {
                    sales.add(record.message(SaleMessage.class));
                    atLostNumber += record.priceBookVersion() == lostNumber ? 1 : 0;
                }
            }
            String till = register.parts().identity().orElseThrow().workstationId();
            assertThat(recordsOf(found, till)).as("records of " + till).isEqualTo(told);
            resent += register.statusLines().size();
        }
        long total = sales.stream().mapToLong(SaleMessage::totalMinor).sum();
        long tax = sales.stream().mapToLong(SaleMessage::taxMinor).sum();
        long milk = sales.stream()
                .flatMap(sale -> sale.lines().stream())
                .mapToLong(SaleMessage.Line::quantityMilli)
                .sum();
        System.getLogger("RestoreTest")
                .log(
                        System.Logger.Level.INFO,
                        "{0} sales, {1} cents; {2} of them at a price that the copy does not know; sent again {3}",
                        sales.size(),
                        total,
                        atLostNumber,
                        resent);
        assertThat(number(found, "select count(*) from retail_transaction")).isEqualTo(sales.size());
        assertThat(number(found, "select sum(total_minor) from retail_transaction"))
                .isEqualTo(total);
        assertThat(number(found, "select -sum(quantity_milli) from stock_entry where item_id = '" + MILK_ID + "'"))
                .isEqualTo(milk);
        assertThat(number(
                        found,
                        "select l.on_hand_milli - (select sum(quantity_milli) from stock_entry e where e.item_id ="
                                + " l.item_id) from stock_level l where item_id = '" + MILK_ID + "'"))
                .isZero();
        assertThat(number(found, "select sum(amount_minor) from posting")).isZero();
        assertThat(number(found, "select -sum(amount_minor) from posting where account_id = 'SALES'"))
                .isEqualTo(total - tax);
        assertThat(number(found, "select -sum(amount_minor) from posting where account_id = 'TAX'"))
                .isEqualTo(tax);
        assertThat(number(found, "select sum(amount_minor) from till_entry where kind = 'TENDER'"))
                .isEqualTo(total);
        assertThat(number(found, "select count(*) from till_session")).isEqualTo(registers.size());
        assertThat(atLostNumber).isPositive();
        assertThat(number(found, "select count(*) from disputed_totals where reason like '%server that was lost%'"))
                .isEqualTo(atLostNumber);
        assertThat(number(found, "select count(*) from server_epoch")).isEqualTo(2);
    }

    /** A manager's import, one publication that the copy knows nothing of. */
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
        try (Connection connection = DatabaseCopy.connect(server);
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

    private static long number(Path server, String query) throws IOException, SQLException {
        return DatabaseCopy.number(server, query);
    }
}
