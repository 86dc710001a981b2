package org.tillwright.wire.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnNumberTest {

    private final Random random = new Random(42);

    @Test
    void aMadeNumberIsWholeAndOfItsKindOnly() {
        for (OwnNumber kind : OwnNumber.values()) {
            String made = kind.make(random);
            assertThat(kind.isWhole(made)).isTrue();
            for (OwnNumber other : OwnNumber.values()) {
                assertThat(other.canBe(made)).as(made + " as " + other).isEqualTo(other == kind);
            }
        }
    }

    @Test
    void aTruncatedOrMistypedNumberIsNoNumber() {
        String made = OwnNumber.GIFT_CARD.make(random);
        for (int length = 3; length < made.length(); length++) {
            assertThat(OwnNumber.GIFT_CARD.canBe(made.substring(0, length))).isFalse();
        }
        for (int i = 3; i < made.length(); i++) {
            char other = made.charAt(i) == '9' ? '0' : (char) (made.charAt(i) + 1);
            assertThat(OwnNumber.GIFT_CARD.canBe(made.substring(0, i) + other + made.substring(i + 1)))
                    .isFalse();
        }
    }

    @Test
    void caseSpacesAndHyphensMakeNoDifference() {
        String made = OwnNumber.CUSTOMER_CARD.make(random);
        String asTyped = " " + made.substring(0, 7).toLowerCase(java.util.Locale.ROOT) + "-" + made.substring(7) + " ";
        assertThat(OwnNumber.CUSTOMER_CARD.isWhole(asTyped)).isTrue();
        assertThat(OwnNumber.canonical(asTyped)).isEqualTo(made);
        assertThat(ValueKind.ON_ACCOUNT.canonical("a-b c")).isEqualTo("a-b c");
    }

    @Test
    void noNumberGrowsWhenItIsWrittenInCapitals() {
        String sharp = "\u00df".repeat(60);
        assertThat(OwnNumber.canonical(sharp)).isEqualTo(sharp);
        assertThat(OwnNumber.canonical("\u0149\u1e96 a")).hasSize(3).endsWith("A");
    }

    @Test
    void cardsOfSomebodyElsesStockAreTakenByLengthAndLetters() {
        assertThat(OwnNumber.GIFT_CARD.canBe("6006 4912 3456 7890")).isTrue();
        assertThat(OwnNumber.GIFT_CARD.canBe("12345")).isFalse();
        assertThat(OwnNumber.GIFT_CARD.canBe("9".repeat(200))).isFalse();
        assertThat(OwnNumber.GIFT_CARD.canBe("half;price")).isFalse();
    }

    @Test
    void numbersDoNotRepeatAndAreMaskedToTheirEnd() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(OwnNumber.STORE_CREDIT.make(random));
        }
        assertThat(made).hasSize(10_000);
        assertThat(OwnNumber.masked("TWG1234567890123456")).isEqualTo("\u20263456");
        assertThat(OwnNumber.masked("123")).isEqualTo("\u20263");
        assertThat(OwnNumber.masked("")).isEqualTo("\u2026");
    }
}
