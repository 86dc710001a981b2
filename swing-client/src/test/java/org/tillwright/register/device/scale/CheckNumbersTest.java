package org.tillwright.register.device.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Check numbers against values that other programs computed. */
class CheckNumbersTest {

    /** T10's polynomial; the real one is a secret between a scale's maker and a register's. */
    private static final int POLYNOMIAL = 0x8BB7;

    @Test
    void theSumOfAProgramIsTheCommonCrc() {
        assertThat(CheckNumbers.crc("123456789".getBytes(StandardCharsets.US_ASCII)))
                .as("the check value of CRC-16/CCITT-FALSE in the public catalogues")
                .isEqualTo(0x29B1);
    }

    @Test
    void theRestIsThatOfTheDivision() {
        // Python's binascii.crc_hqx of the two bytes, which divides by x^16 + 0x1021 and begins with zero.
        assertThat(CheckNumbers.rest(0x1234, 0x1021)).isEqualTo(0x13C6);
        assertThat(CheckNumbers.rest(0xFFFF, 0x1021)).isEqualTo(0x1D0F);
        assertThat(CheckNumbers.rest(0, POLYNOMIAL)).isZero();
    }

    @Test
    void aSumIsTurnedLeftAndARestRightByTheTwoHalvesOfTheRandomNumber() {
        // Worked out by long division outside this program; 47 is the random number of the maker's own example.
        assertThat(CheckNumbers.pair(0x1234, POLYNOMIAL, 0x47)).isEqualTo("2341BAAD");
        assertThat(CheckNumbers.pair(0xBEEF, POLYNOMIAL, 0x0F)).isEqualTo("BEEF5145");
    }

    @Test
    void aScaleGetsAsManyPairsAsItAsksForAndTheyHoldForThisProgram() {
        for (int pairs = 1; pairs <= CheckNumbers.MOST_PAIRS; pairs++) {
            assertThat(CheckNumbers.answer(POLYNOMIAL, pairs, 0)).matches("[0-9A-F]{" + 8 * pairs + "}");
        }
        String undisguised = CheckNumbers.answer(POLYNOMIAL, 1, 0);
        int sum = Integer.parseInt(undisguised.substring(0, 4), 16);
        assertThat(undisguised.substring(4)).isEqualTo(String.format("%04X", CheckNumbers.rest(sum, POLYNOMIAL)));
    }
}
