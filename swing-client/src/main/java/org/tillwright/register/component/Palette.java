package org.tillwright.register.component;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** The colours of one theme. A test computes their contrast: 4.5 for text, 3 for edges, on surface and on ground. */
public record Palette(
        Color ground,
        Color surface,
        Color text,
        Color muted,
        Color line,
        Color accent,
        Color onAccent,
        Color danger,
        Color warning,
        Color information,
        List<Color> departments) {

    public static final Palette LIGHT = new Palette(
            new Color(0xF4F3EF),
            new Color(0xFFFFFF),
            new Color(0x1A1E22),
            new Color(0x565D65),
            new Color(0xD8D5CD),
            new Color(0x0B6B53),
            new Color(0xFFFFFF),
            new Color(0xB3261E),
            new Color(0x7A4F00),
            new Color(0x1D5C9E),
            hues(0x6C83C5, 0x9B75BD, 0xBD6B95, 0xBF7053, 0x9E813E, 0x768D42, 0x439097, 0x468AC3));

    public static final Palette DARK = new Palette(
            new Color(0x121518),
            new Color(0x1C2024),
            new Color(0xEDEFF1),
            new Color(0xA8B0B8),
            new Color(0x363C42),
            new Color(0x53CBA4),
            new Color(0x06251C),
            new Color(0xFF8A80),
            new Color(0xF0B649),
            new Color(0x8DBBFF),
            hues(0x8A9CD8, 0xB493D2, 0xD28BAF, 0xD69178, 0xC09F55, 0x95B05B, 0x5BB0B8, 0x6FAADB));

    public Palette {
        departments = List.copyOf(departments);
    }

    /** Colour of a department's edge; hues repeat after eight. */
    public Color department(int hue) {
        return departments.get(Math.floorMod(hue, departments.size()));
    }

    /** Mixes some percent of another colour into one. */
    static Color blend(Color base, Color over, int percent) {
        return new Color(
                (base.getRed() * (100 - percent) + over.getRed() * percent) / 100,
                (base.getGreen() * (100 - percent) + over.getGreen() * percent) / 100,
                (base.getBlue() * (100 - percent) + over.getBlue() * percent) / 100);
    }

    private static List<Color> hues(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
