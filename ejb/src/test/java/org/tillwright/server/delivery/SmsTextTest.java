package org.tillwright.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void danishLettersAreInTheSmallAlphabet() {
        SmsText text = SmsText.of("Æble @ 5 €");
        assertThat(text.isWide()).isFalse();
        assertThat(text.parts())
                .containsExactly(new byte[] {0x1C, 'b', 'l', 'e', ' ', 0x00, ' ', '5', ' ', 0x1B, 0x65});
    }

    @Test
    void ukrainianNeedsTwoBytesALetter() {
        SmsText text = SmsText.of("Чек");
        assertThat(text.isWide()).isTrue();
        assertThat(new String(text.parts().get(0), StandardCharsets.UTF_16BE)).isEqualTo("Чек");
    }

    @Test
    void aLongTextGoesInPartsAndNoLetterIsCutInTwo() {
        assertThat(SmsText.of("a".repeat(160)).parts()).hasSize(1);
        assertThat(SmsText.of("a".repeat(161)).parts())
                .extracting(part -> part.length)
                .containsExactly(153, 8);
        assertThat(SmsText.of("a".repeat(152) + "€" + "b".repeat(20)).parts())
                .extracting(part -> part.length)
                .containsExactly(152, 22);
        assertThat(SmsText.of("ї".repeat(71)).parts())
                .extracting(part -> part.length)
                .containsExactly(134, 8);
        assertThat(SmsText.of("a".repeat(5_000)).parts()).hasSize(SmsText.MAX_PARTS);
    }
}
