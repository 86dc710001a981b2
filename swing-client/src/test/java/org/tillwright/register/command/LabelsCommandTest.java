package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.testing.TestStore;
import org.tillwright.simulator.LabelSimulator;
import org.tillwright.simulator.PrintedLabel;
import org.tillwright.wire.SnapshotMessage;
import picocli.CommandLine;

/** Lists of labels as somebody prints them before the shop opens: what comes out, and what is said of lists that make no sense. */
@Timeout(120)
class LabelsCommandTest {

    private static final String HAM = "90012345678908";

    @TempDir
    Path directory;

    private final StringWriter told = new StringWriter();
    private final BlockingQueue<PrintedLabel> labels = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> unknown = new LinkedBlockingQueue<>();
    private Path home;

    @BeforeEach
    void giveTheRegisterPrices() throws Exception {
        RegisterHome register = new RegisterHome(Files.createDirectories(directory.resolve("register")));
        home = register.directory();
        List<SnapshotMessage.Item> items = new ArrayList<>(TestStore.items());
        items.add(TestStore.item("ham", "Ham", "KILOGRAM", "REDUCED", 20_000_000L, HAM, null));
        try (CatalogueStore store = CatalogueStore.open(register.catalogue())) {
            store.save(TestStore.snapshot(1, 0, items));
        }
    }

    private LabelSimulator printer() throws IOException {
        return LabelSimulator.open(
                "tcp:0", null, LabelSimulator.Language.TSPL, LabelSimulator.DEFAULT_DPI, new LabelSimulator.Listener() {
                    @Override
                    public void printed(PrintedLabel label) {
                        labels.add(label);
                    }

                    @Override
                    public void unknown(String what) {
                        unknown.add(what);
                    }
                });
    }

    private Path list(String... lines) throws IOException {
        return Files.write(directory.resolve("list.txt"), List.of(lines));
    }

    private int labels(String... arguments) {
        CommandLine line = RegisterCommands.commandLine();
        line.setErr(new PrintWriter(told, true));
        return line.execute(Stream.concat(Stream.of("labels", "--home", home.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void aListComesOutLineByLineWithItsCopies() throws Exception {
        Path list = list(TestStore.MILK_CODE, TestStore.MILK_CODE + ", 3", "", HAM + ",2,485");
        try (LabelSimulator printer = printer()) {
            assertThat(labels("--label", "tspl+tcp:127.0.0.1:" + printer.tcpPort(), list.toString()))
                    .as(told.toString())
                    .isZero();
        }
        assertThat(labels).extracting(PrintedLabel::copies).containsExactly(1, 3, 2);
        assertThat(unknown).isEmpty();
        assertThat(told.toString()).contains("6 labels printed.");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsPrinted() throws Exception {
        Path list = list("4711", TestStore.MILK_CODE + ",0", TestStore.MILK_CODE, "2100,1,485", HAM + ",1,heavy");
        try (LabelSimulator printer = printer()) {
            assertThat(labels("--label", "tspl+tcp:127.0.0.1:" + printer.tcpPort(), list.toString()))
                    .isNotZero();
        }
        assertThat(labels).isEmpty();
        assertThat(told.toString().lines())
                .containsExactly(
                        "Line 1: no item has the code 4711.",
                        "Line 2: 0 is no number of labels from 1 to 500.",
                        "Line 4: 2100 has no GTIN or no price, so that no label can say what a pack of it weighs.",
                        "Line 5: after the number of labels comes a weight in grams, such as 485, and no more.",
                        "Nothing was printed.");
    }

    @Test
    void labelsThatAreTooSmallAreNamedBeforeTheFirstComesOut() throws Exception {
        Path list = list(TestStore.MILK_CODE, HAM + ",1,485", HAM);
        Path out = directory.resolve("pictures");
        try (LabelSimulator printer = printer()) {
            String uri = "tspl+tcp:127.0.0.1:" + printer.tcpPort() + "?size=30x15";
            assertThat(labels("--label", uri, list.toString())).isNotZero();
        }
        assertThat(labels).isEmpty();
        assertThat(told.toString()).contains("Line 2: ", "does not fit on labels of this size", "Nothing was printed.");
        assertThat(labels("--out", out.toString(), "--size", "30x15", list.toString()))
                .isNotZero();
        assertThat(told.toString()).contains("No picture was kept.");
        assertThat(out).doesNotExist();
    }

    @Test
    void aRollThatEndsIsToldWithTheLineWhereItDid() throws Exception {
        Path list = list(TestStore.MILK_CODE, HAM + ",5");
        try (LabelSimulator printer = printer()) {
            printer.runOutAfter(3);
            assertThat(labels("--label", "tspl+tcp:127.0.0.1:" + printer.tcpPort(), list.toString()))
                    .isNotZero();
        }
        assertThat(labels).extracting(PrintedLabel::copies).containsExactly(1, 2);
        assertThat(told.toString())
                .startsWith("Line 2: The label printer has no labels")
                .contains("What stands before this line is printed");
    }

    @Test
    void picturesAreKeptInPlaceOfPaper() throws Exception {
        Path out = directory.resolve("pictures");
        assertThat(labels(
                        "--out",
                        out.toString(),
                        list(TestStore.MILK_CODE, HAM + ",1,485").toString()))
                .as(told.toString())
                .isZero();
        assertThat(out.resolve("label-0001.png")).isNotEmptyFile();
        assertThat(out.resolve("label-0002.png")).isNotEmptyFile();
        assertThat(told.toString()).contains("2 pictures are in " + out);
    }

    @Test
    void aListThatCannotBeReadIsNamed() throws Exception {
        assertThat(labels(directory.resolve("nowhere.txt").toString())).isNotZero();
        assertThat(told.toString()).contains("nowhere.txt cannot be read; is it there?");
        Path latin = Files.write(directory.resolve("latin.txt"), "Smør".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(labels(latin.toString())).isNotZero();
        assertThat(told.toString()).contains("latin.txt is no text in UTF-8");
        assertThat(labels(list("").toString())).isNotZero();
        assertThat(told.toString()).contains("The list names no item. Write one code a line.");
    }

    @Test
    void aRegisterWithoutPricesOrPrinterSaysSo() throws Exception {
        assertThat(labels(list(TestStore.MILK_CODE).toString())).isNotZero();
        assertThat(told.toString()).contains("This register has no label printer");
        home = directory.resolve("new");
        assertThat(labels(list(TestStore.MILK_CODE).toString())).isNotZero();
        assertThat(told.toString()).contains("has no prices yet: let it reach its server once.");
    }
}
