package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.CardSlip;
import org.tillwright.register.device.CardWatcher;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;

/** A terminal that tells card numbers in the clear: neither log nor journal nor paper has them afterwards. */
@Timeout(60)
class NoCardDataTest {

    private static final String CARD_NUMBER = "4111111111111111";

    @TempDir
    Path directory;

    @Test
    void theNumberOfTheCardIsNowhereAfterPaymentsAndCuts() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                logged.add(record.getMessage() + " "
                        + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()) + " "
                        + trace(record.getThrown()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("org.tillwright");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(listening);
        List<CardSlip> printed = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        try (TerminalSimulator terminal = TerminalSimulator.open("tcp:0", null, Mode.APPROVE, shown::add)) {
            terminal.beCareless(true);
            String address = "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + "?password=000000&limit=1";
            try (CardTill till = new CardTill(directory, address)) {
                till.devices.cardTerminal().orElseThrow().device().watch(new CardWatcher() {
                    @Override
                    public void prints(CardSlip slip) {
                        printed.add(slip);
                    }
                });
                till.payByCard();
                till.bringToAnEnd();
                terminal.failAt(Step.HALF_STATUS, Failure.CUT_AND_GO_ON);
                till.payByCard();
                till.bringToAnEnd();
                assertThat(till.cardMinor()).isEqualTo(2 * CardTill.MILK_MINOR);
            }
        } finally {
            root.removeHandler(listening);
            root.setLevel(before);
        }

        assertThat(printed).extracting(CardSlip::kind).contains(CardSlip.Kind.MERCHANT, CardSlip.Kind.CUSTOMER);
        assertThat(printed.toString()).contains("1111").doesNotContain("4111");
        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("4111"));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertHasNone(file);
            }
        }
    }

    /** As digits, as packed digits, and as digits of packed digits. */
    private static void assertHasNone(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).as("%s", file).doesNotContain(CARD_NUMBER).doesNotContain("4111 1111");
        assertThat(HexFormat.of().formatHex(bytes)).as("%s", file).doesNotContain(CARD_NUMBER);
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        var bytes = new ByteArrayOutputStream();
        thrown.printStackTrace(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
