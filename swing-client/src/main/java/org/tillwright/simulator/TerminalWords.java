package org.tillwright.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a simulated terminal says: the bodies of its messages, as hexadecimal digits. */
final class TerminalWords {

    static final String TERMINAL_ID = "52500041";
    /** Of a test card that every processor knows. */
    static final String CARD_NUMBER = "4111111111111111";

    private static final HexFormat HEX = HexFormat.of();

    private TerminalWords() {}

    /** Status information about one movement. A careless terminal tells card number, track and expiry date in the clear. */
    static String status(TerminalMovement moved, boolean isCareless) {
        String number = isCareless ? "22f0f8" + CARD_NUMBER : "22f1f0eeeeeeeeeeeeeeee4242";
        String track = isCareless ? "23f1f1" + CARD_NUMBER + "d29122" : "";
        String expiry = isCareless ? "0e2912" : "";
        String text = isCareless ? additional("Karte 4111 1111 1111 1111") : "";
        return "2700" + "04" + amount(moved.minor()) + "490978" + "0b" + moved.traceDigits() + "0c120000" + "0d0101"
                + (moved.reverses() == 0 ? "" : "37" + String.format("%06d", moved.reverses()))
                + "29" + TERMINAL_ID + "87" + moved.receipt() + number + track + expiry
                + "3b" + HEX.formatHex(String.format("A%05d  ", moved.trace()).getBytes(StandardCharsets.US_ASCII))
                + "8a05" + name("girocard\0") + text;
    }

    private static String name(String name) {
        return "8b" + digits(name.length(), 2) + HEX.formatHex(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static String additional(String text) {
        return "3c" + digits(text.length(), 3) + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A length in front of a field: each digit in a byte of its own that begins with F. */
    private static String digits(int length, int count) {
        StringBuilder digits = new StringBuilder();
        for (char digit : String.format("%0" + count + "d", length).toCharArray()) {
            digits.append('f').append(digit);
        }
        return digits.toString();
    }

    static String amount(long minor) {
        return String.format("%012d", minor);
    }

    /** A paper as a block of text: receipt type, then lines. */
    static String block(int type, List<String> lines) {
        StringBuilder texts = new StringBuilder();
        for (String line : lines) {
            texts.append(tlv("07", HEX.formatHex(line.getBytes(StandardCharsets.US_ASCII))));
        }
        texts.append("090181");
        return "06" + lengthAndValue("1f0701" + String.format("%02x", type) + tlv("25", texts.toString()));
    }

    private static String tlv(String tag, String value) {
        return tag + lengthAndValue(value);
    }

    private static String lengthAndValue(String value) {
        int length = value.length() / 2;
        String prefix = length < 128 ? "%02x" : length < 256 ? "81%02x" : "82%04x";
        return String.format(prefix, length) + value;
    }

    /** One line of a paper; the last one says that it is. */
    private static String line(String text, boolean isLast) {
        return (isLast ? "81" : "00") + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> paper(String title, TerminalMovement moved, boolean isCareless) {
        return List.of(
                title,
                moved.kind() + " EUR " + moved.minor() / 100 + "," + String.format("%02d", moved.minor() % 100),
                "Terminal " + TERMINAL_ID,
                "Trace " + moved.traceDigits() + " Receipt " + moved.receipt(),
                "Card " + (isCareless ? "4111 1111 1111 1111" : "************4242"),
                "Approved");
    }

    /** Both papers of a movement, in blocks or line by line. */
    static List<TerminalMessage> papers(TerminalMovement moved, boolean isCareless, boolean inBlocks) {
        List<TerminalMessage> messages = new ArrayList<>();
        for (int type = 1; type <= 2; type++) {
            List<String> lines = paper(type == 1 ? "MERCHANT COPY" : "CUSTOMER COPY", moved, isCareless);
            if (inBlocks) {
                messages.add(new TerminalMessage("06d3", block(type, lines)));
            } else {
                for (int i = 0; i < lines.size(); i++) {
                    messages.add(new TerminalMessage("06d1", line(lines.get(i), i == lines.size() - 1)));
                }
            }
        }
        return messages;
    }

    /** Totals of a day: receipts from and to, then count and sum for each of seven kinds of card. All is girocard here. */
    static String day(List<TerminalMovement> moved) {
        long sum =
                Math.max(0, moved.stream().mapToLong(TerminalMovement::signed).sum());
        String from = moved.isEmpty() ? "0000" : moved.get(0).receipt();
        String to = moved.isEmpty() ? "0000" : moved.get(moved.size() - 1).receipt();
        String totals = from + to + String.format("%02x", moved.size()) + amount(sum) + ("00" + amount(0)).repeat(6);
        return "2700" + "04" + amount(sum) + "490978" + "0c200000" + "0d0101" + "29" + TERMINAL_ID + "60"
                + digits(totals.length() / 2, 3) + totals;
    }
}
