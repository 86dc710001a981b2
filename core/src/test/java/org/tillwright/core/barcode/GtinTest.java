package org.tillwright.core.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest(name = "{0} stands for {1}")
    @CsvSource(
            textBlock =
                    """
            # short,   long
            06543217, 065100004327
            04252614, 042100005264
            01234565, 012345000065
            01278907, 012000007897
            01278916, 012100007896
            01278925, 012200007895
            01234531, 012300000451
            01234543, 012340000053
            12345670, 123456000070
            19999999, 199999000099
            00000000, 000000000000
            """)
    void aShortUpcIsExpanded(String upcE, String upcA) {
        assertThat(Gtin.expandUpcE(upcE)).contains(upcA);
        assertThat(Gtin.compressToUpcE(upcA)).contains(upcE);
        assertThat(Gtin.isValid(upcA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0654321", "06543218", "26543217", "0654321x", "065432170", "42526142"})
    void whatIsNoShortUpcIsNotExpanded(String code) {
        assertThat(Gtin.expandUpcE(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"036000291452", "065100004328", "265100004327", "0651000043270"})
    void whatHasNoZerosToLeaveOutIsNotCompressed(String code) {
        assertThat(Gtin.compressToUpcE(code)).isEmpty();
    }

    @Property
    void expandingAndCompressingNeverChangesTheItem(
            @ForAll @IntRange(max = 1) int system, @ForAll @IntRange(max = 999_999) int six) {
        String digits = system + "0".repeat(6 - Integer.toString(six).length()) + six;
        int right = 0;
        for (char check = '0'; check <= '9'; check++) {
            String upcA = Gtin.expandUpcE(digits + check).orElse("");
            if (!upcA.isEmpty()) {
                right++;
                assertThat(Gtin.isValid(upcA)).isTrue();
                String again = Gtin.compressToUpcE(upcA).orElseThrow();
                assertThat(Gtin.expandUpcE(again)).contains(upcA);
            }
        }
        assertThat(right).as("check digits that fit %s", digits).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333931, true",
        "96385074, true",
        "10614141000415, true",
        "4006381333932, false",
        "' 4006381333931', false",
        "123456, false"
    })
    void aNumberIsValidByItsCheckDigit(String digits, boolean isValid) {
        assertThat(Gtin.isValid(digits)).isEqualTo(isValid);
    }
}
