package org.tillwright.register.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.RULE;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.testing.JournalServer;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

/** A backlog larger than the program's memory goes out all the same. */
class DrainMemoryTest {

    private static final int RECORDS = 400;
    private static final int LINES = 1_000;
    private static final String LITTLE = "-Xmx48m";

    @TempDir
    Path directory;

    @Test
    void aBacklogOfMoreThanTheHeapIsSent() throws Exception {
        long bytes = 0;
        try (TestRegister register = new TestRegister(directory)) {
            for (int i = 0; i < RECORDS; i++) {
                bytes += register.journal
                        .appendSoon(RecordKind.SALE, RULE, largeSale())
                        .payload()
                        .length();
            }
        }
        assertThat(bytes).as("more than the heap holds").isGreaterThan(48L * 1024 * 1024);
        Files.createDirectories(directory);
        try (JournalServer server = new JournalServer()) {
            Process register = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            LITTLE,
                            "-cp",
                            System.getProperty("java.class.path"),
                            DrainedRegister.class.getName(),
                            directory.toString(),
                            server.address().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader told = register.inputReader()) {
                assertThat(told.readLine()).isEqualTo("0");
            }
            assertThat(register.waitFor()).isZero();
            assertThat(server.records()).hasSize(RECORDS);
            assertThat(server.requests()).hasSizeLessThan(RECORDS / 2);
        }
    }

    private static SaleMessage largeSale() {
        SaleMessage.Line line = new SaleMessage.Line(
                1L, "item-of-a-large-sale", "An item with a long name", 1000L, 1_070_000L, 107L, 100L, 7L, "R", null);
        return new SaleMessage(
                UUID.randomUUID(),
                "shop",
                UUID.randomUUID(),
                "op-1",
                java.time.LocalDate.of(2026, 1, 5),
                TestClock.NOON,
                TestClock.NOON,
                "EUR",
                Collections.nCopies(LINES, line),
                List.of(new SaleMessage.TaxLine("R", 70_000L, 100L * LINES, 7L * LINES, 107L * LINES)),
                List.of(new SaleMessage.Tender("CASH", 107L * LINES, null)),
                100L * LINES,
                7L * LINES,
                107L * LINES);
    }
}
