package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pole display of two lines of twenty characters that speaks CD5220. */
public final class DisplaySimulator implements Scriptable {

    public static final int COLUMNS = 20;

    private static final int ROWS = 2;
    private static final Charset LETTERS = Charset.forName("IBM00858");
    private static final int ESC = 0x1B;

    private final Listener listener;
    private final FarEnd end;
    private final char[][] rows = new char[ROWS][COLUMNS];
    private byte[] pending = new byte[0];
    private int column;
    private int row;

    private DisplaySimulator(String where, @Nullable Cable cable, Listener listener) throws IOException {
        this.listener = listener;
        clear();
        end = FarEnd.open(where, cable, this::received);
    }

    /**
     * Puts a display at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static DisplaySimulator open(String where, @Nullable Cable cable, Listener listener) throws IOException {
        return new DisplaySimulator(where, cable, listener);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    private synchronized void received(byte[] bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        int at = 0;
        int length = length(all, at);
        while (length > 0) {
            command(Arrays.copyOfRange(all, at, at + length));
            at += length;
            length = length(all, at);
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        listener.shows(line(0), line(1));
    }

    /** Returns the length of the command at a position, or 0 when it is not all there. */
    private static int length(byte[] bytes, int at) {
        int left = bytes.length - at;
        if (left == 0 || bytes[at] != ESC) {
            return Math.min(1, left);
        }
        int whole = left < 2
                ? 2
                : switch (bytes[at + 1]) {
                    case 'l' -> 4;
                    case '*', '_', 'f', 'c', 't', 'R' -> 3;
                    case 'Q' -> lineCommand(bytes, at);
                    default -> 2;
                };
        return whole <= left ? whole : 0;
    }

    /** {@code ESC Q A text CR} is as long as its text. */
    private static int lineCommand(byte[] bytes, int at) {
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] == '\r') {
                return i + 1 - at;
            }
        }
        return Integer.MAX_VALUE;
    }

    private void command(byte[] command) {
        int first = command[0] & 0xFF;
        if (first == ESC) {
            escape(command);
        } else if (first == 0x0C) {
            clear();
        } else if (first == 0x18) {
            Arrays.fill(rows[row], ' ');
            column = 0;
        } else if (first >= ' ') {
            rows[row][column] = new String(command, LETTERS).charAt(0);
            column++;
            row = column == COLUMNS ? (row + 1) % ROWS : row;
            column %= COLUMNS;
        } else {
            listener.notUnderstood(HexFormat.ofDelimiter(" ").formatHex(command));
        }
    }

    private void escape(byte[] command) {
        switch (command[1]) {
            case '@' -> clear();
            case 'l' -> {
                column = Math.max(1, Math.min(COLUMNS, command[2])) - 1;
                row = Math.max(1, Math.min(ROWS, command[3])) - 1;
            }
            case 'Q' -> {
                String text = new String(command, 3, command.length - 4, LETTERS) + " ".repeat(COLUMNS);
                rows[command[2] == 'A' ? 0 : 1] = text.substring(0, COLUMNS).toCharArray();
            }
            case '*', '_', 'f', 'c', 't', 'R' -> {} // brightness, cursor and letters
            default -> listener.notUnderstood(HexFormat.ofDelimiter(" ").formatHex(command));
        }
    }

    private void clear() {
        for (char[] each : rows) {
            Arrays.fill(each, ' ');
        }
        column = 0;
        row = 0;
    }

    private String line(int index) {
        return new String(rows[index]);
    }

    @Override
    public List<ScriptCommand> commands() {
        return ScriptCommand.ofCable(this::pull, this::plugIn);
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

    /** Hears what the display shows, on its own thread. */
    @FunctionalInterface
    public interface Listener {

        /** Two lines of twenty characters. */
        void shows(String top, String bottom);

        /** Bytes came that mean nothing to this display. */
        default void notUnderstood(String hex) {}
    }
}
