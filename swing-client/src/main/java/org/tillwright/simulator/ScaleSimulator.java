package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scale with a plate that things are put on. Answers a line of text with a line of text, as the plain driver asks. */
public final class ScaleSimulator implements AutoCloseable {

    /** What the scale can weigh, in grams. */
    public static final long CAPACITY_GRAMS = 15_000;

    /** Longest request; whoever sends more speaks to another device. */
    private static final int MOST_SIGNS = 64;

    private final FarEnd end;
    private final StringBuilder asked = new StringBuilder();
    private long grams;
    private boolean isMoving;

    private ScaleSimulator(String where, @Nullable Cable cable) throws IOException {
        end = FarEnd.open(where, cable, new FarEnd.Peer() {
            @Override
            public void received(byte[] bytes) throws IOException {
                ScaleSimulator.this.received(bytes);
            }

            @Override
            public void connected() {
                forget();
            }
        });
    }

    /**
     * Puts a scale at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static ScaleSimulator open(String where, @Nullable Cable cable) throws IOException {
        return new ScaleSimulator(where, cable);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    /** So much lies on the plate, still. Negative when something was taken off after it was set to zero. */
    public synchronized void put(long weightGrams) {
        grams = weightGrams;
        isMoving = false;
    }

    /** So much is on the plate and has not come to rest. */
    public synchronized void move(long weightGrams) {
        grams = weightGrams;
        isMoving = true;
    }

    private synchronized void forget() {
        asked.setLength(0);
    }

    private synchronized void received(byte[] bytes) throws IOException {
        asked.append(new String(bytes, StandardCharsets.US_ASCII));
        int lineEnd = asked.indexOf("\n");
        while (lineEnd >= 0) {
            String request = asked.substring(0, lineEnd).strip();
            asked.delete(0, lineEnd + 1);
            end.send((answer(request) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            lineEnd = asked.indexOf("\n");
        }
        if (asked.length() > MOST_SIGNS) {
            asked.setLength(0);
        }
    }

    private String answer(String request) {
        if (!request.equals("S") && !request.equals("SI")) {
            return "ES";
        }
        if (grams > CAPACITY_GRAMS) {
            return "S +";
        }
        if (grams < -CAPACITY_GRAMS) {
            return "S -";
        }
        if (isMoving && request.equals("S")) {
            return "S I"; // asked for a weight at rest, and there is none
        }
        String sign = grams < 0 ? "-" : "";
        long size = Math.abs(grams);
        String figures = String.format(Locale.ROOT, "%s%d.%03d", sign, size / 1000, size % 1000);
        return String.format(Locale.ROOT, "S %s %10s kg", isMoving ? "D" : "S", figures);
    }

    public void pull() {
        end.pull();
    }

    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        end.close();
    }
}
