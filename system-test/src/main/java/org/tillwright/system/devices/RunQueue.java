package org.tillwright.system.devices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a thread that could have worked had to wait for a processor, as Linux counts it: what a busy machine took from it,
 * and not what it waited for by itself.
 */
final class RunQueue {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Linux keeps so much of a thread's name. */
    private static final int NAME_LENGTH = 15;

    private final @Nullable Path statistics;

    private RunQueue(@Nullable Path statistics) {
        this.statistics = statistics;
    }

    /** Finds a running thread of this program by its name; on a system that does not count, nothing is taken from anyone. */
    static RunQueue ofThread(String name) throws IOException {
        String shortened = name.substring(0, Math.min(NAME_LENGTH, name.length()));
        if (Files.isDirectory(TASKS)) {
            try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
                for (Path task : tasks) {
                    if (read(task.resolve("comm")).strip().equals(shortened)) {
                        return new RunQueue(task.resolve("schedstat"));
                    }
                }
            }
        }
        return new RunQueue(null);
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (java.nio.file.NoSuchFileException e) {
            return ""; // a thread that has just ended
        }
    }

    /** All the time that it waited for a processor since it began; zero where nobody counts. */
    Duration waited() {
        Path file = statistics;
        try {
            String[] figures = file == null ? new String[0] : read(file).split(" ", -1);
            return figures.length < 2 ? Duration.ZERO : Duration.ofNanos(Long.parseLong(figures[1]));
        } catch (IOException e) {
            return Duration.ZERO; // the thread has ended
        }
    }
}
