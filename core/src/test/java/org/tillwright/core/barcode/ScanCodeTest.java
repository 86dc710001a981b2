package org.tillwright.core.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.barcode.ScanCode.Check;

class ScanCodeTest {

    @ParameterizedTest(name = "{0} is found under {1}")
    @CsvSource(
            textBlock =
                    """
            # scanned,       key,            check
              40170725,      00000040170725, VALID
              96385074,      00000096385074, VALID
              036000291452,  00036000291452, VALID
              4006381333931, 04006381333931, VALID
              2112345015002, 02112345015002, VALID
              10614141000415,10614141000415, VALID
              00000000,      00000000000000, VALID
              40170726,      40170726,       WRONG
              036000291453,  036000291453,   WRONG
              4006381333932, 4006381333932,  WRONG
              10614141000416,10614141000416, WRONG
              4711,          4711,           NONE
              1234567,       1234567,        NONE
              123456789,     123456789,      NONE
              00401707250000000, 00401707250000000, NONE
              ab-12,         AB-12,          NONE
              4006381x33931, 4006381X33931,  NONE
            """)
    void aCodeSaysWhatItIsAndWhereItIsFound(String scanned, String key, Check check) {
        ScanCode code = ScanCode.of(scanned);

        assertThat(code.text()).isEqualTo(scanned);
        assertThat(code.key()).isEqualTo(key);
        assertThat(code.check()).isEqualTo(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"36000291452", "036000291452", "0036000291452", "00036000291452"})
    void leadingZerosDoNotMakeAnotherCodeOfAGtin(String scanned) {
        String padded = scanned.length() == 11 ? "0" + scanned : scanned;

        assertThat(ScanCode.of(padded).key()).isEqualTo("00036000291452");
    }

    @Test
    void anEightDigitCodeReadAsThirteenDigitsIsTheSame() {
        assertThat(ScanCode.of("0000040170725").key())
                .isEqualTo(ScanCode.of("40170725").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {" 4006381333931", "4006381333931 ", "\t4006381333931\r\n", "\u20034006381333931"})
    void blanksAroundACodeDoNotCount(String scanned) {
        assertThat(ScanCode.of(scanned)).isEqualTo(ScanCode.of("4006381333931"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void nothingIsACodeOfNothing(String scanned) {
        assertThat(ScanCode.of(scanned)).isEqualTo(new ScanCode("", "", Check.NONE));
    }

    @Test
    void caseDoesNotMatterInAnInStoreCode() {
        assertThat(ScanCode.of("coffee").key())
                .isEqualTo(ScanCode.of("COFFEE").key())
                .isEqualTo("COFFEE");
    }

    @Test
    void digitsOfOtherScriptsAreNotAGtin() {
        assertThat(ScanCode.of("\u0664\u0660\u0661\u0667\u0660\u0667\u0662\u0665")
                        .check())
                .isEqualTo(Check.NONE);
    }

    @Test
    void aMisreadGtinNeverFindsTheItemOfAnotherOne() {
        for (int last = 0; last <= 9; last++) {
            ScanCode code = ScanCode.of("400638133393" + last);
            assertThat(code.key().equals("04006381333931")).isEqualTo(last == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"4017072, 5", "03600029145, 2", "400638133393, 1", "211234501500, 2", "1061414100041, 5", "0000000, 0"})
    void aCheckDigitFollowsFromTheOthers(String digits, char check) {
        assertThat(ScanCode.checkDigit(digits)).isEqualTo(check);
    }

    @Test
    void oneWrongDigitIsAlwaysNoticed() {
        String good = "4006381333931";
        for (int at = 0; at < good.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String read = good.substring(0, at) + digit + good.substring(at + 1);
                assertThat(ScanCode.of(read).check()).isEqualTo(read.equals(good) ? Check.VALID : Check.WRONG);
            }
        }
    }
}
