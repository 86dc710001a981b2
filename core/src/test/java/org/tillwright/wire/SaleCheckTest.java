package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.wire.Bytes.utf8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;

/** Each row changes one thing of a sound sale, and names the contradictions that follow. */
class SaleCheckTest {

    @Test
    void aSoundSaleHasNoFaults() {
        assertThat(Samples.sale().faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            # in the sound sale                | changed to                   | so
              "currency":"EUR"                 | "currency":"EUX"             | currency is no known currency
              "endedAt":"2026-01-31T09:31:12.345Z" | "endedAt":"2026-01-31T09:29:59Z" | endedAt is before begunAt
              "totalMinor":292                 | "totalMinor":293             | totalMinor is not net plus tax; tenders sum to 292, and the total is 293
              "amountMinor":500                | "amountMinor":501            | tenders sum to 293, and the total is 292
              "amountMinor":500                | "amountMinor":1000000000000001 | tenders[1].amountMinor is beyond any receipt
              "grossMinor":327                 | "grossMinor":328             | taxLines[0].grossMinor is not net plus tax
              "grossMinor":-35                 | "grossMinor":35              | taxLines[1].grossMinor is not net plus tax
              "ratePpm":70000                  | "ratePpm":-70000             | taxLines[0].ratePpm is negative
              "taxRateId":"S","ratePpm"        | "taxRateId":"R","ratePpm"    | lines[2].taxRateId is not among the tax lines; taxLines[1].taxRateId is there twice; taxLines[1].netMinor is -29, and its lines sum to 305; taxLines[1].taxMinor is -6, and its lines sum to 22
              "number":2,                      | "number":1,                  | lines[1].number does not rise
              "number":1,                      | "number":0,                  | lines[0].number does not rise
              "number":4,                      | "number":-4,                 | lines[2].number does not rise
              "number":4,                      | "number":2147483648,         | lines[2].number is beyond any receipt
              "quantityMilli":345              | "quantityMilli":0            | lines[1].quantityMilli is zero
              "quantityMilli":345              | "quantityMilli":-345         | lines[1].extendedMinor has another sign than the quantity
              "quantityMilli":-1000            | "quantityMilli":1000         | lines[2].extendedMinor has another sign than the quantity
              "quantityMilli":345              | "quantityMilli":1000000000001  | lines[1].quantityMilli is beyond any receipt
              "unitPriceMicro":350000          | "unitPriceMicro":-350000     | lines[2].unitPriceMicro is negative
              "unitPriceMicro":350000          | "unitPriceMicro":1000000000000001 | lines[2].unitPriceMicro is beyond any receipt
              "extendedMinor":69               | "extendedMinor":68           | lines[1].extendedMinor is neither net nor net plus tax
              "extendedMinor":69               | "extendedMinor":9223372036854775807 | lines[1].extendedMinor is beyond any receipt
              "type":"CARD"                    | "type":"CHEQUE"              | tenders[0].type is no known tender; tenders[0].card belongs to card tenders and to no other
              "type":"CARD"                    | "type":"CASH"                | tenders[0].card belongs to card tenders and to no other
              "type":"CASH","amountMinor":500  | "type":"CARD","amountMinor":500 | tenders[1].card belongs to card tenders and to no other
            """)
    void aSaleThatContradictsItselfSaysWhere(String sound, String changed, String faults) {
        String json = Bytes.text(Samples.sale());
        assertThat(json).contains(sound);

        SaleMessage sale = WireJson.read(utf8(json.replace(sound, changed)), SaleMessage.class);

        assertThat(sale.faults().stream().map(Fault::toString)).containsExactly(faults.split("; ", -1));
    }

    @Test
    void aLineThatHoldsAnothersNetIsNoticedByItsRateAndItself() {
        String json = Bytes.text(Samples.sale())
                .replace("\"extendedMinor\":69,\"netMinor\":64", "\"extendedMinor\":69,\"netMinor\":65");

        assertThat(faultsOf(json))
                .containsExactly(
                        "lines sum to 277, and the net is 276",
                        "lines[1].extendedMinor is neither net nor net plus tax",
                        "taxLines[0].netMinor is 305, and its lines sum to 306");
    }

    @Test
    void taxMovedFromOneRateToAnotherIsNoticedThoughTheSumIsRight() {
        String json = Bytes.text(Samples.sale())
                .replace("\"netMinor\":305,\"taxMinor\":22", "\"netMinor\":304,\"taxMinor\":23")
                .replace(
                        "\"netMinor\":-29,\"taxMinor\":-6,\"grossMinor\"",
                        "\"netMinor\":-28,\"taxMinor\":-7,\"grossMinor\"");

        assertThat(faultsOf(json))
                .containsExactly(
                        "taxLines[0].netMinor is 304, and its lines sum to 305",
                        "taxLines[0].taxMinor is 23, and its lines sum to 22",
                        "taxLines[1].netMinor is -28, and its lines sum to -29",
                        "taxLines[1].taxMinor is -7, and its lines sum to -6");
    }

    @Test
    void aSaleOfNothingIsNoSale() {
        String json =
                Bytes.text(Samples.sale()).replaceAll("\"lines\":\\[.*],\"taxLines\"", "\"lines\":[],\"taxLines\"");

        assertThat(faultsOf(json)).contains("lines is empty");
    }

    @Test
    void aFreeItemIsSound() {
        String json = Bytes.text(Samples.sale())
                .replace(
                        "\"extendedMinor\":258,\"netMinor\":241,\"taxMinor\":17",
                        "\"extendedMinor\":0,\"netMinor\":0,\"taxMinor\":0")
                .replace(
                        "\"netMinor\":305,\"taxMinor\":22,\"grossMinor\":327",
                        "\"netMinor\":64,\"taxMinor\":5,\"grossMinor\":69")
                .replace(
                        "\"netMinor\":276,\"taxMinor\":16,\"totalMinor\":292",
                        "\"netMinor\":35,\"taxMinor\":-1,\"totalMinor\":34")
                .replace("\"amountMinor\":500", "\"amountMinor\":242");

        assertThat(faultsOf(json)).isEmpty();
    }

    @Test
    void withTaxOnTopALineShowsItsNet() {
        String json = Bytes.text(Samples.sale())
                .replace("\"extendedMinor\":258", "\"extendedMinor\":241")
                .replace("\"extendedMinor\":69", "\"extendedMinor\":64")
                .replace("\"extendedMinor\":-35", "\"extendedMinor\":-29");

        assertThat(faultsOf(json)).isEmpty();
    }

    private static List<String> faultsOf(String json) {
        return WireJson.read(utf8(json), SaleMessage.class).faults().stream()
                .map(Fault::toString)
                .toList();
    }
}
