package org.tillwright.sql;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The migrations that this program brings, by their versions. */
final class Migrations {

    static final String LOCATION = "db/migration";

    private static final Pattern NAME = Pattern.compile("(?:.*/)?V(?<version>[0-9]+)__[^/]+\\.sql");

    private Migrations() {}

    /** Returns the versions in their order, such as 0001. */
    static List<String> versions() {
        URL place = requireNonNull(Migrations.class.getClassLoader()).getResource(LOCATION);
        if (place == null) {
            throw new IllegalStateException("the program holds no migrations");
        }
        try {
            return names(place).stream()
                    .map(NAME::matcher)
                    .filter(Matcher::matches)
                    .map(name -> name.group("version"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(URL place) throws IOException {
        if (place.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false); // a cached jar is shared with the class loader, and must not be closed here
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(LOCATION))
                        .toList();
            }
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(place.toString())))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
