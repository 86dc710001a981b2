package org.tillwright.register.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.testing.Contrast;

/** Contrast as the Web Content Accessibility Guidelines 2 define it. */
class PaletteTest {

    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    @Test
    void everyTextCanBeReadOnSurfaceAndGround() {
        for (Palette colors : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Color ground : List.of(colors.ground(), colors.surface())) {
                for (Color text : List.of(
                        colors.text(),
                        colors.muted(),
                        colors.accent(),
                        colors.danger(),
                        colors.warning(),
                        colors.information())) {
                    assertThat(Contrast.of(text, ground))
                            .as(text + " on " + ground)
                            .isGreaterThanOrEqualTo(TEXT);
                }
            }
            assertThat(Contrast.of(colors.onAccent(), colors.accent())).isGreaterThanOrEqualTo(TEXT);
            assertThat(Contrast.of(colors.onAccent(), colors.warning()))
                    .as("the banner of who practises")
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @Test
    void aKeyCanBeReadWhileItIsPressed() {
        for (Palette colors : List.of(Palette.LIGHT, Palette.DARK)) {
            Color filled = Palette.blend(colors.accent(), colors.onAccent(), TouchButton.PRESSED_PERCENT);
            Color plain = Palette.blend(colors.surface(), colors.text(), TouchButton.PRESSED_PERCENT);
            assertThat(Contrast.of(colors.onAccent(), filled)).isGreaterThanOrEqualTo(TEXT);
            assertThat(Contrast.of(colors.text(), plain)).isGreaterThanOrEqualTo(TEXT);
            assertThat(Contrast.of(colors.danger(), plain)).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @Test
    void everyDepartmentsEdgeCanBeSeen() {
        for (Palette colors : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Color edge : colors.departments()) {
                assertThat(Contrast.of(edge, colors.surface())).as("%s", edge).isGreaterThanOrEqualTo(EDGE);
                assertThat(Contrast.of(edge, colors.ground())).as("%s", edge).isGreaterThanOrEqualTo(EDGE);
            }
        }
    }

    @Test
    void theMeasureIsTheKnownOne() {
        assertThat(Contrast.of(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Contrast.of(new Color(0x777777), Color.WHITE)).isBetween(4.47, 4.48);
    }
}
