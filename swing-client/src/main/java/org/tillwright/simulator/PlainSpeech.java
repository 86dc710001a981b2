package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A line of text for a line of text: {@code S} asks for a weight at rest, {@code SI} for any. */
final class PlainSpeech implements ScaleSpeech {

    /** Longest request; whoever sends more speaks to another device. */
    private static final int MOST_SIGNS = 64;

    private final ScalePlate plate;
    private final StringBuilder asked = new StringBuilder();

    PlainSpeech(ScalePlate plate) {
        this.plate = plate;
    }

    @Override
    public synchronized void take(byte arrived, Mouth end) throws IOException {
        if (arrived == '\n') {
            String request = asked.toString().strip();
            asked.setLength(0);
            end.say((answer(request) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } else if (asked.length() == MOST_SIGNS) {
            asked.setLength(0);
        } else {
            asked.append((char) arrived);
        }
    }

    @Override
    public synchronized void forget() {
        asked.setLength(0);
    }

    private String answer(String request) {
        long grams = plate.grams();
        if (!request.equals("S") && !request.equals("SI")) {
            return "ES";
        }
        if (plate.isFaulty() || (plate.moves() && request.equals("S"))) {
            return "S I"; // there is no weight, or none at rest
        }
        if (grams > ScaleSimulator.CAPACITY_GRAMS) {
            return "S +";
        }
        if (grams < -ScaleSimulator.CAPACITY_GRAMS) {
            return "S -";
        }
        String sign = grams < 0 ? "-" : "";
        long size = Math.abs(grams);
        String figures = String.format(Locale.ROOT, "%s%d.%03d", sign, size / 1000, size % 1000);
        return String.format(Locale.ROOT, "S %s %10s kg", plate.moves() ? "D" : "S", figures);
    }
}
