package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.wire.Bytes.faultsOf;
import static org.tillwright.wire.Bytes.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** What a hostile or broken sender may send: each is refused with a sentence, none ends in another exception. */
class WireGarbageTest {

    private static final String SOUND = "{\"operatorNumber\":\"3\",\"pin\":\"1234\"";
    private static final String NOT_JSON = "SignOnRequest is not a JSON object";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":\"b}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{'a':1}",
                "/* */ {}",
                "<html>502 Bad Gateway</html>",
                "\u0000\u0000"
            })
    void whatIsNotJsonIsRefused(String garbage) {
        assertThat(faultsOf(garbage, SignOnRequest.class)).containsExactly(NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "{}", ",", "]", "}", " \"more\"", "\u0000"})
    void whatFollowsAMessageIsNotIgnored(String tail) {
        assertThat(faultsOf(SOUND + "}" + tail, SignOnRequest.class)).containsExactly(NOT_JSON);
    }

    @Test
    void blanksAroundAMessageAreFine() {
        assertThat(WireJson.read(utf8(" \r\n" + SOUND + "}\n"), SignOnRequest.class))
                .isEqualTo(new SignOnRequest("3", "1234"));
    }

    @Test
    void halfAMessageIsRefusedWhereverItEnds() {
        byte[] whole = utf8(SOUND + ",\"x\":[1,{\"y\":null}]}");

        for (int length = 0; length < whole.length; length++) {
            assertThat(faultsOf(Arrays.copyOf(whole, length), SignOnRequest.class))
                    .containsExactly(NOT_JSON);
        }
    }

    @Test
    void aMemberThatIsThereTwiceDoesNotLetTheLastOneWin() {
        assertThat(faultsOf(SOUND + ",\"pin\":\"9999\"}", SignOnRequest.class)).containsExactly("pin is there twice");
        assertThat(faultsOf(SOUND + ",\"x\":[{\"y\":{\"z\":1,\"z\":1}}]}", SignOnRequest.class))
                .containsExactly("x[0].y.z is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void deepNestingIsRefusedAndDoesNotOverflowTheStack(String step) {
        assertThat(faultsOf(SOUND + ",\"x\":" + step.repeat(200_000), SignOnRequest.class))
                .containsExactly("SignOnRequest is nested deeper than 16 levels");
    }

    @Test
    void aNewerServerMayNestALittleDeeper() {
        String json = SOUND + ",\"x\":" + "[".repeat(15) + "]".repeat(15) + "}";

        assertThat(WireJson.read(utf8(json), SignOnRequest.class).pin()).isEqualTo("1234");
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 2_000, 100_000})
    void aNumberOfThousandsOfDigitsIsRefused(int digits) {
        assertThat(faultsOf(SOUND + ",\"x\":" + "9".repeat(digits) + "}", SignOnRequest.class))
                .containsExactly("x is a number of more than 40 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e999999999", "-1e-99999999999", "1e2147483648"})
    void aNumberWithAnAbsurdExponentIsRefused(String number) {
        assertThat(faultsOf(acceptance(number), Acceptance.class))
                .singleElement()
                .asString()
                .startsWith("sequence is not a whole number");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAndNotReplaced() {
        byte[] latin1 = (SOUND + ",\"x\":\"Grød\"}").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = (SOUND + "}").getBytes(StandardCharsets.UTF_16);

        assertThat(faultsOf(latin1, SignOnRequest.class)).containsExactly("SignOnRequest is not UTF-8");
        assertThat(faultsOf(utf16, SignOnRequest.class)).containsExactly("SignOnRequest is not UTF-8");
        assertThat(faultsOf("\uFEFF" + SOUND + "}", SignOnRequest.class)).containsExactly(NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\ud83db"})
    void halfACharacterIsRefusedBecauseNoDatabaseKeepsIt(String escaped) {
        assertThat(faultsOf("{\"operatorNumber\":\"" + escaped + "\",\"pin\":\"1\"}", SignOnRequest.class))
                .containsExactly("operatorNumber holds half a character");
    }

    @Test
    void aWholeCharacterOutsideTheFirstPlaneIsRead() {
        String json = "{\"operatorNumber\":\"\\ud83d\\ude00\",\"pin\":\"1\"}";

        assertThat(WireJson.read(utf8(json), SignOnRequest.class).operatorNumber())
                .isEqualTo("\ud83d\ude00");
    }

    @Test
    void anyDamageIsRefusedOrReadButNeverBlowsUp() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] sound = WireJson.write(Samples.sale());

        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = sound.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(readsOrRefuses(damaged))
                    .as("seed %d, round %d", seed, round)
                    .isTrue();
        }
    }

    private static boolean readsOrRefuses(byte[] json) {
        try {
            return WireJson.read(json, SaleMessage.class) != null;
        } catch (MalformedMessageException e) {
            return !e.faults().isEmpty();
        }
    }

    private static String acceptance(String number) {
        return "{\"workstationId\":\"till-01\",\"sequence\":" + number
                + ",\"acceptedAt\":\"2026-01-31T09:30:00Z\",\"disputed\":false}";
    }
}
