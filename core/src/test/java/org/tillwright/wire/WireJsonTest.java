package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.wire.Bytes.faultsOf;
import static org.tillwright.wire.Bytes.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

class WireJsonTest {

    private static final String STORE =
            """
            {"storeId":"demo","name":"Corner shop","addressLines":%s,"country":"DE","currency":"EUR","language":"en",
             "timeZone":"Europe/Berlin","dayEnds":"04:00","receiptFooter":%s}""";

    @Test
    void aSaleComesBackAsItWasWritten() {
        SaleMessage sale = Samples.sale();

        assertThat(WireJson.read(WireJson.write(sale), SaleMessage.class)).isEqualTo(sale);
    }

    @Test
    void aStreamIsLeftOpenForMore() {
        var out = new ByteArrayOutputStream();

        WireJson.write(new SignOnRequest("3", "1234"), out);
        WireJson.write(new SignOnRequest("4", "5678"), out);

        assertThat(out.toByteArray())
                .asString()
                .isEqualTo("{\"operatorNumber\":\"3\",\"pin\":\"1234\"}{\"operatorNumber\":\"4\",\"pin\":\"5678\"}");
    }

    @Test
    void aMissingNumberIsNotZero() {
        assertThat(faultsOf(
                        "{\"workstationId\":\"t\",\"acceptedAt\":\"2026-01-31T09:30:00Z\",\"disputed\":false}",
                        Acceptance.class))
                .containsExactly("sequence is missing");
        assertThat(faultsOf(acceptance("null", "false"), Acceptance.class)).containsExactly("sequence is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "0.1", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19"})
    void whatIsNotAWholeNumberIsNotCutToOne(String number) {
        assertThat(faultsOf(acceptance(number, "false"), Acceptance.class))
                .containsExactly("sequence is not a whole number, or too large");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1", "9223372036854775807, 9223372036854775807", "1.0, 1", "1e3, 1000", "-0, 0"})
    void aWholeNumberIsReadHoweverItIsWritten(String number, long value) {
        assertThat(WireJson.read(utf8(acceptance(number, "false")), Acceptance.class)
                        .sequence())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"12\"', sequence is not a number",
        "true, sequence is not a number",
        "{}, sequence is not a number",
        "[1], sequence is not a number"
    })
    void aTextIsNotANumber(String json, String fault) {
        assertThat(faultsOf(acceptance(json, "false"), Acceptance.class)).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "\"true\"", "[]"})
    void aFlagIsTrueOrFalseAndNothingElse(String json) {
        assertThat(faultsOf(acceptance("1", json), Acceptance.class))
                .containsExactly("disputed is neither true nor false");
    }

    @Test
    void inADocumentThatAPersonWroteAMisspeltMemberIsAFault() {
        String rules =
                """
                {"currency":"EUR","promotion":[],"promotions":[{"promotionId":"p","priority":1,"combining":"STACKING",
                 "untill":"2026-05-01T00:00","effect":{"type":"PERCENT_OFF","offPpm":1,"items":{"all":true}}}]}""";

        assertThat(WireJson.read(utf8(rules), PricingRules.class).promotions()).hasSize(1);
        assertThatThrownBy(() -> WireJson.readWritten(utf8(rules), PricingRules.class))
                .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                        .extracting(Fault::toString)
                        .containsExactly("promotions[0].untill is no known member", "promotion is no known member"));
    }

    @Test
    void allFaultsAreToldTogetherWithWhereTheyAre() {
        String sale = Bytes.text(Samples.sale())
                .replace("\"quantityMilli\":345", "\"quantityMilli\":34.5")
                .replace("\"businessDay\":\"2026-01-31\"", "\"businessDay\":\"31.01.2026\"")
                .replace("\"begunAt\":\"2026-01-31T09:30:00Z\",", "")
                .replace("\"lastFour\":\"1234\"", "\"lastFour\":\"12345\"")
                .replace("\"currency\":\"EUR\"", "\"currency\":978");

        assertThat(faultsOf(sale, SaleMessage.class))
                .containsExactly(
                        "businessDay is not a date like 2026-01-31",
                        "begunAt is missing",
                        "currency is not a text",
                        "lines[1].quantityMilli is not a whole number, or too large",
                        "tenders[0].card.lastFour is longer than 4 characters");
    }

    @Test
    void unknownMembersAreIgnoredSoThatAnOlderRegisterReadsANewerServer() {
        String json = "{\"operatorNumber\":\"3\",\"pin\":\"1234\",\"biometric\":{\"kind\":[1,null,true,1.5]}}";

        assertThat(WireJson.read(utf8(json), SignOnRequest.class)).isEqualTo(new SignOnRequest("3", "1234"));
    }

    @Test
    void aNullInAListIsAFaultAndNotAShorterList() {
        assertThat(faultsOf(STORE.formatted("[\"Main St 1\",null]", "{}"), SnapshotMessage.Store.class))
                .containsExactly("addressLines[1] is not a text");
        String sale = Bytes.text(Samples.sale()).replace("\"tenders\":[", "\"tenders\":[null,");
        assertThat(faultsOf(sale, SaleMessage.class)).containsExactly("tenders[0] is not an object");
    }

    @Test
    void aListAnObjectAndATextAreNotOneAnother() {
        assertThat(faultsOf(STORE.formatted("{}", "[]"), SnapshotMessage.Store.class))
                .containsExactly("addressLines is not a list", "receiptFooter is not an object");
        assertThat(faultsOf(STORE.formatted("[]", "{\"en\":1,\"da\":null}"), SnapshotMessage.Store.class))
                .containsExactly("receiptFooter.en is not a text", "receiptFooter.da is not a text");
    }

    @Test
    void everythingHasALimit() {
        String longText = "x".repeat(WireJson.MAX_TEXT);
        assertThat(faultsOf(STORE.formatted("[\"" + longText + "x\"]", "{}"), SnapshotMessage.Store.class))
                .containsExactly("addressLines[0] is longer than 250 characters");
        assertThat(faultsOf(
                        STORE.formatted("[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]", "{}"), SnapshotMessage.Store.class))
                .containsExactly("addressLines has more than 5 elements");
        assertThat(WireJson.read(utf8(STORE.formatted("[\"" + longText + "\"]", "{}")), SnapshotMessage.Store.class)
                        .addressLines())
                .containsExactly(longText);
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        List<String> six = List.of("1", "2", "3", "4", "5", "x".repeat(WireJson.MAX_TEXT + 1));
        Map<String, String> texts = Map.of("k".repeat(41), "", "en", "x".repeat(WireJson.MAX_TEXT + 1));
        SnapshotMessage.Store store = new SnapshotMessage.Store(
                "s".repeat(WireJson.MAX_TEXT + 1),
                "Shop",
                six,
                null,
                "DE",
                "EUR",
                "en",
                "Europe/Berlin",
                "04:00",
                texts);
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> WireJson.write(store))
                .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                        .extracting(Fault::toString)
                        .containsExactlyInAnyOrder(
                                "storeId is longer than 250 characters",
                                "addressLines has more than 5 elements",
                                "addressLines[5] is longer than 250 characters",
                                "receiptFooter has a name longer than 40 characters",
                                "receiptFooter.en is longer than 250 characters"));
        assertThatThrownBy(() -> WireJson.write(store, out)).isInstanceOf(MalformedMessageException.class);
        assertThat(out.size()).isZero();
        assertThat(WireJson.print(store)).asString(StandardCharsets.UTF_8).contains("Berlin");
    }

    @Test
    void aLimitWithinAMessageIsToldWithItsPlace() {
        Record record =
                new CouponsOf(List.of(new CouponsOf(List.of(), "x".repeat(8)), new CouponsOf(List.of(), "")), "");

        assertThatThrownBy(() -> WireJson.write(record)).hasMessage("inner[0].code is longer than 7 characters");
    }

    /** A message with a limit inside another. */
    public record CouponsOf(List<CouponsOf> inner, @Limit(7) String code) {}

    @Test
    void tooManyTextsByLanguageAreRefused() {
        StringBuilder texts = new StringBuilder("{");
        for (int i = 0; i <= WireJson.MAX_ELEMENTS; i++) {
            texts.append(i == 0 ? "" : ",").append("\"l").append(i).append("\":\"x\"");
        }
        assertThat(faultsOf(STORE.formatted("[]", texts + "}"), SnapshotMessage.Store.class))
                .containsExactly("receiptFooter has more than 5000 members");
    }

    @Test
    void whatWasReadDoesNotChange() {
        SnapshotMessage.Store store =
                WireJson.read(utf8(STORE.formatted("[\"a\"]", "{\"en\":\"Thank you\"}")), SnapshotMessage.Store.class);

        assertThatThrownBy(() -> store.addressLines().add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.receiptFooter().put("da", "Tak"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textsByLanguageKeepTheirOrder() {
        String json = STORE.formatted("[]", "{\"uk\":\"1\",\"en\":\"2\",\"da\":\"3\"}");

        assertThat(WireJson.read(utf8(json), SnapshotMessage.Store.class).receiptFooter())
                .containsExactly(Map.entry("uk", "1"), Map.entry("en", "2"), Map.entry("da", "3"));
    }

    @Test
    void anyTextSurvivesTheJourney() {
        List<String> texts =
                List.of("", "\"", "\\", "</script>", "\t\r\n\b\f\u0001", "Æøå Її 日本 \ud83d\ude00", "\u2028", "\u0000");

        assertThat(texts).allSatisfy(text -> {
            SignOnRequest message = new SignOnRequest(text, "1234");
            assertThat(WireJson.read(WireJson.write(message), SignOnRequest.class))
                    .isEqualTo(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "6f1c2b9e4a3d4c1b9a602f0d7a5e8b11",
                "6f1c2b9e-4a3d-4c1b-9a60-2f0d7a5e8b1",
                "6f1c2b9e-4a3d-4c1b-9a60-2f0d7a5e8b1g",
                "{6f1c2b9e-4a3d-4c1b-9a60-2f0d7a5e8b11}",
                ""
            })
    void aShortenedUuidIsNotReadAsAnotherSale(String text) {
        String sale = Bytes.text(Samples.sale()).replace("6f1c2b9e-4a3d-4c1b-9a60-2f0d7a5e8b11", text);

        assertThat(faultsOf(sale, SaleMessage.class)).containsExactly("transactionId is not a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0031-01-01", "1899-12-31", "+10000-01-01", "+999999999-12-31", "-0001-01-01"})
    void aDateThatNoDatabaseKeepsIsRefused(String date) {
        String sale = Bytes.text(Samples.sale()).replace("\"2026-01-31\"", "\"" + date + "\"");

        assertThat(faultsOf(sale, SaleMessage.class)).containsExactly("businessDay is not in the years 1900 to 9999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z"
            })
    void aTimeThatNoDatabaseKeepsIsRefused(String time) {
        String sale = Bytes.text(Samples.sale()).replace("2026-01-31T09:31:12.345Z", time);

        assertThat(faultsOf(sale, SaleMessage.class)).containsExactly("endedAt is not in the years 1900 to 9999");
    }

    @Test
    void theSalesOfARegisterWhoseClockLostItsBatteryAreRead() {
        String sale =
                Bytes.text(Samples.sale()).replace("2026-01-31T", "1970-01-01T").replace("2026-01-31", "1969-12-31");

        assertThat(WireJson.read(utf8(sale), SaleMessage.class).businessDay()).isEqualTo("1969-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-1-31", "2026-01-31T00:00:00Z", "today", ""})
    void aDateThatIsNoneIsRefused(String date) {
        String sale = Bytes.text(Samples.sale()).replace("\"2026-01-31\"", "\"" + date + "\"");

        assertThat(faultsOf(sale, SaleMessage.class)).containsExactly("businessDay is not a date like 2026-01-31");
    }

    private static String acceptance(String sequence, String disputed) {
        return "{\"workstationId\":\"till-01\",\"sequence\":" + sequence
                + ",\"acceptedAt\":\"2026-01-31T09:30:00Z\",\"disputed\":" + disputed + "}";
    }

    private static final String RATES =
            """
            {"number":1,"after":0,"store":%s,"taxPolicy":{"placement":"IN_PRICE","level":"PER_LINE","rounding":"HALF_UP"},
             "taxRates":[{"taxCategory":"A","taxRateId":"S","ratePpm":1},{"taxCategory":"B","taxRateId":"R","ratePpm":%s}],
             "departments":[],"items":[],"operators":[]}""";

    private static SnapshotMessage streamed(String json, List<SnapshotMessage.TaxRate> taken) {
        return WireJson.read(
                new ByteArrayInputStream(utf8(json)),
                SnapshotMessage.class,
                new WireJson.Each<>("taxRates", SnapshotMessage.TaxRate.class, taken::add));
    }

    private static String rates(String ratePpm) {
        return RATES.formatted(STORE.formatted("[]", "{}"), ratePpm);
    }

    @Test
    void aListThatIsTooLargeToKeepIsHandedOverOneByOne() {
        List<SnapshotMessage.TaxRate> taken = new ArrayList<>();
        SnapshotMessage message = streamed(rates("2"), taken);
        assertThat(message.taxRates()).isEmpty();
        assertThat(message.store().storeId()).isEqualTo("demo");
        assertThat(taken)
                .isEqualTo(
                        WireJson.read(utf8(rates("2")), SnapshotMessage.class).taxRates())
                .hasSize(2);
    }

    @Test
    void aFaultInAListThatIsHandedOverNamesItsElement() {
        for (String[] wrong : new String[][] {
            {rates("2.5"), "taxRates[1].ratePpm is not a whole number, or too large"},
            {rates("null"), "taxRates[1].ratePpm is missing"},
            {
                rates("2").replace("{\"taxCategory\":\"B\",\"taxRateId\":\"R\",\"ratePpm\":2}", "7"),
                "taxRates[1] is not an object"
            },
            {rates("2").substring(0, 300), "SnapshotMessage is not a JSON object"}
        }) {
            assertThatThrownBy(() -> streamed(wrong[0], new ArrayList<>()))
                    .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                            .extracting(Fault::toString)
                            .containsExactly(wrong[1]));
        }
    }

    @Test
    void aListThatIsHandedOverHasItsLimitToo() {
        String many = "{\"taxCategory\":\"A\",\"taxRateId\":\"S\",\"ratePpm\":1},".repeat(100);
        String json = rates("2").replace("\"taxRates\":[", "\"taxRates\":[" + many);
        assertThatThrownBy(() -> streamed(json, new ArrayList<>()))
                .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                        .containsExactly(new Fault("taxRates", "has more than 100 elements")));
    }
}
