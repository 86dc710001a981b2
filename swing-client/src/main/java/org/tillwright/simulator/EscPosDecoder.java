package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
import org.tillwright.simulator.PaperItem.StatusWanted;
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
    private static final int LINE_DOTS = 30;
    private static final int TAB_COLUMNS = 8;
    /** What GS1 calls FNC1, as a scanner tells it. */
    static final char FNC1 = 0x1D;

    private static final int FIRST_SYMBOLOGY = 65;
    private static final List<String> SYMBOLOGIES = List.of(
            "UPC-A",
            "UPC-E",
            "EAN13",
            "EAN8",
            "CODE39",
            "ITF",
            "CODABAR",
            "CODE93",
            "CODE128",
            "GS1-128",
            "GS1 DataBar Omnidirectional",
            "GS1 DataBar Truncated",
            "GS1 DataBar Limited",
            "GS1 DataBar Expanded");

    private final int columns;
    private final Consumer<PaperItem> paper;
    private final List<Run> runs = new ArrayList<>();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];
    private int page;
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
    private final EscPosPictures pictures = new EscPosPictures();

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
        if (!EscPosGrammar.isKnown(command)) {
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
            case 't' -> page = n;
            case '*' -> pictures.columns(command, side);
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
            case 'v' -> {
                endStartedLine();
                paper.accept(EscPosPictures.rows(command, side));
            }
            case 'a' -> paper.accept(new StatusWanted(n != 0));
            case '(' -> function(n, command);
            case '8' -> print(pictures.graphics(Arrays.copyOfRange(command, LONG_HEAD, command.length), side));
            case 'r' -> paper.accept(new Asked());
            default -> {} // margins and smoothing
        }
    }

    private void barcode(int kind, byte[] command) {
        boolean endsWithZero = kind < FIRST_SYMBOLOGY;
        int number = endsWithZero ? kind : kind - FIRST_SYMBOLOGY;
        if (number >= SYMBOLOGIES.size()) {
            unknown(command);
            return;
        }
        endStartedLine();
        String name = SYMBOLOGIES.get(number);
        int from = endsWithZero ? 3 : 4;
        int end = endsWithZero ? command.length - 1 : command.length;
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
                } else if (next == '1') {
                    content.append(FNC1);
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

    private void print(Optional<Raster> picture) {
        if (picture.isPresent()) {
            endStartedLine();
            paper.accept(picture.get());
        }
    }

    /** {@code GS ( k} is QR codes and {@code GS ( L} pictures; the other functions set up the printer. */
    private void function(int letter, byte[] command) {
        if (letter == 'L') {
            print(pictures.graphics(Arrays.copyOfRange(command, SHORT_HEAD, command.length), side));
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
            runs.add(
                    new Run(EscPosPages.decode(page, letters.toByteArray()), bold, underlined, inverse, width, height));
            letters.reset();
        }
    }

    /** A line that held nothing but a strip of a picture is as high as the strip. */
    private void endLine() {
        Optional<Raster> strip = pictures.takeStrip();
        if (strip.isEmpty() || !runs.isEmpty()) {
            paper.accept(new Line(runs, side));
            runs.clear();
        }
        strip.ifPresent(paper);
    }

    private void endStartedLine() {
        if (!runs.isEmpty()) {
            endLine();
        } else {
            pictures.takeStrip().ifPresent(paper);
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
        page = 0;
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
