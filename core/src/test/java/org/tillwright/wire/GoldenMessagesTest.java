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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.TenderReturns;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;
import org.tillwright.wire.value.ValueKind;

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
        assertThat(((SaleMessage) read("SaleMessage-v3.json")).faults()).isEmpty();
        assertThat(((PricingRules) read("PricingRules-v1.json")).faults()).isEmpty();
        assertThat(((OrderMessage) read("OrderMessage-v1.json")).faults()).isEmpty();
    }

    @Test
    void theThirdGoldenSaleHasEveryTenderButCouponsAndAllThatIsTakenBesideTheGoods()
            throws IOException, URISyntaxException, ClassNotFoundException {
        SaleMessage sale = (SaleMessage) read("SaleMessage-v3.json");

        assertThat(sale.tenders().stream().map(tender -> TenderType.find(tender.type())))
                .containsAll(EnumSet.complementOf(EnumSet.of(TenderType.COUPON)));
        assertThat(sale.details().taken().stream().map(taken -> SaleParticulars.Kind.find(taken.kind())))
                .containsExactlyInAnyOrder(SaleParticulars.Kind.values());
    }

    @Test
    void theGoldenReceiptIsSoundAndSoIsWhatCameBackOfIt()
            throws IOException, URISyntaxException, ClassNotFoundException {
        ReceiptFound receipt = (ReceiptFound) read("ReceiptFound-v1.json");

        assertThat(receipt.sale().faults()).isEmpty();
        assertThat(receipt.returns()).isNotEmpty().allSatisfy(back -> assertThat(back.faults())
                .isEmpty());
        assertThat(receipt.opened().coupons()).isEmpty();
        assertThat(receipt.tenders().tenders().stream().map(TenderReturns.Tendered::leftMinor))
                .containsExactly(10L, 4430L);
    }

    @Test
    void theGoldenNamesAndNumbersAreKnown() throws IOException, URISyntaxException, ClassNotFoundException {
        var moved = (CashMovedMessage) read("CashMovedMessage-v1.json");
        var till = (TillReport) read("TillReport-v1.json");
        var balance = (ValueBalance) read("ValueBalance-v1.json");
        var wanted = (ValueAuthorizationRequest) read("ValueAuthorizationRequest-v1.json");
        var customer = (CustomerFound) read("CustomerFound-v1.json");
        var parked = (SuspendedSaleSummary) read("SuspendedSaleSummary-v1.json");

        assertThat(CashMovedMessage.Kind.find(moved.kind())).isEqualTo(CashMovedMessage.Kind.PICKUP);
        assertThat(till.figures())
                .allSatisfy(row -> assertThat(TillFigure.find(row.name())).isNotNull());
        assertThat(OwnNumber.STORE_CREDIT.isWhole(balance.number())).isTrue();
        assertThat(ValueKind.find(balance.kind())).isEqualTo(ValueKind.STORE_CREDIT);
        assertThat(OwnNumber.GIFT_CARD.isWhole(wanted.number())).isTrue();
        assertThat(ValueKind.find(wanted.kind())).isEqualTo(ValueKind.GIFT_CARD);
        assertThat(OwnNumber.CUSTOMER_CARD.isWhole(Objects.requireNonNull(customer.cardNumber())))
                .isTrue();
        assertThat(parked.code()).isEqualTo(SuspendedSaleMessage.codeOf(parked.suspendedSaleId()));
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
