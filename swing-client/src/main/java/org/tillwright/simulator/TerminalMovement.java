package org.tillwright.simulator;

/**
 * One line of a simulated terminal's books.
 *
 * @param kind PAYMENT, REFUND or REVERSAL
 * @param minor without a sign
 * @param reverses number of what a reversal undid; 0 for the other kinds
 * @param isClosed whether an end of day had it
 */
public record TerminalMovement(int trace, String kind, long minor, int reverses, boolean isClosed) {

    /** The trace as it is told: six digits. */
    public String traceDigits() {
        return String.format("%06d", trace);
    }

    /** The receipt's number: four digits. */
    public String receipt() {
        return String.format("%04d", trace % 10_000);
    }

    /** Positive for money from a card; a reversal takes off what it undid, which this simulator lets only payments be. */
    public long signed() {
        return kind.equals("PAYMENT") ? minor : -minor;
    }

    TerminalMovement closed() {
        return new TerminalMovement(trace, kind, minor, reverses, true);
    }

    String written() {
        return trace + " " + kind + " " + minor + " " + reverses + " " + isClosed;
    }

    static TerminalMovement read(String line) {
        String[] parts = line.split(" ", -1);
        return new TerminalMovement(
                Integer.parseInt(parts[0]),
                parts[1],
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                Boolean.parseBoolean(parts[4]));
    }
}
