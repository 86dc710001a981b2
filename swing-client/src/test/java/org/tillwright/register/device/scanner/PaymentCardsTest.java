package org.tillwright.register.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.scanner.UidReading.Order;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.BadgeUid.Format;

/** What must never be kept, and what must not be taken for it. The numbers are the card schemes' public test numbers. */
class PaymentCardsTest {

    private static final UidReading HEX = new UidReading(Format.HEX, Order.AS_READ);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%B4111111111111111^DOE/JANE^25121010000000000000?",
                ";4111111111111111=25121010000012300000?",
                "%B4111111111111111^DOE/JANE^2512101?;4111111111111111=25121010000?",
                "B5555555555554444^DOE/JANE^2512",
                "378282246310005=2512101",
                "%B3782 822463 10005^DOE/JANE^2512101?",
                "]X0;6011000990139424=2512101?"
            })
    void aSwipedPaymentCardIsDroppedWhole(String swiped) {
        assertThat(PaymentCards.isTrack(swiped)).isTrue();
        assertThat(PaymentCards.mayHoldNumber(swiped)).isTrue();
        assertThat(SerialBadgeReader.badge(swiped, null)).isEqualTo(BadgeReader.PAYMENT_CARD);
        assertThat(SerialBadgeReader.badge(swiped, HEX)).isEqualTo(BadgeReader.PAYMENT_CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333931",
                "]C1010950600013435217251231",
                "https://id.gs1.org/01/09506000134352/10/ABC?17=251231",
                "TWBX0000000000000000000000000",
                "%TWB123?",
                ";0042=12?",
                "04A2B3C4",
                "0012345678",
                "invoice=100"
            })
    void goodsBadgesAndRadioCardsAreNoPaymentCards(String read) {
        assertThat(PaymentCards.isTrack(read)).isFalse();
    }

    @Test
    void aNumberByItselfIsNotShownButANormalBarcodeIs() {
        assertThat(PaymentCards.mayHoldNumber("æ4111111111111111´25121010000")).isTrue();
        assertThat(PaymentCards.mayHoldNumber("4111111111111112"))
                .as("fits no card")
                .isFalse();
        assertThat(PaymentCards.mayHoldNumber("4006381333931")).isFalse();
    }

    @Test
    void aBadgeIsFoundOnAnyTrackOfACard() {
        String code = "TWBX0000000000000000000000000";
        assertThat(SerialBadgeReader.badge("%" + code + "?", null)).isEqualTo(code);
        assertThat(SerialBadgeReader.badge("%OTHER?;" + "42?+" + code + "?", null))
                .isEqualTo(code);
        assertThat(SerialBadgeReader.badge(";0042?", null)).isEqualTo("0042");
    }

    @Test
    void aRadioCardIsReadWhereTheSettingsSayHowAndNowhereElse() {
        assertThat(SerialBadgeReader.badge("04:A2:B3:C4", HEX)).isEqualTo(BadgeCode.ofUid("04A2B3C4"));
        assertThat(SerialBadgeReader.badge("04A2B3C4", new UidReading(Format.HEX, Order.REVERSED)))
                .isEqualTo(BadgeCode.ofUid("C4B3A204"));
        assertThat(SerialBadgeReader.badge("0012345678", new UidReading(Format.DECIMAL, Order.AS_READ)))
                .isEqualTo(BadgeCode.ofUid("00BC614E"));
        assertThat(SerialBadgeReader.badge("123,45678", new UidReading(Format.WIEGAND, Order.AS_READ)))
                .isEqualTo(BadgeCode.ofUid("7BB26E"));
        assertThat(SerialBadgeReader.badge("04A2B3C", HEX)).as("torn").isEqualTo(BadgeCode.PREFIX);
        assertThat(SerialBadgeReader.badge("TWBX0000000000000000000000000", HEX))
                .as("the shop's own badges are read beside them")
                .isEqualTo("TWBX0000000000000000000000000");
        assertThat(SerialBadgeReader.badge("TWU04A2B3C4", null))
                .as("nobody writes the prefix of a chip on a stripe")
                .isEqualTo(BadgeCode.PREFIX);
        assertThat(SerialBadgeReader.badge("TWU04A2B3C4", HEX)).isEqualTo(BadgeCode.PREFIX);
    }
}
