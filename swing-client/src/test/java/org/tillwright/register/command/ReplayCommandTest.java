package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.tally.TillSums;
import org.tillwright.register.testing.StoreServer;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.till.TillFigure;
import picocli.CommandLine;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplayCommandTest {

    private static final String CSV =
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HEART,6,12/1/10 8:26,2.55,17850,United Kingdom
            536365,71053,LANTERN,6,12/1/10 8:26,3.39,17850,United Kingdom
            536365,85123A,WHITE HEART,2,12/1/10 8:26,2.10,17850,United Kingdom
            536366,71053,LANTERN,4,12/1/10 8:28,3.39,17850,United Kingdom
            536366,85123a,WHITE HEART,-1,12/1/10 8:28,2.55,17850,United Kingdom
            536367,22139,,56,12/1/10 11:52,0,,United Kingdom
            C536379,D,Discount,-1,12/1/10 9:41,27.50,14527,United Kingdom
            """;

    private static final String TOTALS =
            """
            {"invoice_totals": {"536365": "39.84", "536366": "11.01", "536367": "0.00", "C536379": "-27.50"}}
            """;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StoreServer server;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        server = new StoreServer();
        file = Files.writeString(directory.resolve("sales.csv"), CSV);
        Files.writeString(directory.resolve("online-retail-totals.json"), TOTALS);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int replay(String home, String... more) {
        CommandLine command = RegisterCommands.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] arguments = {
            "replay",
            file.toString(),
            "--server",
            server.address().toString(),
            "--home",
            directory.resolve(home).toString(),
            "--enrolment-code",
            "ABCDE-FGHJK",
            "--pin",
            TestStore.PIN,
            "--json"
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        out.getBuffer().setLength(0);
        return command.execute(all);
    }

    private ReplayReport report() {
        return WireJson.read(out.toString().getBytes(StandardCharsets.UTF_8), ReplayReport.class);
    }

    @Test
    void everyInvoiceBecomesOneSaleWithItsTotal() {
        assertThat(replay("home")).as(err.toString()).isZero();
        ReplayReport report = report();
        assertThat(report.invoices()).isEqualTo(4);
        assertThat(report.lines()).isEqualTo(7);
        assertThat(report.compared()).isEqualTo(4);
        assertThat(report.total()).isEqualTo("23.35");
        assertThat(report.mismatches()).isEmpty();
        assertThat(report.posted()).isEqualTo(4);
        assertThat(report.serverAgrees()).isTrue();
        assertThat(server.saleCount()).isEqualTo(4);
        assertThat(server.totalMinor()).isEqualTo(2335);
    }

    @Test
    void aRegisterThatIsMadeKnownGoesOnFromItsNewestZReport() throws Exception {
        replay("home");
        try (Journal journal =
                Journal.open(new RegisterHome(directory.resolve("home")).journal(), new TestClock(), TestKeys.SEALER)) {
            assertThat(journal.sums()
                            .of(TillSums.WORKSTATION, TillFigure.Z_REPORTS)
                            .count())
                    .as("the replay settles its till")
                    .isEqualTo(StoreServer.LAST_Z + 1);
        }
    }

    @Test
    void aPriceThatIsNotTheItemsIsAnOverrideWithItsReason() {
        replay("home");
        SaleMessage sale = server.sales().stream()
                .filter(one -> one.transactionId().equals(Replay.transactionId("536365")))
                .findFirst()
                .orElseThrow();
        assertThat(sale.lines()).hasSize(3);
        assertThat(sale.lines().get(0).override()).isNull();
        assertThat(sale.lines().get(2).override())
                .isEqualTo(new SaleMessage.OverriddenPrice(2_550_000L, "IMPORTED", "op-1"));
    }

    @Test
    void aSecondReplayPostsNothingNew() {
        replay("home");
        int records = server.recordCount();
        assertThat(replay("home")).isZero();
        assertThat(report().posted()).isZero();
        assertThat(report().alreadyThere()).isEqualTo(4);
        assertThat(report().total()).isEqualTo("23.35");
        assertThat(server.recordCount()).isEqualTo(records);
    }

    @Test
    void aRegisterWithANewHomePostsNothingNewEither() {
        replay("home");
        int records = server.recordCount();
        assertThat(replay("another-home")).as(err.toString()).isZero();
        assertThat(report().posted()).isZero();
        assertThat(report().alreadyThere()).isEqualTo(4);
        assertThat(server.recordCount()).isEqualTo(records);
    }

    @Test
    void aServerThatCrashesInTheMiddleEndsWithTheSameTotals() throws Exception {
        server.crashAfter = 3;
        Thread mechanic = new Thread(() -> {
            while (server.crashAfter != Long.MAX_VALUE) {
                Thread.onSpinWait();
            }
            restart();
        });
        mechanic.start();
        assertThat(replay("home")).as(err.toString()).isZero();
        mechanic.join();
        assertThat(server.saleCount()).isEqualTo(4);
        assertThat(server.totalMinor()).isEqualTo(2335);
        assertThat(report().mismatches()).isEmpty();
    }

    private void restart() {
        for (boolean isUp = false; !isUp; ) {
            try {
                server.start();
                isUp = true;
            } catch (IOException e) {
                Thread.onSpinWait(); // the old one still holds the port
            }
        }
    }

    @Test
    void aTotalThatIsAnotherIsToldAndTheExitCodeIsOne() throws Exception {
        Files.writeString(directory.resolve("online-retail-totals.json"), TOTALS.replace("39.84", "39.85"));
        assertThat(replay("home")).isEqualTo(1);
        assertThat(report().mismatches()).containsExactly("Invoice 536365 came to 39.84 instead of 39.85.");
    }

    @Test
    void aWrongPinIsSaidInOneSentence() {
        assertThat(replay("home", "--operator", "77")).isEqualTo(2);
        assertThat(err.toString()).contains("Operator 77 cannot sign on").doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNotThereIsSaidInOneSentence() {
        file = directory.resolve("none.csv");
        assertThat(replay("home")).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv").doesNotContain("\tat ");
    }
}
