package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

/**
 * Each message as it was written by a released version, in {@code golden/Type-vN.json}. A file here never changes: when a
 * message gains a component, a file of the next number joins it, and the old one must still be read.
 */
class GoldenMessagesTest {

    private static final List<Class<? extends Record>> RECORDS = WireRecordsTest.wireRecords();

    static List<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenMessagesTest.class.getResource("/golden"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void yesterdaysMessageIsStillRead(Path file) throws IOException, ClassNotFoundException {
        byte[] golden = Files.readAllBytes(file);

        Record message = WireJson.read(golden, typeOf(file));

        assertThat(tree(WireJson.write(message))).isEqualTo(tree(golden));
    }

    @Test
    void everyMessageHasItsFile() throws IOException, URISyntaxException {
        List<String> messages = RECORDS.stream()
                .filter(type -> !type.isMemberClass())
                .map(Class::getSimpleName)
                .toList();

        assertThat(files().stream().map(GoldenMessagesTest::nameOf)).containsAll(messages);
    }

    @Test
    void theGoldenSaleIsTheOneInTheGoldenRecordAndIsSound()
            throws IOException, URISyntaxException, ClassNotFoundException {
        JournalRecord record = (JournalRecord) read("JournalRecord-v1.json");

        SaleMessage sale = record.message(SaleMessage.class);

        assertThat(sale).isEqualTo(read("SaleMessage-v1.json")).isEqualTo(Samples.sale());
        assertThat(sale.faults()).isEmpty();
        assertThat(record.taxPolicy().policy()).isNotNull();
    }

    @Test
    void theGoldenSaleOfLaterVersionsIsSoundToo() throws IOException, URISyntaxException, ClassNotFoundException {
        assertThat(((SaleMessage) read("SaleMessage-v2.json")).faults()).isEmpty();
        assertThat(((PricingRules) read("PricingRules-v1.json")).faults()).isEmpty();
    }

    /** What a register of before told is what it meant: no discounts, one tax a line, cash to the cent. */
    @Test
    void whatYesterdaysSaleLeavesOutIsNothing() throws IOException, URISyntaxException, ClassNotFoundException {
        SaleMessage sale = (SaleMessage) read("SaleMessage-v1.json");
        assertThat(sale.roundedByMinor()).isZero();
        assertThat(sale.lines()).allSatisfy(line -> {
            assertThat(line.takenOff()).isEmpty();
            assertThat(line.listedMinor()).isEqualTo(line.extendedMinor());
        });
    }

    @Test
    void theBytesOfARecordAreTheSameOnEveryVersion() throws IOException, URISyntaxException, ClassNotFoundException {
        JournalRecord golden = (JournalRecord) read("JournalRecord-v1.json");

        JournalRecord today = JournalRecord.of(
                "till-01",
                7,
                RecordKind.SALE,
                3,
                new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"),
                Samples.sale());

        assertThat(today).isEqualTo(golden);
        assertThat(today.payload()).isEqualTo(golden.payload());
    }

    private static Record read(String name) throws IOException, URISyntaxException, ClassNotFoundException {
        for (Path file : files()) {
            if (file.endsWith(name)) {
                return WireJson.read(Files.readAllBytes(file), typeOf(file));
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Class<? extends Record> typeOf(Path file) throws ClassNotFoundException {
        String name = nameOf(file);
        return Stream.concat(RECORDS.stream(), Stream.of(Fault.class))
                .filter(type -> type.getSimpleName().equals(name) && !type.isMemberClass())
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(name));
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static JsonObject tree(byte[] json) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }
}
