package org.tillwright.register.device.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty signs of an old code page: whatever a shop sells and says must be readable on them. */
class DisplayTextTest {

    private static final int COLUMNS = 20;

    /** Every letter of the languages, the signs of prices and names, and what stands in typeset names. */
    private static final String EVERYTHING = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
            + "ЁЪЫЭёъыэÆØÅæøåÄÖÜßäöüÉéÈèÇçŁłŻżŠšČč0123456789 .,:;!?%&/()+-–—−×·№€«»„“”’‘…½";

    @ParameterizedTest
    @ValueSource(strings = {"IBM437", "IBM850", "IBM852", "IBM00858", "IBM866", "windows-1251", "windows-1252"})
    void noLetterOfTheLanguagesBecomesAQuestionMark(String charset) {
        DisplayText text = new DisplayText(Charset.forName(charset), COLUMNS);
        EVERYTHING
                .codePoints()
                .filter(sign -> sign != '?')
                .mapToObj(Character::toString)
                .forEach(sign -> assertThat(text.written(sign)).as(sign).doesNotContain("?"));
    }

    @ParameterizedTest
    @CsvSource({"Сир «Звенигора» № 5,Syr «Zvenyhora» No 5", "Чай… × 2,Chai... x 2", "Квас — 1 л,Kvas - 1 l"})
    void namesStayReadable(String name, String shown) {
        assertThat(new DisplayText(Charset.forName("IBM437"), COLUMNS).written(name))
                .isEqualTo(shown);
    }

    @Test
    void aLineIsAlwaysAsLongAsTheDisplay() {
        assertThat(new DisplayText(Charset.forName("IBM437"), COLUMNS).line("Щука"))
                .hasSize(COLUMNS);
    }
}
