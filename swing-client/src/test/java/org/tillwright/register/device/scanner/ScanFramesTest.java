package org.tillwright.register.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes of scanners, sound and hostile, become codes or nothing. */
class ScanFramesTest {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static List<String> read(ScanFraming framing, byte[] bytes) {
        var frames = new ScanFrames(framing);
        var codes = new ArrayList<String>();
        for (byte one : bytes) {
            frames.take(one).ifPresent(codes::add);
        }
        frames.pause().ifPresent(codes::add);
        assertThat(frames.isInside()).isFalse();
        return codes;
    }

    private static List<String> read(ScanFraming framing, String text) {
        return read(framing, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void everyIdentifierOfASymbologyComesThroughWithItsCode() {
        for (String identifier : List.of(
                "]E0", "]E1", "]E2", "]E3", "]E4", "]C0", "]C1", "]C2", "]e0", "]e1", "]d1", "]d2", "]Q1", "]Q3", "]I0",
                "]I1", "]A0", "]G0", "]F0", "]L0", "]z0", "]J1", "]X0")) {
            assertThat(read(ScanFraming.USUAL, identifier + "4006381333931\r\n"))
                    .containsExactly(identifier + "4006381333931");
        }
    }

    @Test
    void aSeparatorOfGs1IsPartOfTheCodeAndOtherControlSignsAreNot() {
        assertThat(read(ScanFraming.USUAL, "\u0002]C1010950600013435217251231\u001D10AB\u0003\u0000\u007F\r"))
                .containsExactly("]C1010950600013435217251231\u001D10AB");
    }

    @Test
    void prefixAndSuffixAreTakenOffAndWhatComesWithoutThemIsDropped() {
        var framing = new ScanFraming("~A", "#\t", true, PAUSE);
        assertThat(read(framing, "~A4006381333931#\t~A42#\r\n6381333931#\t~A4006381\r~A#\t"))
                .as("the third has lost its beginning, the fourth its end, the last holds nothing")
                .containsExactly("4006381333931", "42");
    }

    @Test
    void aPrefixOfControlSignsAloneIsNoMark() {
        assertThat(read(new ScanFraming("\u0002", "\u0003", true, PAUSE), "\u000242\u0003\u000243\u0003"))
                .containsExactly("42", "43");
    }

    @Test
    void aCodeThatWasCutOffIsDroppedWhereOnlyLinesEndCodes() {
        var framing = new ScanFraming("", "", false, PAUSE);
        assertThat(read(framing, "4006381")).isEmpty();
        assertThat(read(framing, "42\r4006381")).containsExactly("42");
        assertThat(read(ScanFraming.USUAL, "4006381")).containsExactly("4006381");
    }

    @Test
    void lettersComeAsUtf8OrAsLatin1() {
        assertThat(read(ScanFraming.USUAL, "Æble-Ж\r".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Æble-Ж");
        assertThat(read(ScanFraming.USUAL, "Æble\r")).containsExactly("Æble");
    }

    @Test
    void anEndlessCodeIsDroppedAndTheNextOneCounts() {
        assertThat(read(ScanFraming.USUAL, "9".repeat(257) + "\r" + "8".repeat(256) + "\r42\r"))
                .containsExactly("8".repeat(256), "42");
    }

    @Test
    void randomBytesNeverMakeALongCodeOrOneWithControlSigns() {
        long seed = Long.getLong("scanners.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            var framing = new ScanFraming("", "", random.nextBoolean(), PAUSE);
            for (String code : read(framing, noise)) {
                assertThat(code.length()).as("seed %d", seed).isBetween(1, ScanFrames.MAX_CODE_LENGTH);
                assertThat(code.chars().filter(sign -> Character.isISOControl(sign) && sign != 0x1D))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }
}
