package org.tillwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tillwright.core.pricing.GoldenTotals;

class DoorTest {

    private static final System.Logger LOG = System.getLogger(DoorTest.class.getName());

    /** What a telephone fetches once, in bytes as servers send it; more needs a reason. */
    private static final int MOST_BYTES = 250_000;

    @Test
    void goldenCartsAreReadAndPriced() {
        for (GoldenTotals.Row row : GoldenTotals.rows()) {
            assertThat(Door.price(DoorTexts.text(row.cart()), DoorTexts.text(row.book())))
                    .contains("\"total\":{\"currency\":\""
                            + row.book().currency().code() + "\",\"minor\":" + row.totalMinor() + "}");
        }
    }

    @Test
    void aProblemIsToldByItsCode() {
        String book = DoorTexts.text(GoldenTotals.rows().get(0).book());
        String cart = DoorTexts.text(GoldenTotals.rows().get(0).cart());

        assertThat(Door.price("{", book)).startsWith("{\"problem\":\"MALFORMED\",\"about\":\"not JSON at character 1:");
        assertThat(Door.price("{}", book)).isEqualTo("{\"problem\":\"MALFORMED\",\"about\":\"context is missing\"}");
        assertThat(Door.price(cart.replaceFirst("\"itemId\":\"[^\"]*\"", "\"itemId\":\"nothing\""), book))
                .isEqualTo("{\"problem\":\"UNPRICED_ITEM\",\"about\":\"nothing\"}");
        assertThat(Door.price(cart.replaceFirst("\"milli\":\\d+", "\"milli\":0"), book))
                .isEqualTo("{\"problem\":\"REFUSED\",\"about\":\"\"}");
        String dear = "\"milli\":9223372036854775807},\"override\":{\"unitPrice\":{\"currency\":\"EUR\","
                + "\"micro\":9223372036854775807},\"reason\":\"IMPORTED\",\"approverId\":\"1\"}";
        assertThat(Door.price(cart.replaceFirst("\"milli\":\\d+\\}", dear), book))
                .isEqualTo("{\"problem\":\"OVERFLOW\",\"about\":\"\"}");
        assertThat(Door.scan("x", "{}")).startsWith("{\"problem\":\"MALFORMED\"");
    }

    @Test
    void aPaymentCodeIsWrittenAndReadThroughTheDoor() {
        String transfer =
                "{\"version\":\"V002\",\"encoding\":\"UTF_8\",\"name\":\"Shop\",\"iban\":\"BE72000000001616\","
                        + "\"amount\":{\"currency\":\"EUR\",\"minor\":1250}}";

        assertThat(Door.writePaymentCode("{\"transfer\":" + transfer + "}"))
                .isEqualTo(
                        "{\"code\":\"BCD\\u000a002\\u000a1\\u000aSCT\\u000a\\u000aShop\\u000aBE72000000001616\\u000aEUR12.50\"}");
        assertThat(Door.readPaymentCode("BCD\n002\n1\nSCT\n\nShop\nBE72000000001616\nEUR12.50"))
                .isEqualTo("{\"transfer\":" + transfer + "}");
        assertThat(Door.readPaymentCode("0002")).startsWith("{\"faults\":[{\"code\":\"BROKEN\"");
    }

    @Test
    void theScriptStaysSmall() throws IOException {
        try (InputStream in = Door.class.getResourceAsStream("core.mjs")) {
            assertThat(in).as("the script that the build has made").isNotNull();
            byte[] script = in.readAllBytes();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(script);
            }
            LOG.log(System.Logger.Level.INFO, "core.mjs: {0} bytes, {1} by gzip", script.length, packed.size());
            assertThat(packed.size()).isLessThan(MOST_BYTES);
        }
    }
}
