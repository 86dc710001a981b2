package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.wire.BadgeUid.Format;

class BadgeUidTest {

    @ParameterizedTest
    @CsvSource({
        "HEX, 04a2b3c4, 04A2B3C4",
        "HEX, 04:A2:B3:C4:D5:E6:F7, 04A2B3C4D5E6F7",
        "HEX, 04-A2-B3-C4, 04A2B3C4",
        "HEX, 7BB26E, 7BB26E",
        "HEX, E0 04 01 50 12 34 56 78, E004015012345678",
        "HEX, 0F0184F2F5, 0F0184F2F5",
        "HEX, 0F0184F2F58D, 0F0184F2F5",
        "DECIMAL, 0012345678, 00BC614E",
        "DECIMAL, 12345678, 00BC614E",
        "DECIMAL, 1234567890123456, 0462D53C8ABAC0",
        "WIEGAND, '123,45678', 7BB26E",
        "WIEGAND, 12345678, 7BB26E",
        "WIEGAND, '1,2', 010002",
    })
    void readersWriteOneNumberInManyWays(Format format, String written, String uid) {
        assertThat(BadgeUid.read(" " + written + " ", format).orElse("none")).isEqualTo(uid);
    }

    @ParameterizedTest
    @CsvSource({
        "HEX, 04A2",
        "HEX, 04A2B3C",
        "HEX, 0F0184F2F58E",
        "HEX, 00000000",
        "HEX, FFFFFFFF",
        "HEX, 04A2B3C4D5E6F708091011",
        "HEX, 04G2B3C4",
        "DECIMAL, 1234",
        "DECIMAL, 123456789012345678901",
        "DECIMAL, 0000000000",
        "DECIMAL, 12A45678",
        "WIEGAND, '256,1'",
        "WIEGAND, '1,65536'",
        "WIEGAND, 1234567",
        "WIEGAND, ''",
    })
    void whatIsTornOrNoNumberIsNotRead(Format format, String written) {
        assertThat(BadgeUid.read(written, format)).isEmpty();
    }

    @Test
    void twoReadersThatDifferInTheOrderOfBytesCanAgree() {
        assertThat(BadgeUid.reversed("04A2B3C4")).isEqualTo("C4B3A204");
        assertThat(BadgeUid.reversed(BadgeUid.reversed("04A2B3C4D5E6F7"))).isEqualTo("04A2B3C4D5E6F7");
    }

    @Test
    void aRadioCardIsKnownByASlowHashOfItsNumber() {
        String code = BadgeCode.ofUid("04A2B3C4");
        String verifier = BadgeCode.verifierOf(code);
        assertThat(verifier).startsWith("uid$").doesNotContain("04A2B3C4").hasSizeLessThanOrEqualTo(100);
        assertThat(BadgeCode.matches(code, verifier)).isTrue();
        assertThat(BadgeCode.matches(BadgeCode.ofUid("04A2B3C5"), verifier)).isFalse();
        assertThat(BadgeCode.isMeant(code)).isTrue();
        assertThat(BadgeCode.isUid(code)).isTrue();
        assertThat(BadgeCode.isWhole("TWU04A2")).isFalse();
        assertThat(BadgeCode.isUid("TWB")).isFalse();
        assertThatThrownBy(() -> BadgeCode.ofUid("zz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("zz");
    }
}
