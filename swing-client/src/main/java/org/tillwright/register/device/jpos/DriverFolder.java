package org.tillwright.register.device.jpos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The makers' own code: all jars of the folder {@code drivers} beside a {@code jpos.xml}, with the native libraries there. They
 * are on the class path of the device host only.
 */
public final class DriverFolder {

    private static final String NAME = "drivers";

    private final Path directory;

    /** @param jposFile the {@code jpos.xml} that it is beside */
    public DriverFolder(Path jposFile) {
        directory = jposFile.toAbsolutePath().resolveSibling(NAME);
    }

    public Path directory() {
        return directory;
    }

    /** The jars that are there, by name; a folder that is not there has none. */
    public List<Path> jars() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** True if one of the jars has a class. Loads nothing. */
    public boolean has(String className) throws IOException {
        String entry = className.replace('.', '/') + ".class";
        for (Path jar : jars()) {
            try (var opened = new ZipFile(jar.toFile())) {
                if (opened.getEntry(entry) != null) {
                    return true;
                }
            }
        }
        return false;
    }
}
