package org.tillwright.web.admin.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tillwright.core.money.MoneyFormat;

class EnteredFigureTest {

    private static final MoneyFormat ENGLISH = new MoneyFormat('.', ',');
    private static final MoneyFormat DANISH = new MoneyFormat(',', '.');

    @Test
    void aFigureIsReadByTheSignsOfItsLanguage() {
        assertThat(EnteredFigure.scaled("0.485", 3, ENGLISH)).isEqualTo(485);
        assertThat(EnteredFigure.scaled(" 12,5 ", 3, DANISH)).isEqualTo(12_500);
        assertThat(EnteredFigure.scaled("0.8155", 6, ENGLISH)).isEqualTo(815_500);
    }

    @Test
    void whatCouldBeReadTwoWaysIsNotRead() {
        assertThat(EnteredFigure.scaled("1.500", 3, DANISH)).isNull();
        assertThat(EnteredFigure.scaled("1,500", 3, ENGLISH)).isNull();
    }

    @Test
    void whatIsNoFigureIsNone() {
        for (String text : new String[] {"", "-1", "1e3", "twelve", "1.2345", "99999999999999999999", null}) {
            assertThat(EnteredFigure.scaled(text, 3, ENGLISH)).as("%s", text).isNull();
        }
    }
}
