package org.tillwright.register.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words in a given width. */
class LetteringTest {

    private static final FontMetrics METRICS = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
            .createGraphics()
            .getFontMetrics(Look.regular(Look.SMALL));

    @Test
    void aWordThatIsTooLongGoesOnInTheNextLine() {
        int width = METRICS.stringWidth("Græskarkerne-");
        assertThat(Lettering.wrap(METRICS, "Græskarkernebolle", width, 2)).containsExactly("Græskarkerne-", "bolle");
        assertThat(Lettering.wrap(METRICS, "En Græskarkernebolle", width, 2))
                .first()
                .isEqualTo("En");
        assertThat(Lettering.wrap(METRICS, "En Græskarkernebolle", width, 3))
                .containsExactly("En", "Græskarkerne-", "bolle");
    }

    @Test
    void aNumberIsNeverBroken() {
        int width = METRICS.stringWidth("40063813");
        assertThat(Lettering.wrap(METRICS, "4006381333931", width, 2))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("…");
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Lettering.wrap(METRICS, "Rye loaf 1 kg", 1_000, 2)).isEqualTo(List.of("Rye loaf 1 kg"));
        assertThat(Lettering.wrap(METRICS, "Rye loaf", METRICS.stringWidth("loaf") + 1, 2))
                .containsExactly("Rye", "loaf");
    }
}
