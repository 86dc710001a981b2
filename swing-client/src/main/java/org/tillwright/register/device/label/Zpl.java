package org.tillwright.register.device.label;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelSize;

/** ZPL II, as Zebra's printers and many others speak it. The picture goes in compressed hexadecimal: serial lines are slow. */
final class Zpl implements LabelLanguage {

    private static final char STX = 2;
    private static final char ETX = 3;
    /** Counts of 20 to 400 by twenties, then of 1 to 19. */
    private static final String TWENTIES = "ghijklmnopqrstuvwxyz";

    private static final String ONES = "GHIJKLMNOPQRSTUVWXY";
    private static final int MOST_AT_ONCE = 400;
    private static final String HEX = "0123456789ABCDEF";

    @Override
    public byte[] print(LabelDots label, LabelSize size, int copies) {
        int across = label.bytesAcross();
        int bytes = across * label.height();
        String text = "^XA^PW" + size.width() + "^LL" + size.height() + "^LH0,0^FO0,0^GFA," + bytes + "," + bytes + ","
                + across + "," + compressed(label) + "^FS^PQ" + copies + ",0,0,N^XZ\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String compressed(LabelDots label) {
        byte[] dots = label.dots();
        int across = label.bytesAcross();
        StringBuilder data = new StringBuilder();
        @Nullable String before = null;
        for (int y = 0; y < label.height(); y++) {
            String row = row(Arrays.copyOfRange(dots, y * across, (y + 1) * across));
            data.append(row.equals(before) ? ":" : row);
            before = row;
        }
        return data.toString();
    }

    private static String row(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte each : bytes) {
            hex.append(HEX.charAt(each >> 4 & 15)).append(HEX.charAt(each & 15));
        }
        StringBuilder row = new StringBuilder();
        int at = 0;
        while (at < hex.length()) {
            char digit = hex.charAt(at);
            int end = at;
            while (end < hex.length() && hex.charAt(end) == digit) {
                end++;
            }
            boolean isToTheEnd = end == hex.length() && (digit == '0' || digit == 'F');
            if (isToTheEnd) {
                return row.append(digit == '0' ? ',' : '!').toString();
            }
            run(row, digit, end - at);
            at = end;
        }
        return row.toString();
    }

    private static void run(StringBuilder row, char digit, int length) {
        int left = length;
        while (left > 0) {
            int now = Math.min(left, MOST_AT_ONCE);
            if (now >= 20) {
                row.append(TWENTIES.charAt(now / 20 - 1));
            }
            if (now % 20 > 0 && now > 1) {
                row.append(ONES.charAt(now % 20 - 1));
            }
            row.append(digit);
            left -= now;
        }
    }

    @Override
    public byte[] question() {
        return "~HS".getBytes(StandardCharsets.US_ASCII);
    }

    /** Three lines, each between STX and ETX, of figures with commas between. */
    @Override
    public Optional<Answer> read(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        String[][] lines = new String[3][];
        int at = 0;
        for (int i = 0; i < lines.length; i++) {
            int begin = text.indexOf(STX, at);
            int end = text.indexOf(ETX, begin + 1);
            if (begin < 0 || end < 0) {
                return Optional.empty();
            }
            lines[i] = text.substring(begin + 1, end).split(",", -1);
            at = end + 1;
        }
        boolean isRead = lines[0].length >= 5 && lines[1].length >= 9;
        if (!isRead) {
            return Optional.of(new Answer(Trouble.NOT_UNDERSTOOD, false));
        }
        boolean isOut = lines[0][1].equals("1") || lines[1][3].equals("1");
        boolean isOpen = lines[1][2].equals("1");
        boolean isBusy = isMoreThanZero(lines[0][4]) || isMoreThanZero(lines[1][8]);
        return Optional.of(new Answer(isOpen ? Trouble.COVER_OPEN : isOut ? Trouble.PAPER_OUT : null, isBusy));
    }

    private static boolean isMoreThanZero(String figure) {
        return !figure.strip().matches("0*");
    }
}
