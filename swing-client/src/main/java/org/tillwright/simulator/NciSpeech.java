package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** NCI, as bench scales speak it: one letter and CR ask, the status comes behind every answer (SCP-01). */
final class NciSpeech implements ScaleSpeech {

    private static final int MOVES = 0x01;
    private static final int AT_ZERO = 0x02;
    private static final int UNDER = 0x01;
    private static final int OVER = 0x02;
    private static final int BAD_CALIBRATION = 0x08;
    private static final int ALWAYS = 0x30;
    private static final int MOST_SIGNS = 16;

    private final ScalePlate plate;
    private final StringBuilder asked = new StringBuilder();

    NciSpeech(ScalePlate plate) {
        this.plate = plate;
    }

    @Override
    public synchronized void take(byte arrived, Mouth end) throws IOException {
        if (arrived != '\r') {
            asked.append((char) arrived);
            if (asked.length() > MOST_SIGNS) {
                asked.setLength(0);
            }
            return;
        }
        String request = asked.toString();
        asked.setLength(0);
        end.say(answer(request).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public synchronized void forget() {
        asked.setLength(0);
    }

    private String answer(String request) {
        return switch (request) {
            case "W" -> weight() + status();
            case "S" -> status();
            default -> "\n?\r\u0003";
        };
    }

    private String weight() {
        long grams = plate.grams();
        if (plate.isFaulty() || grams < 0 || grams > ScaleSimulator.CAPACITY_GRAMS) {
            return "";
        }
        return String.format(Locale.ROOT, "\n%03d.%03dkg\r", grams / 1000, grams % 1000);
    }

    private String status() {
        long grams = plate.grams();
        int first = ALWAYS | (plate.moves() ? MOVES : 0) | (grams == 0 ? AT_ZERO : 0);
        int range = grams < 0 ? UNDER : grams > ScaleSimulator.CAPACITY_GRAMS ? OVER : 0;
        int second = ALWAYS | range | (plate.isFaulty() ? BAD_CALIBRATION : 0);
        return "\n" + (char) first + (char) second + "\r\u0003";
    }
}
