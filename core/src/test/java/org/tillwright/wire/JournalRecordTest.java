package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.wire.Bytes.utf8;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

class JournalRecordTest {

    private static final TaxPolicyMessage POLICY = new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP");

    @Test
    void theSameSaleGivesTheSameBytes() {
        byte[] first = WireJson.write(record(Samples.sale()));
        byte[] again = WireJson.write(record(Samples.sale()));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void theBytesSurviveBeingReadAndWrittenAgain() {
        byte[] first = WireJson.write(record(Samples.sale()));

        assertThat(WireJson.write(WireJson.read(first, JournalRecord.class))).isEqualTo(first);
    }

    @Test
    void thePayloadIsTheExactTextOfItsMessage() {
        JournalRecord record = record(Samples.sale());

        assertThat(utf8(record.payload())).isEqualTo(WireJson.write(Samples.sale()));
        assertThat(record.message(SaleMessage.class)).isEqualTo(Samples.sale());
        assertThat(record.kind()).isEqualTo("SALE");
        assertThat(record.payload())
                .startsWith("{\"transactionId\":\"6f1c2b9e-")
                .doesNotContain("\n");
    }

    @Test
    void aKindOfTomorrowIsKeptAndNotUnderstood() {
        String json = Bytes.text(record(Samples.sale())).replace("\"kind\":\"SALE\"", "\"kind\":\"GIFT_CARD_SOLD\"");

        JournalRecord record = WireJson.read(utf8(json), JournalRecord.class);

        assertThat(RecordKind.find(record.kind())).isNull();
        assertThat(Bytes.text(record)).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyKindIsFoundByItsNameAndCarriesAMessage(RecordKind kind) {
        assertThat(RecordKind.find(kind.name())).isEqualTo(kind);
        assertThat(kind.payload()).hasSuperclass(Record.class);
        assertThat(RecordKind.find(kind.name().toLowerCase(Locale.ROOT))).isNull();
    }

    @Test
    void everyKindButAPractisedSaleCarriesAnotherMessage() {
        assertThat(Arrays.stream(RecordKind.values())
                        .filter(kind -> kind != RecordKind.TRAINING_SALE)
                        .map(RecordKind::payload))
                .doesNotHaveDuplicates();
    }

    /** It is told as a sale is told: only the kind says that it counts for nothing. */
    @Test
    void aPractisedSaleCarriesTheMessageOfASale() {
        assertThat(RecordKind.TRAINING_SALE.payload()).isEqualTo(RecordKind.SALE.payload());
    }

    @Test
    void aPayloadOfAnotherMessageIsMalformed() {
        JournalRecord record = record(Samples.sale());

        assertThatThrownBy(() -> record.message(TillSettledMessage.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("settledAt is missing");
    }

    @Test
    void aSaleOfFiveThousandLinesFitsAnEnvelopeAndNoMore() {
        String payload = "x".repeat(JournalRecord.MAX_PAYLOAD);
        byte[] fits = WireJson.write(new JournalRecord("till-01", 1L, "SALE", 1L, POLICY, payload));
        var more = new JournalRecord("till-01", 1L, "SALE", 1L, POLICY, payload + "x");

        assertThat(WireJson.read(fits, JournalRecord.class).payload()).hasSize(JournalRecord.MAX_PAYLOAD);
        assertThatThrownBy(() -> WireJson.write(more))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("payload is longer than 2000000 characters");
    }

    private static JournalRecord record(SaleMessage sale) {
        return JournalRecord.of("till-01", 7, RecordKind.SALE, 3, POLICY, sale);
    }
}
