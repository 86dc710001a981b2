package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/** A register that is killed again and again in the middle of its tickets: nothing is lost, and no repeat is without its mark. */
@Timeout(240)
class KitchenKilledTest {

    private static final int ORDERS = 24;
    private static final int KILLS = 5;
    private static final long SEED = 20_261_123;

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final List<String> lines = new ArrayList<>();
    private Process register;
    private int untilKilled;

    /** Kills the register at a line of a ticket, on the printer's thread: what it had on its way is on its way. */
    private final PrinterSimulator.Listener paper = new PrinterSimulator.Listener() {
        @Override
        public void cut(PrintedReceipt receipt) {
            synchronized (lines) {
                receipt.text().lines().map(String::strip).forEach(lines::add);
            }
            moved(receipt);
        }

        @Override
        public void moved(PrintedReceipt soFar) {
            Process running = register;
            if (running != null && untilKilled > 0 && --untilKilled == 0) {
                running.destroyForcibly();
            }
        }
    };

    private Process start(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRegister.class.getName(),
                        directory.toString(),
                        "escpos+tcp:127.0.0.1:" + port,
                        Integer.toString(ORDERS))
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    @Test
    void everyOrderIsOnPaperAndEveryRepeatSaysSo() throws Exception {
        Set<String> sold = new HashSet<>();
        int killed = 0;
        try (PrinterSimulator printer = PrinterSimulator.open("tcp:0", null, 42, paper)) {
            while (sold.isEmpty()) {
                untilKilled = killed < KILLS ? 8 + random.nextInt(40) : 0;
                register = start(printer.tcpPort());
                String said = new String(register.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(register.waitFor(60, TimeUnit.SECONDS)).isTrue();
                if (register.exitValue() == 0) {
                    said.lines().forEach(sold::add);
                } else {
                    killed++;
                    assertThat(killed)
                            .as(Files.readString(directory.resolve("errors.txt")))
                            .isLessThanOrEqualTo(KILLS);
                }
            }
        }
        assertThat(killed).isEqualTo(KILLS);
        assertThat(sold).hasSize(ORDERS);
        Map<String, List<Boolean>> papers = papers();
        assertThat(papers.keySet()).as("seed %d", SEED).containsAll(sold);
        assertThat(papers).allSatisfy((pickup, marks) -> assertThat(
                        marks.stream().filter(mark -> !mark).count())
                .as("%s %s", pickup, marks)
                .isLessThanOrEqualTo(1));
    }

    /** Whether each ticket of a pick-up number had the mark; of tickets that came out whole or were read that far. */
    private Map<String, List<Boolean>> papers() {
        Map<String, List<Boolean>> papers = new HashMap<>();
        boolean isMarked = false;
        synchronized (lines) {
            for (String line : lines) {
                if (line.equals("Stove")) {
                    isMarked = false;
                } else if (line.equals("MAY BE A REPEAT")) {
                    isMarked = true;
                } else if (line.matches("A[0-9]+")) {
                    papers.computeIfAbsent(line, pickup -> new ArrayList<>()).add(isMarked);
                }
            }
        }
        return papers;
    }
}
