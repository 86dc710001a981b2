package org.tillwright.simulator;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The part of ZPL II that prints pictures: format, size, place, {@code ^GFA} with all its ways to save bytes, copies, status. */
final class ZplDecoder extends LabelDecoder {

    private static final String LETTERS = "GHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz";
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder command = new StringBuilder();
    private boolean isInFormat;
    private int width;
    private int length;
    private int left;
    private int top;
    private int copies;
    private BufferedImage picture = blank(1, 1);

    ZplDecoder(Listener listener) {
        super(listener);
    }

    @Override
    void take(byte each) {
        char sign = (char) (each & 0xFF);
        if (sign == '^' || sign == '~') {
            end();
            command.append(sign);
            return;
        }
        if (sign == '\r' || sign == '\n') {
            return; // between commands, and within data, they mean nothing
        }
        if (command.isEmpty()) {
            unknown(String.format(Locale.ROOT, "byte %02X outside of a command", each & 0xFF));
            return;
        }
        command.append(sign);
        String whole = command.toString();
        if (whole.equals("^XZ") || whole.equals("~HS") || whole.equals("^FS") || whole.equals("^XA")) {
            end();
        }
    }

    private void end() {
        if (command.isEmpty()) {
            return;
        }
        String whole = command.toString();
        command.setLength(0);
        String name = whole.length() < 3 ? whole : whole.substring(0, 3);
        String[] figures = whole.substring(name.length()).split(",", 5); // commas within a picture save bytes
        boolean isKnown =
                name.equals("~HS") || (isInFormat ? inFormat(name, whole.substring(3), figures) : begin(name));
        if (name.equals("~HS")) {
            asked();
        }
        if (!isKnown) {
            unknown("the command " + (whole.length() > 40 ? whole.substring(0, 40) + "..." : whole)
                    + (isInFormat ? "" : " outside of a format"));
        }
    }

    private boolean begin(String name) {
        if (!name.equals("^XA")) {
            return false;
        }
        isInFormat = true;
        width = 0;
        length = 0;
        left = 0;
        top = 0;
        copies = 1;
        picture = blank(1, 1);
        return true;
    }

    private boolean inFormat(String name, String rest, String[] figures) {
        return switch (name) {
            case "^PW" -> {
                width = number(rest);
                yield sized();
            }
            case "^LL" -> {
                length = number(rest);
                yield sized();
            }
            case "^LH" -> rest.equals("0,0");
            case "^FO" -> {
                left = number(figures[0]);
                top = figures.length == 2 ? number(figures[1]) : -1;
                yield left >= 0 && top >= 0;
            }
            case "^GF" -> figures.length == 5 && graphic(figures);
            case "^FS" -> rest.isEmpty();
            case "^PQ" -> {
                copies = number(figures[0]);
                yield copies >= 1;
            }
            case "^XZ" -> {
                isInFormat = false;
                boolean isWhole = width > 0 && length > 0;
                if (isWhole) {
                    printed(picture, copies);
                }
                yield isWhole;
            }
            default -> false;
        };
    }

    private boolean sized() {
        if (width > 0 && length > 0 && isLabel(width, length)) {
            picture = blank(width, length);
        }
        return width >= 0 && length >= 0 && width + length > 0;
    }

    private boolean graphic(String[] figures) {
        int bytes = number(figures[2]);
        int across = number(figures[3]);
        boolean isSound = figures[0].equals("A")
                && number(figures[1]) == bytes
                && across > 0
                && bytes % across == 0
                && left + (across - 1) * 8 < picture.getWidth()
                && top + bytes / across <= picture.getHeight();
        if (!isSound) {
            return false;
        }
        String digits = expanded(figures[4], across * 2);
        if (digits.length() != bytes * 2) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            int nibble = HEX.indexOf(digits.charAt(i));
            for (int bit = 0; bit < 4; bit++) {
                int x = left + i % (across * 2) * 4 + bit;
                if ((nibble >> (3 - bit) & 1) == 1) {
                    if (x >= picture.getWidth()) {
                        return false; // black beside the label
                    }
                    picture.setRGB(x, top + i / (across * 2), Color.BLACK.getRGB());
                }
            }
        }
        return true;
    }

    /** Returns the digits in full; an empty text where a sign has no meaning. */
    private static String expanded(String data, int perRow) {
        StringBuilder all = new StringBuilder();
        int count = 0;
        for (int i = 0; i < data.length(); i++) {
            char sign = data.charAt(i);
            int place = LETTERS.indexOf(sign);
            int inRow = all.length() % perRow;
            if (place >= 0) {
                count += place < 20 ? place + 1 : (place - 19) * 20;
            } else if (HEX.indexOf(sign) >= 0) {
                all.append(String.valueOf(sign).repeat(Math.max(1, count)));
                count = 0;
            } else if (sign == ',' || sign == '!') {
                all.append(String.valueOf(sign == ',' ? '0' : 'F').repeat(perRow - inRow));
            } else if (sign == ':' && inRow == 0 && all.length() >= perRow) {
                all.append(all.substring(all.length() - perRow));
            } else {
                return "";
            }
        }
        return all.toString();
    }

    @Override
    byte[] status(Condition condition) {
        String text = "\u0002030," + (condition.isOut() ? 1 : 0) + ",0,0240,000,0,0,0,000,0,0,0\u0003\r\n"
                + "\u0002001,0," + (condition.isOpen() ? 1 : 0) + ",0,0,2,4,0,"
                + String.format(Locale.ROOT, "%08d", condition.waiting()) + ",1,000\u0003\r\n"
                + "\u00020000,0\u0003\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
