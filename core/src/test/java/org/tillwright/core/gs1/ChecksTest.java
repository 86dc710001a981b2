package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every check of the dictionary, right and wrong; what is right has no problem. */
class ChecksTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "right",
            textBlock =
                    """
            csetnumeric,   0123456789,                 right
            csetnumeric,   12a,                        NON_DIGIT_CHARACTER
            cset82,        'aZ_9!',                    right
            cset82,        'a b',                      INVALID_CSET82_CHARACTER
            cset82,        'a^b',                      INVALID_CSET82_CHARACTER
            cset82,        'grün',                     INVALID_CSET82_CHARACTER
            cset39,        'A-1/#',                    right
            cset39,        'a',                        INVALID_CSET39_CHARACTER
            cset64,        'aZ_9-',                    right
            cset64,        'ab=',                      right
            cset64,        'ab==',                     INVALID_CSET64_PADDING
            cset64,        'a/b',                      INVALID_CSET64_CHARACTER
            cset32,        'A2',                       right
            cset32,        'A1',                       INVALID_CSET32_CHARACTER
            csum,          4006381333931,              right
            csum,          4006381333932,              INCORRECT_CHECK_DIGIT
            csum,          '',                         TOO_SHORT_FOR_CHECK_DIGIT
            csum,          40063813339x1,              NON_DIGIT_CHARACTER
            csumalpha,     1987654Ad4X4bL5ttr2310c2K,  right
            csumalpha,     1987654Ad4X4bL5ttr2310c2L,  INCORRECT_CHECK_PAIR
            csumalpha,     K,                          TOO_SHORT_FOR_CHECK_PAIR
            gcppos1,       9501x,                      right
            gcppos1,       950,                        TOO_SHORT_FOR_GCP
            gcppos1,       95x1,                       INVALID_GCP_PREFIX
            gcppos2,       09501,                      right
            gcppos2,       0950,                       TOO_SHORT_FOR_GCP
            importeridx,   'A',                        right
            importeridx,   'AB',                       IMPORTER_IDX_MUST_BE_ONE_CHARACTER
            importeridx,   '!',                        INVALID_IMPORT_IDX_CHARACTER
            zero,          000,                        right
            zero,          010,                        NOT_ZERO
            nonzero,       010,                        right
            nonzero,       000,                        ILLEGAL_ZERO_VALUE
            nonzero,       0x0,                        NON_DIGIT_CHARACTER
            nozeroprefix,  10,                         right
            nozeroprefix,  0,                          right
            nozeroprefix,  01,                         ILLEGAL_ZERO_PREFIX
            yesno,         1,                          right
            yesno,         2,                          NOT_ZERO_OR_ONE
            winding,       9,                          right
            winding,       2,                          INVALID_WINDING_DIRECTION
            hyphen,        '-',                        right
            hyphen,        '+',                        NOT_HYPHEN
            hasnondigit,   1a,                         right
            hasnondigit,   11,                         REQUIRES_NON_DIGIT_CHARACTER
            iso5218,       9,                          right
            iso5218,       3,                          INVALID_BIOLOGICAL_SEX_CODE
            mediatype,     10,                         right
            mediatype,     80,                         right
            mediatype,     11,                         INVALID_MEDIA_TYPE
            packagetype,   PA,                         right
            packagetype,   ??,                         INVALID_PACKAGE_TYPE
            pcenc,         'a%2Fb',                    right
            pcenc,         'a%2',                      INVALID_PERCENT_SEQUENCE
            pcenc,         'a%2gb',                    INVALID_PERCENT_SEQUENCE
            iso3166,       208,                        right
            iso3166,       999,                        NOT_ISO3166
            iso3166,       20,                         NOT_ISO3166
            iso3166999,    999,                        right
            iso3166999,    998,                        NOT_ISO3166_OR_999
            iso3166list,   208804,                     right
            iso3166list,   20880,                      NOT_ISO3166
            iso3166alpha2, UA,                         right
            iso3166alpha2, ua,                         NOT_ISO3166_ALPHA2
            iso3166alpha2, UK,                         NOT_ISO3166_ALPHA2
            iso4217,       978,                        right
            iso4217,       000,                        NOT_ISO4217
            iban,          DK5000400440116243,         right
            iban,          UA213223130000026007233566001, right
            iban,          DK5000400440116244,         INCORRECT_IBAN_CHECKSUM
            iban,          DK50004004,                 IBAN_TOO_SHORT
            iban,          DK500040044011624300000000000000000, IBAN_TOO_LONG
            iban,          XX5000400440116243,         ILLEGAL_IBAN_COUNTRY_CODE
            iban,          DK50004004401162a3,         INVALID_IBAN_CHARACTER
            yymmdd,        240229,                     right
            yymmdd,        230229,                     ILLEGAL_DAY
            yymmdd,        240200,                     ILLEGAL_DAY
            yymmdd,        241301,                     ILLEGAL_MONTH
            yymmdd,        24022,                      DATE_TOO_SHORT
            yymmdd,        2402290,                    DATE_TOO_LONG
            yymmdd,        24022x,                     NON_DIGIT_CHARACTER
            yymmd0,        240200,                     right
            yymmd0,        240030,                     ILLEGAL_MONTH
            yyyymmdd,      20000229,                   right
            yyyymmdd,      19000229,                   ILLEGAL_DAY
            yyyymmd0,      19000200,                   right
            yyyymmdd,      1900022,                    DATE_TOO_SHORT
            yymmddhh,      24022923,                   right
            yymmddhh,      24022924,                   ILLEGAL_HOUR
            yymmddhh,      240229,                     DATE_WITH_HOUR_TOO_SHORT
            yymmddhh,      240229231,                  DATE_WITH_HOUR_TOO_LONG
            hhmi,          2359,                       right
            hhmi,          2400,                       ILLEGAL_HOUR
            hhmi,          2360,                       ILLEGAL_MINUTE
            hhmi,          235,                        HOUR_WITH_MINUTE_TOO_SHORT
            hhmi,          23590,                      HOUR_WITH_MINUTE_TOO_LONG
            hh,            7,                          HOUR_TOO_SHORT
            hh,            007,                        HOUR_TOO_LONG
            mi,            60,                         ILLEGAL_MINUTE
            mi,            6,                          MINUTE_TOO_SHORT
            mi,            006,                        MINUTE_TOO_LONG
            ss,            60,                         ILLEGAL_SECOND
            ss,            6,                          SECOND_TOO_SHORT
            ss,            006,                        SECOND_TOO_LONG
            mmoptss,       59,                         right
            mmoptss,       5959,                       right
            mmoptss,       5960,                       ILLEGAL_SECOND
            mmoptss,       6059,                       ILLEGAL_MINUTE
            mmoptss,       595,                        MMSS_INVALID_LENGTH
            pieceoftotal,  0203,                       right
            pieceoftotal,  0302,                       PIECE_NUMBER_EXCEEDS_TOTAL
            pieceoftotal,  0002,                       ZERO_PIECE_NUMBER
            pieceoftotal,  0200,                       ZERO_TOTAL_PIECES
            pieceoftotal,  020,                        INVALID_LENGTH_FOR_PIECE_OF_TOTAL
            posinseqslash, 2/3,                        right
            posinseqslash, 9/10,                       right
            posinseqslash, 10/9,                       POSITION_EXCEEDS_END
            posinseqslash, 02/3,                       ILLEGAL_ZERO_PREFIX
            posinseqslash, 2-3,                        POSITION_IN_SEQUENCE_MALFORMED
            latitude,      1800000000,                 right
            latitude,      1800000001,                 INVALID_LATITUDE
            latitude,      180000000,                  LATITUDE_INVALID_LENGTH
            longitude,     3600000000,                 right
            longitude,     3600000001,                 INVALID_LONGITUDE
            longitude,     36000000000,                LONGITUDE_INVALID_LENGTH
            """)
    void aComponentIsJudgedByItsCheck(String check, String text, Gs1Problem problem) {
        assertThat(Gs1.check(check, text)).isEqualTo(problem);
    }

    @Test
    void aCheckThatNobodyKnowsIsNoVerdict() {
        assertThat(Gs1.hasCheck("csum")).isTrue();
        assertThat(Gs1.hasCheck("sum")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.check("sum", "1"));
    }

    @Test
    void aKeyWithLettersMayHaveAsManyCharactersAsThereAreWeights() {
        assertThat(Gs1.check("csumalpha", "1".repeat(97) + "22")).isEqualTo(Gs1Problem.INCORRECT_CHECK_PAIR);
        assertThat(Gs1.check("csumalpha", "1".repeat(98) + "22"))
                .isEqualTo(Gs1Problem.TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION);
    }
}
