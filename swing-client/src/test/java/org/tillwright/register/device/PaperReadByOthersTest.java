package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.Oracle;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/**
 * Receipts as they come out of a printer at the far end of a real line, read from the picture of the paper by tesseract and
 * zbarimg. The pictures stay in {@code target/paper} for people who want to look at them.
 */
@Timeout(180)
class PaperReadByOthersTest {

    private static final Path PAPER = Path.of("target", "paper");

    /** Of a name, never of an amount: tesseract takes a letter that it rarely sees for its more common neighbour. */
    private static final int MISREAD_LETTERS = 1;

    private static final List<String> ENGLISH = List.of(
            "Village Grocer|", "Rye bread, sliced|4.90", "Strawberry jam|3.25", "Butter unsalted|2.80", "Total|10.95");
    private static final List<String> DANISH = List.of(
            "Landsbyens Købmand|",
            "Rugbrød i skiver|29,95",
            "Jordbærgrød|34,75",
            "Økologisk smør|22,00",
            "Byttepenge|13,55");
    private static final List<String> UKRAINIAN = List.of(
            "Сільська крамниця|",
            "Хліб житній|49,90",
            "Варення полуничне|32,50",
            "Їжачок ґречаний|28,00",
            "Решта|13,55");

    /** {@code pages} is what the printer has: with none that holds a language, its lines are pictures. */
    @ParameterizedTest
    @CsvSource({
        "eng, 42, 'cp858', english",
        "eng, 48, 'cp858', english-48",
        "eng, 32, 'cp858', english-32",
        "dan, 42, 'cp858', danish",
        "dan, 42, 'cp866', danish-as-pictures",
        "ukr, 42, 'cp866,wpc1251', ukrainian",
        "ukr, 42, 'cp858', ukrainian-as-pictures",
        "ukr, 48, 'cp858', ukrainian-as-pictures-48",
    })
    void tesseractReadsWhatWasPrinted(String language, int columns, String pages, String name) throws Exception {
        assumeThat(Oracle.reads(language))
                .as("tesseract does not know %s: apt-get install tesseract-ocr-%s", language, language)
                .isTrue();
        List<String> lines =
                switch (language) {
                    case "dan" -> DANISH;
                    case "ukr" -> UKRAINIAN;
                    default -> ENGLISH;
                };
        PrintedReceipt receipt = printed(receipt(lines, columns), columns, "&pages=" + pages);
        assertThat(receipt.unknown()).isEmpty();
        assertThat(receipt.text().contains("[picture ")).isEqualTo(name.contains("pictures"));
        receipt.save(PAPER, name);
        String read = Oracle.text(PAPER.resolve(name + ".png"), language);
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            assertThat(read.lines().map(String::strip))
                    .as(() -> "what was read of " + name + ":\n" + read)
                    .anyMatch(found -> found.endsWith(parts[1])
                            && differences(found, (parts[0] + " " + parts[1]).strip()) <= MISREAD_LETTERS);
        }
    }

    /** How many letters have to be put in, left out or changed to make one text of the other. */
    private static int differences(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    private static Receipt receipt(List<String> lines, int columns) {
        var all = new ArrayList<ReceiptLine>();
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            if (parts[1].isEmpty()) {
                all.add(Text.centred(parts[0], Style.TALL));
                all.add(Text.of(""));
            } else {
                all.add(Text.of(parts[0] + " ".repeat(columns - parts[0].length() - parts[1].length()) + parts[1]));
            }
        }
        all.add(new Cut());
        return new Receipt(all);
    }

    @ParameterizedTest
    @CsvSource({"32", "42", "48"})
    void zbarimgReadsTheCodesOnPaperOfEveryWidth(int columns) throws Exception {
        assumeThat(Oracle.isThere("zbarimg"))
                .as("zbarimg is not installed: apt-get install zbar-tools")
                .isTrue();
        var codes = new Receipt(List.of(
                new QrCode(SampleReceipt.QR),
                new Barcode(Symbology.EAN13, "4006381333931"),
                new Barcode(Symbology.CODE128, "TW-0000018342"),
                new Cut()));
        PrintedReceipt receipt = printed(codes, columns, "");
        assertThat(receipt.unknown()).isEmpty();
        receipt.save(PAPER, "codes-" + columns);
        assertThat(Oracle.codes(PAPER.resolve("codes-" + columns + ".png")))
                .containsExactlyInAnyOrder(
                        "QR-Code:" + SampleReceipt.QR, "EAN-13:4006381333931", "CODE-128:TW-0000018342");
    }

    /** The usual receipt ends with both: the second is for scanners that read no squares. */
    @ParameterizedTest
    @CsvSource({"42, 1", "48, 2"})
    void aReceiptsNumberThatIsTooWideForBarsIsNoSecondSquare(int columns, int codes) throws Exception {
        assumeThat(Oracle.isThere("zbarimg"))
                .as("zbarimg is not installed: apt-get install zbar-tools")
                .isTrue();
        String number = "A9C3-11F0-8D2E-4B77";
        var end = new Receipt(List.of(
                new QrCode("tillwright:" + number), new Barcode(Symbology.CODE128, number), Text.of("end"), new Cut()));
        PrintedReceipt receipt = printed(end, columns, "");
        receipt.save(PAPER, "number-" + columns);
        assertThat(Oracle.codes(PAPER.resolve("number-" + columns + ".png")))
                .hasSize(codes)
                .contains("QR-Code:tillwright:" + number);
        assertThat(receipt.text()).as("somebody can key it").contains(number);

        var alone = new Receipt(List.of(new Barcode(Symbology.CODE128, number), new Cut()));
        printed(alone, columns, "").save(PAPER, "number-alone-" + columns);
        assertThat(Oracle.codes(PAPER.resolve("number-alone-" + columns + ".png")))
                .containsExactly((columns == 42 ? "QR-Code:" : "CODE-128:") + number);
    }

    /** Nobody here reads these scripts by machine: the picture is for people, the columns are checked dot by dot elsewhere. */
    @Test
    void scriptsFromRightToLeftAndIdeographsStandInTheColumnsOfTheReceipt() throws Exception {
        PrintedReceipt receipt = printed(
                receipt(
                        List.of(
                                "\u0628\u0642\u0627\u0644\u0629 \u0627\u0644\u0642\u0631\u064a\u0629|",
                                "\u062e\u0628\u0632 \u0645\u0639 \u0632\u064a\u062a 250 g|4,90 A",
                                "\u05dc\u05d7\u05dd \u05e9\u05d9\u05e4\u05d5\u05df|3,25 A",
                                "\u65e5\u672c\u8336 \u7eff\u8336|12,80 B",
                                "2 x Sushi \u5bff\u53f8|10,95 A",
                                "Їжачок ґречаний|28,00 A",
                                "Rye bread|2,50 A"),
                        42),
                42,
                "&pages=cp858");
        receipt.save(PAPER, "many-scripts");
        assertThat(receipt.unknown()).isEmpty();
        assertThat(receipt.text().lines().filter(line -> line.strip().startsWith("[picture ")))
                .hasSize(6)
                .filteredOn(line -> line.equals("[picture 504 x 30]"))
                .hasSize(5);
        assertThat(Files.size(PAPER.resolve("many-scripts.png"))).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"partial", "full", "none"})
    void theReceiptEndsAsTheSettingsSay(String cut) throws Exception {
        BlockingQueue<PrintedReceipt> moved = new LinkedBlockingQueue<>();
        var listener = new PrinterSimulator.Listener() {
            @Override
            public void cut(PrintedReceipt receipt) {
                moved.add(receipt);
            }

            @Override
            public void moved(PrintedReceipt soFar) {
                if (cut.equals("none") && soFar.items().size() == 2) {
                    moved.add(soFar);
                }
            }
        };
        try (PrinterSimulator printer = PrinterSimulator.open("tcp:0", null, 42, listener);
                Devices devices = open(printer, 42, "&cut=" + cut)) {
            devices.printer()
                    .orElseThrow()
                    .use(device -> device.print(new Receipt(List.of(Text.of("Bread"), new Cut()))));
            PrintedReceipt receipt = moved.poll(20, TimeUnit.SECONDS);
            assertThat(receipt).isNotNull();
            assertThat(receipt.text()).isEqualTo(cut.equals("none") ? "Bread" : "Bread\n[cut]");
            assertThat(receipt.items()).as("the paper is fed past the knife").hasSize(cut.equals("none") ? 2 : 3);
        }
    }

    private static PrintedReceipt printed(Receipt receipt, int columns, String options) throws Exception {
        BlockingQueue<PrintedReceipt> paper = new LinkedBlockingQueue<>();
        try (PrinterSimulator printer = PrinterSimulator.open("tcp:0", null, columns, paper::add);
                Devices devices = open(printer, columns, options)) {
            devices.printer().orElseThrow().use(device -> device.print(receipt));
            PrintedReceipt printed = paper.poll(30, TimeUnit.SECONDS);
            assertThat(printed).isNotNull();
            return printed;
        }
    }

    private static Devices open(PrinterSimulator printer, int columns, String options) {
        return Devices.open(
                DeviceUris.NONE.with(
                        DeviceKind.PRINTER,
                        "escpos+tcp:127.0.0.1:" + printer.tcpPort() + "?columns=" + columns + options),
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }
}
