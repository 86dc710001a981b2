package org.tillwright.register.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CharacterCodeTable;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import com.github.anastaciocintra.escpos.EscPos.PinConnector;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeHRIPosition;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeSystem;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;

/**
 * What our driver says and what escpos-coffee, another encoder, says for the same thing: the same commands. Where ESC/POS
 * takes a number both as itself and as a figure ({@code 0} and {@code '0'}), both count as the same.
 */
class SameAsEscPosCoffeeTest {

    private static final PrinterModel MODEL = new PrinterModel(42, CodePage.ALL, Knife.PARTIAL);
    private static final String QR = "https://example.org/r/18342";

    /** Commands, by their first two bytes, whose parameter may be a figure. */
    private static final List<String> TAKE_FIGURES = List.of("1b61", "1b45", "1b2d", "1b70", "1d48", "1d66", "1d42");

    private static List<String> ours(ReceiptLine... lines) {
        return ours(Knife.PARTIAL, lines);
    }

    private static List<String> ours(Knife knife, ReceiptLine... lines) {
        return commands(EscPosWriter.encode(
                new Receipt(List.of(lines)), new PrinterModel(MODEL.columns(), MODEL.pages(), knife)));
    }

    private static List<String> theirs(Job job) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var printer = new EscPos(bytes)) {
            job.on(printer);
        }
        return commands(bytes.toByteArray());
    }

    @Test
    void aReceiptBeginsAlike() throws IOException {
        assertThat(ours().get(0)).isEqualTo("1b40");
        assertThat(theirs(EscPos::initializePrinter)).containsExactly("1b40");
    }

    /** They say the whole style before each text; we say what changes. */
    @ParameterizedTest
    @EnumSource(Style.class)
    void stylesAndSidesAreSaidAlike(Style style) throws IOException {
        var size = style == Style.LARGE ? FontSize._2 : FontSize._1;
        var height = style == Style.LARGE || style == Style.TALL ? FontSize._2 : FontSize._1;
        var same = new com.github.anastaciocintra.escpos.Style()
                .setBold(style != Style.NORMAL)
                .setFontSize(size, height)
                .setJustification(Justification.Center);
        List<String> theirs = theirs(printer -> printer.write(same, "Total"));
        List<String> changes = ours(Text.centred("Total", style));
        assertThat(changes).contains("1b6101", "546f74616c");
        assertThat(theirs)
                .containsAll(changes.stream()
                        .filter(command -> command.matches("1b61..|1b45..|1d21..|546f74616c"))
                        .toList());
        assertThat(changes.contains("1b4501")).isEqualTo(theirs.contains("1b4501"));
        assertThat(changes.stream()
                        .filter(command -> command.startsWith("1d21"))
                        .toList())
                .isEqualTo(theirs.stream()
                        .filter(command -> command.startsWith("1d21") && !command.equals("1d2100"))
                        .toList());
    }

    @Test
    void barcodesAreSaidAlike() throws IOException {
        BarCode ean = new BarCode()
                .setSystem(BarCodeSystem.JAN13_B)
                .setBarCodeSize(3, 80)
                .setHRIPosition(BarCodeHRIPosition.BelowBarCode)
                .setJustification(Justification.Center);
        assertThat(ours(new Barcode(Symbology.EAN13, "4006381333931")))
                .containsAll(withoutFont(theirs(printer -> printer.write(ean, "4006381333931"))));
        BarCode code128 = new BarCode()
                .setSystem(BarCodeSystem.CODE128)
                .setBarCodeSize(3, 80)
                .setHRIPosition(BarCodeHRIPosition.BelowBarCode)
                .setJustification(Justification.Center);
        assertThat(ours(new Barcode(Symbology.CODE128, "TW-{12}")))
                .containsAll(withoutFont(theirs(printer -> printer.write(code128, "{BTW-{{12}"))));
    }

    /** The letters below the bars: we leave the printer's own. */
    private static List<String> withoutFont(List<String> commands) {
        return commands.stream().filter(command -> !command.startsWith("1d66")).toList();
    }

    /**
     * All but the model: what Epson's reference calls model 2 is 50, and escpos-coffee writes 49 for it, which is model 1.
     * The simulated printer takes both, so the reference decides.
     */
    @Test
    void qrCodesAreSaidAlike() throws IOException {
        QRCode qr = new QRCode().setSize(6).setModel(QRCode.QRModel._2).setJustification(Justification.Center);
        List<String> theirs = theirs(printer -> printer.write(qr, QR));
        List<String> ours = ours(new QrCode(QR));
        assertThat(theirs).contains("1d286b040031413100");
        assertThat(ours).contains("1d286b040031413200");
        assertThat(ours)
                .containsSubsequence(theirs.stream()
                        .filter(command -> !command.startsWith("1d286b04003141"))
                        .toList());
    }

    /** Theirs cuts where the knife stands; ours feeds the last line past it first. The kind of cut is the same. */
    @ParameterizedTest
    @CsvSource({"FULL, FULL, 41", "PARTIAL, PART, 42"})
    void theCutIsOfTheSameKind(Knife knife, CutMode mode, String withFeed) throws IOException {
        assertThat(theirs(printer -> printer.cut(mode))).containsExactly(mode == CutMode.FULL ? "1d5630" : "1d5631");
        assertThat(ours(knife, new Cut())).endsWith("1d56" + withFeed + "00");
        int ours = Integer.parseInt(withFeed, 16) - 'A';
        int theirs = mode == CutMode.FULL ? 0 : 1;
        assertThat(ours).isEqualTo(theirs);
    }

    @ParameterizedTest
    @CsvSource({"TWO, Pin_2", "FIVE, Pin_5"})
    void thePulseIsTheSame(EscPosDrawer.Pin pin, PinConnector connector) throws Exception {
        List<String> theirs = theirs(printer -> printer.pulsePin(connector, 60, 120));
        assertThat(theirs).containsExactly(pin == EscPosDrawer.Pin.TWO ? "1b70003c78" : "1b70013c78");
        assertThat(EscPosDrawer.pulse(pin)).isEqualTo(HexFormat.of().parseHex(theirs.get(0)));
    }

    @Test
    void picturesAreSaidAlike() throws IOException {
        byte[] dots = new byte[3 * 20];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = (byte) (i * 37 + 11);
        }
        var image = new BufferedImage(24, 20, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 24; x++) {
                image.setRGB(x, y, (dots[y * 3 + x / 8] >> (7 - x % 8) & 1) == 1 ? 0 : 0xFFFFFF);
            }
        }
        var wrapper = new RasterBitImageWrapper().setJustification(Justification.Center);
        List<String> theirs = theirs(printer ->
                printer.write(wrapper, new EscPosImage(new CoffeeImageImpl(image), new BitonalThreshold(127))));
        assertThat(ours(new Picture(24, 20, dots))).containsAll(theirs);
    }

    @Test
    void codePagesHaveTheSameNumbersAndLetters() throws IOException {
        Map<CodePage, CharacterCodeTable> tables = Map.of(
                CodePage.CP858, CharacterCodeTable.CP858_Euro,
                CodePage.WPC1252, CharacterCodeTable.WPC1252,
                CodePage.CP852, CharacterCodeTable.CP852_Latin2,
                CodePage.CP866, CharacterCodeTable.CP866_Cyrillic_2,
                CodePage.WPC1251, CharacterCodeTable.WCP1251_Cyrillic,
                CodePage.WPC1253, CharacterCodeTable.WCP1253_Greek);
        Map<CodePage, String> letters = Map.of(
                CodePage.CP858, "ÆØÅ é ß €",
                CodePage.CP852, "Żółw",
                CodePage.CP866, "Ж",
                CodePage.WPC1251, "Їґ",
                CodePage.WPC1253, "Ελλάδα");
        assertThat(tables.keySet()).containsExactlyInAnyOrderElementsOf(CodePage.ALL);
        for (CodePage page : CodePage.ALL) {
            CharacterCodeTable table = tables.get(page);
            assertThat(theirs(printer -> printer.setCharacterCodeTable(table)))
                    .containsExactly("1b74" + HexFormat.of().toHexDigits((byte) page.number()));
            String text = letters.getOrDefault(page, "");
            List<String> theirs = theirs(printer -> {
                printer.setCharacterCodeTable(table);
                printer.write(text);
            });
            assertThat(text.isEmpty() || theirs.contains(HexFormat.of().formatHex(text.getBytes(page.charset()))))
                    .as(() -> page + ": " + theirs)
                    .isTrue();
        }
    }

    /** Takes bytes apart: a command each, and the letters between two commands together. */
    private static List<String> commands(byte[] bytes) {
        var commands = new ArrayList<String>();
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes, at);
            commands.add(canonical(Arrays.copyOfRange(bytes, at, at + length)));
            at += length;
        }
        return commands;
    }

    private static int length(byte[] bytes, int at) {
        int first = bytes[at];
        if (first != 0x1B && first != 0x1C && first != 0x1D) {
            int end = at + 1;
            while (end < bytes.length && (bytes[end] & 0xFF) >= ' ' && bytes[at] != '\n') {
                end++;
            }
            return end - at;
        }
        char letter = (char) bytes[at + 1];
        return switch (letter) {
            case '@', '.', '2' -> 2;
            case 'p' -> 5;
            case 'V' -> bytes[at + 2] >= 'A' ? 4 : 3;
            case 'k' -> 4 + bytes[at + 3];
            case '(' -> 5 + number(bytes, at + 3);
            case 'v' -> 8 + number(bytes, at + 4) * number(bytes, at + 6);
            default -> 3;
        };
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static String canonical(byte[] command) {
        String hex = HexFormat.of().formatHex(command);
        boolean isFigure = command.length >= 3 && command[2] >= '0' && command[2] <= '3';
        return isFigure && TAKE_FIGURES.contains(hex.substring(0, 4))
                ? hex.substring(0, 4) + "0" + (char) command[2] + hex.substring(6)
                : hex;
    }

    /** Something to be said. */
    @FunctionalInterface
    private interface Job {
        void on(EscPos printer) throws IOException;
    }
}
