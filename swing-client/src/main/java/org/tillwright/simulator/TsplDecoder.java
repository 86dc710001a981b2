package org.tillwright.simulator;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of TSPL that prints pictures: size, gap, direction, {@code BITMAP}, copies, and {@code ESC ! ?}. */
final class TsplDecoder extends LabelDecoder {

    private static final Pattern SIZE = Pattern.compile("SIZE ([0-9]{1,3}) mm,([0-9]{1,3}) mm");
    private static final Pattern GAP = Pattern.compile("GAP [0-9]{1,2} mm,[0-9]{1,2} mm");
    private static final Pattern DIRECTION = Pattern.compile("DIRECTION [01]");
    private static final Pattern REFERENCE = Pattern.compile("REFERENCE 0,0");
    private static final Pattern PRINT = Pattern.compile("PRINT 1,([0-9]{1,4})");
    private static final Pattern BITMAP =
            Pattern.compile("BITMAP ([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,4}),([0-9]{1,5}),0,");
    private static final int LONGEST_LINE = 80;
    private static final int ESC = 0x1B;
    private static final int TENTHS_OF_MM_ON_AN_INCH = 254;

    private final int dpi;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream escape = new ByteArrayOutputStream();
    private int left;
    private int top;
    private int across;
    private int expected;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private BufferedImage picture = blank(1, 1);
    private boolean isCleared;

    TsplDecoder(int dpi, Listener listener) {
        super(listener);
        this.dpi = dpi;
    }

    @Override
    void take(byte each) {
        if (expected > 0) {
            data.write(each);
            if (data.size() == expected) {
                expected = 0;
                draw(data.toByteArray());
                data.reset();
            }
            return;
        }
        if (each == ESC || escape.size() > 0) {
            escape(each);
            return;
        }
        if (each == '\r' || each == '\n') {
            end();
            return;
        }
        line.write(each);
        String soFar = line.toString(StandardCharsets.ISO_8859_1);
        Matcher bitmap = BITMAP.matcher(soFar);
        if (bitmap.matches()) {
            line.reset();
            begin(bitmap);
        } else if (line.size() > LONGEST_LINE) {
            line.reset();
            unknown("the line " + soFar);
        }
    }

    private void escape(byte each) {
        escape.write(each);
        if (escape.size() == 3) {
            byte[] whole = escape.toByteArray();
            escape.reset();
            if (whole[1] == '!' && whole[2] == '?') {
                asked();
            } else {
                unknown(String.format(Locale.ROOT, "ESC %02X %02X", whole[1], whole[2]));
            }
        }
    }

    private void begin(Matcher bitmap) {
        left = number(bitmap.group(1));
        top = number(bitmap.group(2));
        across = number(bitmap.group(3));
        int height = number(bitmap.group(4));
        boolean fits = isCleared
                && across > 0
                && height > 0
                && left + (across - 1) * 8 < picture.getWidth()
                && top + height <= picture.getHeight();
        if (!fits) {
            unknown("a picture that does not fit: " + bitmap.group());
        }
        expected = across * height;
    }

    /** A set bit is white. */
    private void draw(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                int x = left + i % across * 8 + bit;
                int y = top + i / across;
                boolean isBlack = (bytes[i] >> (7 - bit) & 1) == 0;
                if (isBlack && x < picture.getWidth() && y < picture.getHeight()) {
                    picture.setRGB(x, y, Color.BLACK.getRGB());
                } else if (isBlack) {
                    unknown("black beside the label");
                    return;
                }
            }
        }
    }

    private void end() {
        String whole = line.toString(StandardCharsets.ISO_8859_1);
        line.reset();
        Matcher size = SIZE.matcher(whole);
        Matcher print = PRINT.matcher(whole);
        if (size.matches()) {
            int width = dots(size.group(1));
            int height = dots(size.group(2));
            if (isLabel(width, height)) {
                picture = blank(width, height);
                isCleared = false;
            } else {
                unknown(whole);
            }
        } else if (print.matches()) {
            printed(picture, number(print.group(1)));
        } else if (whole.equals("CLS")) {
            picture = blank(picture.getWidth(), picture.getHeight());
            isCleared = true;
        } else if (!whole.isEmpty()
                && !GAP.matcher(whole).matches()
                && !DIRECTION.matcher(whole).matches()
                && !REFERENCE.matcher(whole).matches()) {
            unknown("the line " + whole);
        }
    }

    private int dots(String mm) {
        return number(mm) * 10 * dpi / TENTHS_OF_MM_ON_AN_INCH;
    }

    @Override
    byte[] status(Condition condition) {
        int status =
                (condition.isOpen() ? 0x01 : 0) | (condition.isOut() ? 0x04 : 0) | (condition.waiting() > 0 ? 0x20 : 0);
        return new byte[] {(byte) status};
    }
}
