package org.tillwright.boot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void aProgramThatOnlyHasTheSameNumberIsLeftAlone() throws IOException {
        Path pidFile = pidFile(Long.toString(ProcessHandle.current().pid()));
        assertThat(Processes.leftBehind(pidFile, "/no/command/line/has/this")).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsNobody() throws IOException {
        assertThat(Processes.leftBehind(pidFile("half a li"), "")).isEmpty();
        assertThat(Processes.leftBehind(folder.resolve("absent"), "")).isEmpty();
    }

    @Test
    void ourOwnProgramIsFoundAndEnded() throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "600.25").start();
        assertThat(Processes.leftBehind(pidFile(Long.toString(sleeper.pid())), "600.25"))
                .hasValueSatisfying(found -> Processes.end(found, PATIENCE));
        assertThat(sleeper.onExit().join().isAlive()).isFalse();
    }

    @Test
    void aProgramThatDoesNotListenIsKilled() throws IOException {
        Process stubborn =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 600; done").start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");
        Processes.end(stubborn.toHandle(), Duration.ofMillis(200));
        assertThat(stubborn.onExit().join().isAlive()).isFalse();
    }

    private Path pidFile(String content) throws IOException {
        return Files.writeString(folder.resolve("pid"), content + "\n");
    }
}
