package org.tillwright.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where system tests keep their databases: under target, because a database under the temporary directory is lost. */
public final class TestPlace {

    private TestPlace() {}

    /** Directory of the project, built. */
    public static Path root() {
        return Path.of(System.getProperty("tillwright.root"));
    }

    /** Returns a directory that is empty, and nobody else's. */
    public static Path directory(String name) throws IOException {
        delete(name);
        return Files.createDirectories(path(name));
    }

    /** Where a picture of a screen is kept, for a person to look at. */
    static Path screen(String name) throws IOException {
        return Files.createDirectories(root().resolve("system-test/target/screens"))
                .resolve(name + ".png");
    }

    public static void delete(String name) throws IOException {
        if (!Files.exists(path(name))) {
            return;
        }
        try (Stream<Path> all = Files.walk(path(name))) {
            all.sorted(Comparator.reverseOrder()).forEach(TestPlace::deleteOne);
        }
    }

    public static Path path(String name) {
        return root().resolve("system-test/target/places").resolve(name);
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
