package org.tillwright.register.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tillwright.register.testing.TestRegister.IDENTITY;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.journal.JournalException.Reason;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.wire.RecordKind;

/** Two programs never give out the same number, whatever became of the file that keeps the second one out. */
class JournalFenceTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("journal.db");
    }

    private Journal open() throws JournalException {
        Journal journal = Journal.open(file(), new TestClock(), TestKeys.SEALER);
        journal.enrolled(IDENTITY, 1);
        return journal;
    }

    @Test
    void aSecondProcessIsKeptOutByTheLock() throws Exception {
        try (Journal journal = open()) {
            Process second = start();
            assertThat(second.waitFor()).isNotZero();
            assertThat(new String(second.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("another program holds");
            journal.append(RecordKind.EVENT, RULE, event("A"));
            assertThat(journal.recordCount()).isEqualTo(1);
        }
    }

    @Test
    void aSecondProcessThatTheLockLetInTakesOverAndTheFirstWritesNothingMore() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            Files.delete(directory.resolve("journal.db.lock"));
            Process second = start();
            long theirs;
            try (BufferedReader told = second.inputReader()) {
                theirs = Long.parseLong(told.readLine());
                assertThat(theirs).isEqualTo(3); // the second tells of its own key first

                for (int i = 0; i < 20; i++) {
                    JournalException stopped = catchThrowableOfType(
                            JournalException.class, () -> journal.append(RecordKind.EVENT, RULE, event("B")));
                    assertThat(stopped.reason()).isEqualTo(Reason.TAKEN_OVER);
                }
                assertThat(catchThrowableOfType(
                                        JournalException.class,
                                        () -> journal.appendSoon(RecordKind.EVENT, RULE, event("B")))
                                .reason())
                        .isEqualTo(Reason.TAKEN_OVER);
                assertThat(catchThrowableOfType(JournalException.class, () -> journal.drafts()
                                        .save(UUID.randomUUID(), new byte[] {1}))
                                .reason())
                        .isEqualTo(Reason.TAKEN_OVER);
                assertThat(Long.parseLong(told.readLine())).isEqualTo(4); // and the second goes on
            } finally {
                second.destroyForcibly();
                second.waitFor();
            }
        }
        try (Journal after = Journal.open(file(), new TestClock())) {
            assertThat(after.recordCount()).isEqualTo(after.nextSequence() - 1);
            assertThat(after.since(2, RecordKind.EVENT))
                    .noneMatch(record -> new String(record.body(), java.nio.charset.StandardCharsets.UTF_8)
                            .contains("\\\"event\\\":\\\"B\\\""));
        }
    }

    @Test
    void aJournalThatAnotherWasPutInPlaceOfIsNotWrittenIntoTheVoid() throws Exception {
        Path copy = directory.resolve("copy.db");
        open().close();
        Files.copy(file(), copy);
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);
            JournalException stopped = catchThrowableOfType(
                    JournalException.class, () -> journal.append(RecordKind.EVENT, RULE, event("B")));
            assertThat(stopped.reason()).isEqualTo(Reason.TAKEN_OVER);
            Files.delete(file());
            assertThat(catchThrowableOfType(
                                    JournalException.class, () -> journal.append(RecordKind.EVENT, RULE, event("B")))
                            .reason())
                    .isEqualTo(Reason.TAKEN_OVER);
        }
    }

    @Test
    void aFileWithASecondNameIsRefused() throws Exception {
        open().close();
        Files.createLink(directory.resolve("second.db"), file());
        assertThat(catchThrowableOfType(JournalException.class, this::open).reason())
                .isEqualTo(Reason.SECOND_NAME);
        Files.delete(directory.resolve("second.db"));
        open().close();
    }

    @Test
    void aLinkToAJournalIsRefusedAndALinkToItsDirectoryIsNot() throws Exception {
        open().close();
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("journal.db"), file());
        JournalException refused = catchThrowableOfType(
                JournalException.class, () -> Journal.open(elsewhere.resolve("journal.db"), new TestClock()));
        assertThat(refused.reason()).isEqualTo(Reason.SECOND_NAME);

        Path byLink = Files.createSymbolicLink(directory.resolve("home"), directory);
        try (Journal journal = open()) {
            assertThat(journal.recordCount()).isZero();
            assertThat(catchThrowableOfType(
                                    JournalException.class,
                                    () -> Journal.open(byLink.resolve("journal.db"), new TestClock()))
                            .reason())
                    .isEqualTo(Reason.IN_USE);
        }
    }

    @Test
    void aFileThatIsMountedByItselfIsKnown() {
        List<String> mounts = List.of(
                "36 35 98:0 / / rw,noatime master:1 - ext4 /dev/root rw",
                "57 36 98:0 /data/j.db /home/till\\0401/journal.db rw - ext4 /dev/root rw",
                "torn");
        assertThat(JournalPlace.isMounted(Path.of("/home/till 1/journal.db"), mounts))
                .isTrue();
        assertThat(JournalPlace.isMounted(Path.of("/home/till 2/journal.db"), mounts))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "SMB3", "fuse.sshfs"})
    void networkDrivesAreKnown(String type) {
        assertThat(JournalPlace.isNetwork(type)).isTrue();
        assertThat(JournalPlace.isNetwork("ext4")).isFalse();
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRegister.class.getName(),
                        file().toString())
                .start();
    }
}
