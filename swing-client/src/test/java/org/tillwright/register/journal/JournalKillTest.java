package org.tillwright.register.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;

class JournalKillTest {

    private static final int ROUNDS = 3;
    private static final int RECORDS_BEFORE_THE_KILL = 200;

    @TempDir
    Path directory;

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProgramIsKilled() throws Exception {
        Path file = directory.resolve("journal.db");
        for (int round = 1; round <= ROUNDS; round++) {
            long acknowledged = killAfterSomeRecords(file);
            try (Journal journal = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
                assertThat(journal.recordCount()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(journal.waitingCount()).isEqualTo(journal.recordCount());
                assertThat(journal.nextSequence()).isEqualTo(journal.recordCount() + 1);
            }
        }
    }

    private static long killAfterSomeRecords(Path file) throws Exception {
        Process register = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRegister.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader told = register.inputReader()) {
            for (int i = 0; i < RECORDS_BEFORE_THE_KILL; i++) {
                acknowledged = Long.parseLong(told.readLine());
            }
            register.destroyForcibly(); // SIGKILL on Unix
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                acknowledged = Math.max(acknowledged, Long.parseLong(line)); // one that the kill cut off is smaller
            }
        } catch (java.io.IOException e) {
            assertThat(e).as("the pipe broke because of the kill").isNotNull();
        }
        register.waitFor();
        return acknowledged;
    }
}
