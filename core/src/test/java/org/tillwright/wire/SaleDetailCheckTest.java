package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;

/** Each row changes one thing of the golden sale with discounts and single taxes, and names the contradictions. */
class SaleDetailCheckTest {

    @Test
    void theGoldenSaleIsSound() throws IOException {
        assertThat(WireJson.read(golden().getBytes(StandardCharsets.UTF_8), SaleMessage.class)
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
              "cashRoundingMinor":1              | "cashRoundingMinor":2              | tenders sum to 795, and the total with the cash rounding is 796
              "cashRoundingMinor":1              | "cashRoundingMinor":9223372036854775807 | cashRoundingMinor is beyond any receipt
              "listMinor":460                    | "listMinor":461                    | lines[0].extendedMinor is 405, and the list amount less the discounts is 406
              "listMinor":460                    | "listMinor":9223372036854775807    | lines[0].listMinor is beyond any receipt
              "amountMinor":30}                  | "amountMinor":-30}                 | lines[0].discounts[0].amountMinor has another sign than the quantity; lines[0].extendedMinor is 405, and the list amount less the discounts is 465
              "source":"PROMOTION"               | "source":"LUCK"                    | lines[0].discounts[0].source is no known source of discounts
              "extendedMinor":25,                | "extendedMinor":99,                | lines[2].extendedMinor is far from the net with the taxes in the price
              "value":190000,"inPrice":true      | "value":190000,"inPrice":false     | lines[0].extendedMinor is far from the net with the taxes in the price; lines[1].extendedMinor is far from the net with the taxes in the price
              "labelMinor":399                   | "labelMinor":398                   | lines[1].labelMinor is not what the line comes to
              "serviceMode":"EAT_IN"             | "serviceMode":"ON_THE_ROOF"        | lines[0].serviceMode is no known way to serve
              "follows":2                        | "follows":3                        | lines[2].follows names no line of this sale
              "follows":2                        | "follows":4                        | lines[2].follows is the line itself
              "line":3}                          | "line":0}                          | lines[3].returned.line is no number of a line
              11111111-2222-4333-8444-555555555555 | 6f1c2b9e-4a3d-4c1b-9a60-2f0d7a5e8b11 | lines[3].returned is this sale itself
              "count":1}],"manual                | "count":0}],"manual                | lines[0].modifiers[0].count is not above zero
              "kind":"AMOUNT","value":20         | "kind":"AMOUNT","value":-20        | lines[0].manualDiscounts[0].value is negative
              "kind":"PERCENT","value":10000,    | "kind":"PERCENT","value":1000001,  | discounts[0].value is beyond any receipt
              "discounts":[{"discountId":"d-2"   | "discounts":[{"discountId":"d-2","kind":"AMOUNT","value":5,"reason":"KIND","approverId":"op-2"},{"discountId":"d-2" | discounts[1].discountId is there twice
              "kind":"PERCENT","value":10000,    | "kind":"HALF","value":10000,       | discounts[0].kind is neither PERCENT nor AMOUNT
              {"taxId":"CAN","baseMinor":330,"amountMinor":10} | {"taxId":"CAN","baseMinor":330,"amountMinor":11} | lines[0].taxes sum to 76, and the tax is 75; taxes[1].amountMinor is 10, and its lines sum to 11
              {"taxId":"CAN","baseMinor":330,"amountMinor":10} | {"taxId":"TIN","baseMinor":330,"amountMinor":10} | taxes[1].taxId is on no line, or there twice; taxes has no sum of TIN
              ,"taxes":[]                        | ~~                                 | lines[2].taxes are told for all lines and the sale, or for none
              "times":1                          | "times":-1                         | context.used[0].times is negative
              "couponCode":"NEXT","count":1      | "couponCode":"NEXT","count":0      | coupons[0].count is not above zero
            """)
    void whatContradictsItselfSaysWhere(String sound, String changed, String faults) throws IOException {
        String json = golden();
        assertThat(json).contains(sound);
        String other = json.replace(sound, changed == null ? "" : changed);

        assertThat(WireJson.read(other.getBytes(StandardCharsets.UTF_8), SaleMessage.class).faults().stream()
                        .map(Fault::toString))
                .containsExactly(faults.split("; ", -1));
    }

    private static String golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(SaleDetailCheckTest.class.getResourceAsStream("/golden/SaleMessage-v2.json"))) {
            return Bytes.text(WireJson.read(file.readAllBytes(), SaleMessage.class));
        }
    }
}
