package org.tillwright.register.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                    assertThat(contrast(text, ground))
                            .as(text + " on " + ground)
                            .isGreaterThanOrEqualTo(TEXT);
                }
            }
            assertThat(contrast(colors.onAccent(), colors.accent())).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @Test
    void everyDepartmentsEdgeCanBeSeen() {
        for (Palette colors : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Color edge : colors.departments()) {
                assertThat(contrast(edge, colors.surface())).as("%s", edge).isGreaterThanOrEqualTo(EDGE);
                assertThat(contrast(edge, colors.ground())).as("%s", edge).isGreaterThanOrEqualTo(EDGE);
            }
        }
    }

    @Test
    void theMeasureIsTheKnownOne() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(contrast(new Color(0x777777), Color.WHITE)).isBetween(4.47, 4.48);
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
