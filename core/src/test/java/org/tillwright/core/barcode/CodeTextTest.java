package org.tillwright.core.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CodeTextTest {

    /** What Java 17 strips, whatever a browser or a later Java would. */
    @Test
    void blanksAroundACodeAreThoseOfJava17() {
        for (char letter = 0; letter < Character.MAX_VALUE; letter++) {
            String text = letter + "a" + letter;
            assertThat(CodeText.stripped(text)).isEqualTo(text.strip());
        }
        assertThat(CodeText.stripped(" \t ")).isEmpty();
    }

    @Test
    void lettersThatPeopleKeyAreMadeCapitalsAsJava17Does() {
        String keyed = "abcxyz äöüßåæøčşžłđþŋ αβγς жґєії ՙա ａｚ ǆ ŉ";
        assertThat(CodeText.capitals(keyed)).isEqualTo(keyed.toUpperCase(Locale.ROOT));
    }

    /** The first got its capital in 2024, the second in 2021: a key made before must still be found. */
    @Test
    void aLetterWithAYoungCapitalStaysAsItIs() {
        assertThat(CodeText.capitals("a\u019bb\ua7d1c\ud801\udd97")).isEqualTo("A\u019bB\ua7d1C\ud801\udd97");
    }
}
