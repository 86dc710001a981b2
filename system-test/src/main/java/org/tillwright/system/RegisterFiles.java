package org.tillwright.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a register is handed out as: its jars, how it is started, and whose work is in it. */
final class RegisterFiles {

    static final String VERSION = "0.1.0";
    static final String NAME = "tillwright-register";
    static final String MAIN_JAR = "tillwright-swing-client-" + VERSION + ".jar";
    static final String MAIN_CLASS = "org.tillwright.register.command.CommandMain";

    private static final Pattern LICENCE =
            Pattern.compile("(?i)(?:.*/)?(?:licen[cs]e|notice)[^/]*", Pattern.UNICODE_CASE);

    private final Path root;

    /**
     * @param root directory of the project, built
     */
    RegisterFiles(Path root) {
        this.root = root;
    }

    Path sources() {
        return root.resolve("swing-client/package");
    }

    /** Lays out a register that starts with a Java that is on the machine. */
    void layOutPortable(Path directory) throws IOException {
        Files.createDirectories(directory);
        copyJars(Files.createDirectories(directory.resolve("lib")));
        copyLicences(directory);
        for (String file : List.of(
                "README.txt", "register.properties.template", NAME + ".desktop", NAME + ".svg", NAME + ".png")) {
            Files.copy(sources().resolve(file), directory.resolve(file));
        }
        Path script = Files.copy(sources().resolve(NAME), directory.resolve(NAME));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        String windows = Files.readString(sources().resolve(NAME + ".cmd"), StandardCharsets.US_ASCII);
        Files.writeString(directory.resolve(NAME + ".cmd"), windows.replace("\n", "\r\n"), StandardCharsets.US_ASCII);
    }

    void copyJars(Path into) throws IOException {
        for (Path jar : jars()) {
            Files.copy(jar, into.resolve(nameOf(jar)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Our own licence, and those of every library: what its jar carries, and beside it what no jar does. */
    void copyLicences(Path directory) throws IOException {
        for (String file : List.of("LICENSE", "NOTICE")) {
            Files.copy(root.resolve(file), directory.resolve(file));
        }
        Path licences = Files.createDirectories(directory.resolve("licences"));
        Files.copy(root.resolve("docs/dependencies.md"), licences.resolve("dependencies.md"));
        try (Stream<Path> texts = Files.list(sources().resolve("licences"))) {
            for (Path text : texts.sorted().toList()) {
                Files.copy(text, licences.resolve(nameOf(text)));
            }
        }
        for (Path jar : jars()) {
            copyLicencesIn(jar, licences.resolve(nameOf(jar).replaceFirst("-[0-9].*", "")));
        }
    }

    private List<Path> jars() throws IOException {
        Path target = root.resolve("swing-client/target");
        try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            return Stream.concat(libraries, Stream.of(target.resolve(MAIN_JAR)))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(RegisterFiles::nameOf))
                    .toList();
        }
    }

    private static void copyLicencesIn(Path jar, Path into) throws IOException {
        try (ZipFile library = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> texts = library.stream()
                    .filter(entry -> !entry.isDirectory()
                            && !entry.getName().endsWith(".class")
                            && LICENCE.matcher(entry.getName()).matches())
                    .toList();
            for (ZipEntry text : texts) {
                Files.createDirectories(into);
                try (InputStream in = library.getInputStream(text)) {
                    String name = text.getName().substring(text.getName().lastIndexOf('/') + 1);
                    Path copy = into.resolve(name);
                    Files.copy(in, Files.exists(copy) ? into.resolve("inner-" + name) : copy);
                }
            }
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
