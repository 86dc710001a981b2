package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.simulator.PaperItem.Asked;
import org.tillwright.simulator.PaperItem.Bars;
import org.tillwright.simulator.PaperItem.Cut;
import org.tillwright.simulator.PaperItem.DrawerPulse;
import org.tillwright.simulator.PaperItem.Feed;
import org.tillwright.simulator.PaperItem.Line;
import org.tillwright.simulator.PaperItem.Qr;
import org.tillwright.simulator.PaperItem.Raster;
import org.tillwright.simulator.PaperItem.Run;
import org.tillwright.simulator.PaperItem.Side;
import org.tillwright.simulator.PaperItem.Unknown;

/**
 * Reads ESC/POS as a printer does: bytes in, in any pieces, and what happens to the paper out. Bytes it does not
 * understand are told as {@link Unknown}, never passed over.
 */
public final class EscPosDecoder {

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    /** Bytes before the parameters of {@code GS ( X} and {@code GS 8 X}, and before a picture's dots in them. */
    private static final int SHORT_HEAD = 5;

    private static final int LONG_HEAD = 7;
    private static final int GRAPHICS_HEAD = 10;
    private static final int LINE_DOTS = 30;
    private static final int TAB_COLUMNS = 8;
    private static final Map<Integer, Charset> PAGES = Map.of(
            0, Charset.forName("IBM437"),
            2, Charset.forName("IBM850"),
            16, Charset.forName("windows-1252"),
            17, Charset.forName("IBM866"),
            18, Charset.forName("IBM852"),
            19, Charset.forName("IBM00858"),
            46, Charset.forName("windows-1251"),
            47, Charset.forName("windows-1253"));
    private static final Map<Integer, String> SYMBOLOGIES = Map.of(
            65, "UPC-A", 66, "UPC-E", 67, "EAN13", 68, "EAN8", 69, "CODE39", 70, "ITF", 71, "CODABAR", 72, "CODE93", 73,
            "CODE128");

