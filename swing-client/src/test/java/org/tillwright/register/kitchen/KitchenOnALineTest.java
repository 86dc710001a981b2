package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.StationState;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;
import org.tillwright.wire.LineParticulars;

/** Tickets by their own threads, over a serial port and a network, to two printers at the far ends. */
@Timeout(120)
class KitchenOnALineTest {

    @TempDir
    Path directory;

    private final BlockingQueue<PrintedReceipt> stovePaper = new LinkedBlockingQueue<>();
    private final BlockingQueue<PrintedReceipt> barPaper = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private PtyPair pair;
    private PrinterSimulator stove;
    private PrinterSimulator bar;
    private Devices devices;
    private RestaurantTill till;

    @BeforeEach
    void wire() throws Exception {
        pair = PtyPair.open(directory, "stove");
        stove = PrinterSimulator.open(pair.far().toString(), pair, 42, stovePaper::add);
        bar = PrinterSimulator.open("tcp:0", null, 48, barPaper::add);
        devices = Devices.open(
                DeviceUris.NONE
                        .withStation("kitchen", "escpos+serial:" + pair.near() + "?baud=38400")
                        .withStation("bar", "escpos+tcp:127.0.0.1:" + bar.tcpPort() + "?columns=48"),
                failure -> {});
        till = new RestaurantTill(directory.resolve("till"), "till-07", devices.stations());
        till.kitchen.listen(new KitchenListener() {
            @Override
            public void failed(String stationId, Trouble trouble, long waiting) {
                told.add(stationId + " " + trouble + " " + waiting);
            }

            @Override
            public void recovered(String stationId) {
                told.add(stationId + " prints again");
            }
        });
        till.kitchen.start();
    }

    @AfterEach
    void unwire() throws Exception {
        till.kitchen.close();
        till.close();
        devices.close();
        stove.close();
        bar.close();
        pair.close();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T found = queue.poll(30, TimeUnit.SECONDS);
        assertThat(found).isNotNull();
        return found;
    }

    @Test
    void aPrinterWithoutPaperHoldsUpNeitherTheSaleNorTheOtherStation() throws Exception {
        stove.setPaper(false);
        till.order("SOUP", "TEA");
        till.pay();
        assertThat(till.sale.last()).isPresent();
        assertThat(next(barPaper).text()).contains("Bar", "G1", "1 x Tea");
        assertThat(next(told)).isEqualTo("kitchen PAPER_OUT 1");
        stove.setPaper(true);
        // The printer said so before a byte of the ticket was sent.
        assertThat(next(stovePaper).text()).contains("Stove", "G1", "1 x Soup").doesNotContain("MAY BE A REPEAT");
        assertThat(next(told)).isEqualTo("kitchen prints again");
        assertThat(till.kitchen.waiting()).isEmpty();
    }

    @Test
    void aTestTicketGoesInBetweenAndSaysWhatItsPrinterSays() throws Exception {
        assertThat(till.kitchen.states())
                .containsOnly(Map.entry("bar", StationState.UNUSED), Map.entry("kitchen", StationState.UNUSED));
        CompletableFuture<Void> atBar = till.kitchen.tryOut("bar", KitchenOnALineTest::test);
        assertThat(next(barPaper).text()).contains("48 letters");
        atBar.get(30, TimeUnit.SECONDS);
        stove.setPaper(false);
        CompletableFuture<Void> atStove = till.kitchen.tryOut("kitchen", KitchenOnALineTest::test);
        assertThat(atStove)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(DeviceException.class, told -> assertThat(told.trouble())
                        .isEqualTo(Trouble.PAPER_OUT));
        assertThat(till.kitchen.tryOut("grill", KitchenOnALineTest::test)).isCompletedExceptionally();
        assertThat(told).as("nobody at the till hears of a test").isEmpty();
        assertThat(till.kitchen.states())
                .containsOnly(
                        Map.entry("bar", StationState.WELL),
                        Map.entry("kitchen", StationState.troubled(Trouble.PAPER_OUT)));
        stove.setPaper(true);
        assertThat(till.kitchen.tryOut("kitchen", KitchenOnALineTest::test)).succeedsWithin(Duration.ofSeconds(30));
        assertThat(till.kitchen.states()).containsEntry("kitchen", StationState.WELL);
    }

    @Test
    void aRollThatIsPutInIsSeenOverTheNetworkToo() throws Exception {
        bar.setPaper(false);
        till.order("TEA");
        till.pay();
        assertThat(next(told)).isEqualTo("bar PAPER_OUT 1");
        bar.setPaper(true);
        assertThat(next(barPaper).text()).contains("Bar", "G1", "1 x Tea");
        assertThat(next(told)).isEqualTo("bar prints again");
    }

    private static Receipt test(int columns) {
        return new Receipt(List.of(Receipt.Text.of(columns + " letters"), new Receipt.Cut()));
    }

    @Test
    void aCableThatIsPulledDelaysTicketsAndKeepsTheirOrder() throws Exception {
        pair.pull();
        for (String code : new String[] {"SOUP", "BURGER", "SOUP"}) {
            till.order(code);
            till.pay();
        }
        assertThat(next(told)).startsWith("kitchen ABSENT");
        pair.plugIn();
        assertThat(next(stovePaper).text()).contains("G1", "1 x Soup").doesNotContain("MAY BE A REPEAT");
        assertThat(next(stovePaper).text()).contains("G2", "1 x Burger");
        assertThat(next(stovePaper).text()).contains("G3", "1 x Soup");
    }

    @Test
    void otherProgramsReadTheTicket() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/zbarimg")))
                .as("zbarimg is not installed, so nobody else can read the code: apt-get install zbar-tools")
                .isTrue();
        till.order("SOUP", "SOUP", "BURGER");
        till.sale.changes().note(known -> known.withLine(2, new LineParticulars("no onions, well done", null, null)));
        till.sale.kitchen().send("Table 12");
        Path kept = Path.of("target", "paper"); // for people who want to look at it
        next(stovePaper).save(kept, "ticket");
        till.sale.voidLine(2);
        till.sale.kitchen().send();
        next(stovePaper).save(kept, "ticket-called-off");
        assertThat(run(kept, "zbarimg", "--quiet", "ticket.png")).contains("CODE-128:TWKG1");
        assumeThat(Files.isExecutable(Path.of("/usr/bin/tesseract")))
                .as("tesseract is not installed, so nobody else can read the words: apt-get install tesseract-ocr")
                .isTrue();
        assertThat(run(kept, "tesseract", "ticket.png", "-", "--dpi", "203", "--psm", "6"))
                .contains("Stove", "G1", "Table 12", "Soup", "Burger", "no onions, well done");
        assertThat(run(kept, "tesseract", "ticket-called-off.png", "-", "--dpi", "203", "--psm", "6"))
                .contains("Ticket 2 of this order", "Burger")
                .doesNotContain("Soup");
    }

    private static String run(Path directory, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
