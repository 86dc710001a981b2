package org.tillwright.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Where the built project lies, and where its programs keep what they make. */
public final class ProjectPlace {

    private ProjectPlace() {}

    /** Directory of the project. */
    public static Path root() {
        return Path.of(System.getProperty("tillwright.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Directory for data of demo and benchmarks; not the temporary one, where a database would be lost. */
    public static Path home() {
        Map<String, String> environment = System.getenv();
        String named = environment.getOrDefault("TILLWRIGHT_HOME", "");
        return named.isEmpty() ? root().resolve(".tillwright") : Path.of(named);
    }

    /** Deletes what a benchmark made. */
    public static void deleteTree(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