    private final int columns;
    private final Consumer<PaperItem> paper;
    private final List<Run> runs = new ArrayList<>();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];
    private Charset page = StandardCharsets.US_ASCII;
    private boolean bold;
    private boolean underlined;
    private boolean inverse;
    private int width;
    private int height;
    private Side side = Side.LEFT;
    private int barHeight;
    private int barWidth;
    private boolean captioned;
    private int qrDots;
    private String qrContent = "";
    private List<Byte> stored = List.of();
    private int storedAcross;

    /** @param columns normal characters on a line */
    public EscPosDecoder(int columns, Consumer<PaperItem> paper) {
        this.columns = columns;
        this.paper = paper;
        reset();
    }

    /** Takes bytes as they arrive; a command may come in pieces. */
    public void take(byte[] bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        int at = 0;
        int length = 0;
        while (at < all.length && length != EscPosGrammar.MORE) {
            byte[] rest = Arrays.copyOfRange(all, at, all.length);
            length = EscPosGrammar.length(rest);
            if (length != EscPosGrammar.MORE) {
                command(Arrays.copyOf(rest, length));
                at += length;
            }
        }
        pending = Arrays.copyOfRange(all, at, all.length);
    }

    private void command(byte[] command) {
        int first = command[0] & 0xFF;
        if (first >= ' ') {
            letter(command[0]);
            return;
        }
        endRun();
        switch (first) {
            case '\n' -> endLine();
            case '\t' -> tab();
            case '\r', 0x0C, 0x18, 0x00 -> {}
            case ESC, FS, GS, 0x10 -> escape(first, command);
            default -> unknown(command);
        }
    }

    private void escape(int first, byte[] command) {
        int letter = command[1] & 0xFF;
        if (!EscPosGrammar.isKnown(first, letter)) {
            unknown(command);
        } else if (first == ESC) {
            esc(letter, command);
        } else if (first == GS) {
            gs(letter, command);
        }
        // DLE is answered as it arrives, and FS sets up letters of Asian printers: neither changes this paper.
    }

    private void esc(int letter, byte[] command) {
        int n = command.length > 2 ? command[2] & 0xFF : 0;
        switch (letter) {
            case '@' -> reset();
            case '$' -> moveTo(((command[2] & 0xFF) | (command[3] & 0xFF) << 8) / PaperPainter.CELL_WIDTH);
            case '\\' ->
                moveTo(usedColumns() + (short) ((command[2] & 0xFF) | command[3] << 8) / PaperPainter.CELL_WIDTH);
            case 'a' -> side = n % 48 == 1 ? Side.CENTRE : n % 48 == 2 ? Side.RIGHT : Side.LEFT;
            case 'E', 'G' -> bold = (n & 1) == 1;
            case '-' -> underlined = n % 48 > 0;
            case 't' -> page = PAGES.getOrDefault(n, StandardCharsets.US_ASCII);
            case 'd' -> feed(n * LINE_DOTS);
            case 'J' -> feed(n);
            case 'p' ->
                paper.accept(new DrawerPulse(n % 48 == 1 ? 5 : 2, (command[3] & 0xFF) * 2, (command[4] & 0xFF) * 2));
            case 'i', 'm' -> cut();
            case '!' -> {
                bold = (n & 0x08) > 0;
                height = (n & 0x10) > 0 ? 2 : 1;
                width = (n & 0x20) > 0 ? 2 : 1;
            }
            default -> {} // margins, tabs and spacing that a receipt's meaning does not hang on
        }
    }

    private void gs(int letter, byte[] command) {
        int n = command[2] & 0xFF;
        switch (letter) {
            case '!' -> {
                width = (n >> 4 & 7) + 1;
                height = (n & 7) + 1;
            }
            case 'B' -> inverse = (n & 1) == 1;
            case 'V' -> {
                feed(n >= 65 ? (command[3] & 0xFF) + LINE_DOTS * 3 : 0);
                cut();
            }
            case 'h' -> barHeight = n;
            case 'w' -> barWidth = n;
            case 'H' -> captioned = n % 48 > 0;
            case 'k' -> barcode(n, command);
            case 'v' -> raster(command);
            case '(' -> function(n, command);
            case '8' -> graphics(Arrays.copyOfRange(command, LONG_HEAD, command.length));
            case 'r' -> paper.accept(new Asked());
            default -> {} // margins, and questions that the printer around this answers
        }
    }

    private void barcode(int kind, byte[] command) {
        endStartedLine();
        String name = SYMBOLOGIES.get(kind < 65 ? kind + 65 : kind);
        if (name == null) {
            unknown(command);
            return;
        }
        int from = kind < 65 ? 3 : 4;
        int end = kind < 65 ? command.length - 1 : command.length;
        String data = new String(command, from, end - from, StandardCharsets.ISO_8859_1);
        String content =
                switch (name) {
                    case "CODE128" -> code128(data);
                    // A printer works out the check digit that it was not given.
                    case "EAN13" -> data.length() == 12 ? data + ScanCode.checkDigit(data) : data;
                    default -> data;
                };
        paper.accept(new Bars(name, content, barWidth, barHeight, captioned, side));
    }

    /** Takes the changes of set out again: in set C each byte stands for two digits. */
    private static String code128(String data) {
        var content = new StringBuilder();
        char set = 'B';
        for (int i = 0; i < data.length(); i++) {
            char character = data.charAt(i);
            if (character == '{' && i + 1 < data.length()) {
                char next = data.charAt(++i);
                if (next == '{') {
                    content.append('{');
                } else {
                    set = next;
                }
            } else if (set == 'C') {
                content.append((char) ('0' + character / 10)).append((char) ('0' + character % 10));
            } else {
                content.append(character);
            }
        }
        return content.toString();
    }

    private void raster(byte[] command) {
        endStartedLine();
        int across = (command[4] & 0xFF) | (command[5] & 0xFF) << 8;
        int down = (command[6] & 0xFF) | (command[7] & 0xFF) << 8;
        paper.accept(new Raster(across, down, bits(command, 8), side));
    }

    /** A picture is sent first (function 112) and printed by a second command (2 or 50). */
    private void graphics(byte[] parameters) {
        int function = parameters.length < 2 ? 0 : parameters[1];
        if (function == 112 && parameters.length > GRAPHICS_HEAD) {
            int across = (((parameters[6] & 0xFF) | (parameters[7] & 0xFF) << 8) + 7) >> 3;
            int down = (parameters[8] & 0xFF) | (parameters[9] & 0xFF) << 8;
            stored = bits(parameters, GRAPHICS_HEAD);
            storedAcross = stored.size() == across * down ? across : 0;
        } else if ((function == 2 || function == 50) && storedAcross > 0) {
            endStartedLine();
            paper.accept(new Raster(storedAcross, stored.size() / storedAcross, stored, side));
        }
    }

    private static List<Byte> bits(byte[] bytes, int from) {
        var bits = new ArrayList<Byte>(bytes.length - from);
        for (int i = from; i < bytes.length; i++) {
            bits.add(bytes[i]);
        }
        return bits;
    }

    /** {@code GS ( k} is QR codes and {@code GS ( L} pictures; the other functions set up the printer. */
    private void function(int letter, byte[] command) {
        if (letter == 'L') {
            graphics(Arrays.copyOfRange(command, SHORT_HEAD, command.length));
            return;
        }
        boolean isQr = letter == 'k' && command.length >= 7 && command[5] == 49;
        if (!isQr) {
            return;
        }
        switch (command[6]) {
            case 67 -> qrDots = command[7];
            case 80 -> qrContent = new String(command, 8, command.length - 8, StandardCharsets.UTF_8);
            case 81 -> {
                endStartedLine();
                paper.accept(new Qr(qrContent, qrDots, side));
            }
            default -> {} // model and error correction change how the code looks, not what it says
        }
    }

    private void letter(byte letter) {
        if (usedColumns() + width > columns) {
            endRun();
            endLine();
        }
        letters.write(letter);
    }

    private int usedColumns() {
        return runs.stream().mapToInt(Run::columns).sum() + letters.size() * width;
    }

    private void tab() {
        moveTo((usedColumns() / TAB_COLUMNS + 1) * TAB_COLUMNS);
    }

    /** Moves on to a column; this paper does not print over what is there. */
    private void moveTo(int column) {
        int blanks = Math.min(column, columns) - usedColumns();
        if (blanks > 0) {
            runs.add(new Run(" ".repeat(blanks), false, false, false, 1, 1));
        }
    }

    /** Letters before a change look as they did when they came. */
    private void endRun() {
        if (letters.size() > 0) {
            runs.add(new Run(letters.toString(page), bold, underlined, inverse, width, height));
            letters.reset();
        }
    }

    private void endLine() {
        paper.accept(new Line(runs, side));
        runs.clear();
    }

    private void endStartedLine() {
        if (!runs.isEmpty()) {
            endLine();
        }
    }

    private void feed(int dots) {
        endStartedLine();
        if (dots > 0) {
            paper.accept(new Feed(dots));
        }
    }

    private void cut() {
        endStartedLine();
        paper.accept(new Cut());
    }

    private void reset() {
        runs.clear();
        page = PAGES.getOrDefault(0, StandardCharsets.US_ASCII);
        bold = false;
        underlined = false;
        inverse = false;
        width = 1;
        height = 1;
        side = Side.LEFT;
        barHeight = 162;
        barWidth = 3;
        captioned = false;
        qrDots = 3;
    }

    private void unknown(byte[] bytes) {
        paper.accept(new Unknown(HexFormat.ofDelimiter(" ").formatHex(bytes)));
    }
}
