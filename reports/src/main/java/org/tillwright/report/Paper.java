package org.tillwright.report;

import java.util.Set;

/** The two papers that shops have. Sizes are points of 1/72 inch; the templates' columns fit on both. */
public enum Paper {
    A4(595, 842),
    LETTER(612, 792);

    /** Countries whose offices print on Letter; all others print on A4. After CLDR 45, paper size of territories. */
    private static final Set<String> LETTER_COUNTRIES =
            Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    private final int width;
    private final int height;

    Paper(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Returns what a country's printers have in them, by its ISO 3166 code. */
    public static Paper of(String country) {
        return LETTER_COUNTRIES.contains(country) ? LETTER : A4;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns the file of a template that was compiled for this paper. */
    public String templateName(String template) {
        return template + "-" + name() + ".jasper";
    }
}
