package org.tillwright.register.device;

/**
 * How large a label is.
 *
 * @param widthMm across the roll, in millimetres
 * @param heightMm along the roll, in millimetres, without the gap
 * @param dpi dots on an inch: 203, 300 or 600 on most printers
 */
public record LabelSize(int widthMm, int heightMm, int dpi) {

    /** Smaller than this, no barcode fits. */
    public static final int MIN_MM = 15;

    /** Labels of parcels are smaller than this. */
    public static final int MAX_MM = 160;

    private static final int TENTHS_OF_MM_ON_AN_INCH = 254;

    public LabelSize {
        boolean fits = widthMm >= MIN_MM && widthMm <= MAX_MM && heightMm >= MIN_MM && heightMm <= MAX_MM;
        if (!fits || dpi < 100 || dpi > 1200) {
            throw new IllegalArgumentException("a label of " + widthMm + " by " + heightMm + " mm at " + dpi + " dpi");
        }
    }

    /** Dots across. */
    public int width() {
        return dots(widthMm);
    }

    /** Dots down. */
    public int height() {
        return dots(heightMm);
    }

    /** How many whole dots so many millimetres are. */
    public int dots(int mm) {
        return mm * 10 * dpi / TENTHS_OF_MM_ON_AN_INCH;
    }
}
