package org.tillwright.register.component;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws text where Swing's own label is not enough: figures of equal width, so that amounts stand in columns (Java
 * cannot ask a font for its tabular figures), and names in a given number of lines.
 */
public final class Lettering {

    private static final String ELLIPSIS = "…";

    /** A broken word has so many letters on each line at least. */
    private static final int LEAST_LETTERS = 3;

    private Lettering() {}

    /** Makes text smooth on every machine, also where no desktop says how. */
    public static Graphics2D smooth(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return g;
    }

    /** Width of text whose digits are all as wide as the widest. */
    public static int figuresWidth(FontMetrics metrics, String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += advance(metrics, text.charAt(i));
        }
        return width;
    }

    /** Draws text from {@code x} with digits of equal width, each in the middle of its place. */
    public static void drawFigures(Graphics2D g, String text, int x, int baseline) {
        FontMetrics metrics = g.getFontMetrics();
        int at = x;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            int place = advance(metrics, sign);
            g.drawString(String.valueOf(sign), at + (place - metrics.charWidth(sign)) / 2, baseline);
            at += place;
        }
    }

    /** Draws figures so that they end at {@code right}. */
    public static void drawFiguresEndingAt(Graphics2D g, String text, int right, int baseline) {
        drawFigures(g, text, right - figuresWidth(g.getFontMetrics(), text), baseline);
    }

    /** Breaks text between words into at most {@code most} lines; what does not fit ends in an ellipsis. */
    public static List<String> wrap(FontMetrics metrics, String text, int width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean fits = metrics.stringWidth(longer) <= width;
            if (!fits && !line.isEmpty() && lines.size() < most - 1) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            int end = lines.size() < most - 1 ? breakOf(metrics, longer, width) : 0;
            if (end > 0) {
                lines.add(longer.substring(0, end) + "-");
                longer = longer.substring(end);
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
        lines.replaceAll(each -> fit(metrics, each, width));
        return lines;
    }

    /** Where a word that is too long for a line is broken; 0 for one that fits, or that is no word, such as a number. */
    private static int breakOf(FontMetrics metrics, String word, int width) {
        if (metrics.stringWidth(word) <= width || !word.chars().allMatch(Character::isLetter)) {
            return 0;
        }
        int end = word.length() - LEAST_LETTERS;
        while (end >= LEAST_LETTERS && metrics.stringWidth(word.substring(0, end) + "-") > width) {
            end--;
        }
        return end >= LEAST_LETTERS ? end : 0;
    }

    /** Keeps a figure and its unit on one line: 500 g. */
    public static String keepUnits(String text) {
        return text.replaceAll("([0-9]) (?=\\p{L}{1,2}\\b)", "$1\u00a0");
    }

    /** Shortens text to a width, with an ellipsis at its end. */
    public static String fit(FontMetrics metrics, String text, int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && metrics.stringWidth(text.substring(0, length) + ELLIPSIS) > width) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    private static int advance(FontMetrics metrics, char sign) {
        return sign >= '0' && sign <= '9' ? widestDigit(metrics) : metrics.charWidth(sign);
    }

    private static int widestDigit(FontMetrics metrics) {
        int widest = 0;
        for (char digit = '0'; digit <= '9'; digit++) {
            widest = Math.max(widest, metrics.charWidth(digit));
        }
        return widest;
    }
}
