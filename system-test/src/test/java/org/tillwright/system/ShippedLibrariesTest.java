package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What builds and measures us never leaves the house: JMH is under the GPL with an exception that nobody should have to
 * read, TeaVM writes scripts at build time, and ICU4J's tables are read once, to write ours.
 */
class ShippedLibrariesTest {

    private static final List<String> PACKAGES = List.of("org/openjdk/jmh/", "org/teavm/", "com/ibm/icu/");
    private static final List<String> LIBRARIES = List.of("jmh-", "teavm-", "icu4j", "tillwright-system");

    private final List<String> found = new ArrayList<>();
    private int archives;

    @Test
    void theEnterpriseArchiveCarriesNone() throws IOException {
        look(only("ear/target", ".ear"));
        assertNoneOf(10);
    }

    @Test
    void theServersLibrariesAreNone() throws IOException {
        lookInAll("boot/target/lib");
        look(only("web-admin/target", ".war"));
        assertNoneOf(10);
    }

    @Test
    void theRegistersPackageCarriesNone() throws Exception {
        Path place = TestPlace.directory("shipped");
        look(PackageCommand.zip(new RegisterFiles(TestPlace.root()), place));
        TestPlace.delete("shipped");
        assertNoneOf(10);
    }

    /** A look that finds nothing anywhere would be no proof: JMH itself is found. */
    @Test
    void oneWouldBeFound() throws Exception {
        look(Path.of(Benchmark.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        assertThat(found)
                .anyMatch(name -> name.contains("jmh-core"))
                .anyMatch(name -> name.contains("org/openjdk/jmh"));
    }

    /** @param least how many archives there must be at least, the first and those within it */
    private void assertNoneOf(int least) {
        assertThat(found).isEmpty();
        assertThat(archives).isGreaterThan(least);
    }

    private static Path only(String directory, String end) throws IOException {
        try (Stream<Path> files = Files.list(TestPlace.root().resolve(directory))) {
            List<Path> fitting =
                    files.filter(file -> file.toString().endsWith(end)).toList();
            assertThat(fitting).as(directory).hasSize(1);
            return fitting.get(0);
        }
    }

    private void lookInAll(String directory) throws IOException {
        try (Stream<Path> files = Files.list(TestPlace.root().resolve(directory))) {
            for (Path file : files.filter(one -> isArchive(one.toString())).toList()) {
                look(file);
            }
        }
    }

    private void look(Path archive) throws IOException {
        note(archive.getFileName().toString());
        try (InputStream bytes = Files.newInputStream(archive)) {
            look(archive.getFileName().toString(), bytes);
        }
    }

    /** Looks at every name in an archive, and into the archives in it. */
    private void look(String where, InputStream bytes) throws IOException {
        archives++;
        ZipInputStream zip = new ZipInputStream(bytes);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            note(name.substring(name.lastIndexOf('/') + 1));
            if (PACKAGES.stream().anyMatch(name::contains)) {
                found.add(where + " has " + name);
            }
            if (isArchive(name)) {
                look(where + "/" + name, new ByteArrayInputStream(zip.readAllBytes()));
            }
        }
    }

    private void note(String file) {
        if (isArchive(file) && LIBRARIES.stream().anyMatch(file::startsWith)) {
            found.add(file);
        }
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".ear") || name.endsWith(".zip");
    }
}
