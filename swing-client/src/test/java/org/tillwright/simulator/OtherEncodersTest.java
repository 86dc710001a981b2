package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Receipts in the words of encoders that other people wrote: the simulated printer understands every byte of them, and
 * what comes out is what was meant. The encoders are fetched by npm into {@code target} and never kept with the sources.
 */
@Timeout(300)
class OtherEncodersTest {

    private static final int COLUMNS = 42;
    private static final Path SOURCES = Path.of("src", "test", "encoders");
    private static final Path WORK = Path.of("target", "encoders");
    private static final Path LOCK = WORK.resolve("package-lock.json");
    private static final Path RECEIPTS = WORK.resolve("receipts");

    @BeforeAll
    static void letThemEncode() throws IOException, InterruptedException {
        assumeThat(Oracle.isThere("node") && Oracle.isThere("npm"))
                .as("node and npm are not installed, so nobody else can encode: apt-get install nodejs npm")
                .isTrue();
        Files.createDirectories(WORK);
        boolean isFetched = Files.exists(WORK.resolve("node_modules").resolve(".package-lock.json"))
                && Files.exists(LOCK)
                && Files.mismatch(LOCK, SOURCES.resolve("package-lock.json")) < 0;
        for (String file : List.of("package.json", "package-lock.json", "encode.mjs")) {
            Files.copy(SOURCES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isFetched) {
            run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        run("node", "encode.mjs", RECEIPTS.getFileName().toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path log = WORK.resolve(command[0] + ".log");
        Process process = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean isDone = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(isDone && process.waitFor() == 0)
                .as(() -> String.join(" ", command) + " did not succeed: " + read(log))
                .isTrue();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintedReceipt printed(String encoder) throws IOException {
        List<PaperItem> paper = new ArrayList<>();
        new EscPosDecoder(COLUMNS, paper::add).take(Files.readAllBytes(RECEIPTS.resolve(encoder + ".bin")));
        var receipt = new PrintedReceipt(paper, COLUMNS);
        receipt.save(Path.of("target", "paper"), encoder); // for people who want to look at it
        return receipt;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt-printer-encoder-raster",
                "receipt-printer-encoder-column",
                "receiptline-escpos",
                "receiptline-generic",
                "node-thermal-printer",
                "escpos-buffer"
            })
    void everyByteIsUnderstoodAndTheReceiptIsWhatWasMeant(String encoder) throws IOException {
        PrintedReceipt receipt = printed(encoder);
        assertThat(receipt.unknown()).isEmpty();
        assertThat(receipt.text().lines().map(String::strip))
                .contains(
                        "Village Grocer",
                        "Rye bread" + " ".repeat(29) + "4.90",
                        "Crème fraîche" + " ".repeat(25) + "1.29",
                        "[cut]")
                .anyMatch(line -> line.startsWith("underlined"))
                .anyMatch(line -> line.startsWith("[picture 96 x "));
        assertThat(receipt.text().strip()).endsWith("[cut]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt-printer-encoder-raster", "receipt-printer-encoder-column", "node-thermal-printer"})
    void theirBarcodesAndQrCodesAreWhatWasMeant(String encoder) throws IOException {
        assertThat(printed(encoder).text().lines())
                .contains("[EAN13 4006381333931]", "[CODE128 TW-00018342]", "[QR https://example.org/r/18342]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiptline-escpos", "receipt-printer-encoder-column", "escpos-buffer"})
    void anotherProgramReadsTheirCodesFromThePaper(String encoder) throws IOException, InterruptedException {
        assumeThat(Oracle.isThere("zbarimg"))
                .as("zbarimg is not installed: apt-get install zbar-tools")
                .isTrue();
        printed(encoder);
        assertThat(Oracle.codes(Path.of("target", "paper", encoder + ".png")))
                .contains("QR-Code:https://example.org/r/18342");
    }

    @Test
    void lettersOfOtherPagesComeOut() throws IOException {
        assertThat(printed("receipt-printer-encoder-raster").text()).contains("Хліб, Żółw, Ελλάδα, 3 €");
    }

    /** One of them leaves out how long the pulse is: what is wrong with other people's bytes is told too. */
    @Test
    void whatNoPrinterUnderstandsIsTold() throws IOException {
        assertThat(printed("broken-pulse").unknown()).containsExactly("01");
    }
}
