package org.tillwright.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonParser.parse(" {\"a\":[1,-2.50,true,false,null,\"x\"], \"b\":{}, \"c\":[]}\n"))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(new BigDecimal("1"), new BigDecimal("-2.50"), true, false, null, "x"),
                        "b",
                        Map.of(),
                        "c",
                        List.of()));
    }

    @Test
    void aTextIsReadAndWrittenAlike() {
        String text = "\"\\/\b\f\n\r\t €𝄞\u0001\u001d";
        StringBuilder written = new StringBuilder();
        Json.write(written, text);

        assertThat(JsonParser.parse(written.toString())).isEqualTo(text);
        assertThat(JsonParser.parse("\"\\u00e9\\u20AC\\/\"")).isEqualTo("é€/");
    }

    /** A binary fraction has no such number. */
    @Test
    void noDigitOfANumberIsLost() {
        assertThat(JsonParser.parse("9223372036854775807")).isEqualTo(new BigDecimal("9223372036854775807"));
        assertThat(JsonParser.parse("0.1000000000000000055511151231257827"))
                .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
        assertThatThrownBy(() -> Json.number(new BigDecimal("9223372036854775808")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Json.number(new BigDecimal("1.5"))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "01",
                "1.",
                ".5",
                "+1",
                "1e3",
                "-",
                "tru",
                "nul",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\n\"",
                "[1 2]",
                "{a:1}",
                "1 1",
                "{\"a\" 1}",
                "NaN"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonParser.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void depthAndNumbersHaveLimits() {
        assertThat(JsonParser.parse("[".repeat(40) + "]".repeat(40))).isNotNull();
        assertThatThrownBy(() -> JsonParser.parse("[".repeat(100_000))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> JsonParser.parse("1".repeat(1000))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:15",
                "2026-01-31T00:00",
                "2026-12-31T23:59:59.123456789",
                "2026-12-31T23:59:59.5"
            })
    void aMomentIsReadAsItsTypeWritesIt(String text) {
        assertThat(Moments.moment(text)).isEqualTo(java.time.LocalDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-02-30T00:00",
                "2026-01-31T24:00",
                "2026-01-31T9:30",
                "2026-01-31T09:30:15Z",
                "2026-01-31T09:30x15",
                "2026-01-31T09:30:15.1234567890",
                "２026-01-31T09:30"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> Moments.moment(text)).isInstanceOf(Malformed.class);
    }
}
