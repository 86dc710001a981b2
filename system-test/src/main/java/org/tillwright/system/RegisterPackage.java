package org.tillwright.system;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The Debian package of a register: the program with a Java runtime of its own, of just the modules it needs, under
 * {@code /opt}; a command, a menu entry and an icon where the desktop looks for them; and the machine's settings as a
 * file that updates leave alone. The runtime and the launcher are made by jlink and jpackage; the package around them is
 * put together here, so that what it depends on is what we say and not what the building machine has.
 */
final class RegisterPackage {

    /**
     * What the register and its libraries need of Java. {@code jdk.crypto.ec} for the register's key and TLS,
     * {@code jdk.localedata} for Danish and Ukrainian, {@code java.security.jgss} for the HTTP client,
     * {@code jdk.unsupported} for HK2, {@code java.sql} and {@code java.naming} for the journal's driver and picocli.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.security.jgss",
            "java.sql",
            "java.xml",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.localedata",
            "jdk.unsupported");

    private static final String INSTALLED = "opt/" + RegisterFiles.NAME;

    private final RegisterFiles files;
    private final Consumer<String> progress;

    RegisterPackage(RegisterFiles files, Consumer<String> progress) {
        this.files = files;
        this.progress = progress;
    }

    /** Makes the package and returns it. */
    Path make(Path place) throws IOException, InterruptedException {
        Path work = place.resolve("work-deb");
        PackageCommand.delete(work);
        Path tree = Files.createDirectories(work.resolve("tree"));
        Path runtime = linkRuntime(work);
        layOutProgram(work, tree, runtime);
        layOutDesktop(tree);
        writeControl(tree);
        Path deb = place.resolve(RegisterFiles.NAME + "_" + RegisterFiles.VERSION + "_" + architecture() + ".deb");
        progress.accept("Packing the Debian package ...");
        run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree.toString(), deb.toString()));
        tryOut(deb, Files.createDirectories(work.resolve("try")));
        PackageCommand.delete(work);
        return deb;
    }

    /** Installs the package in an empty tree, asks the program who it is, and removes it again. */
    private void tryOut(Path deb, Path empty) throws IOException, InterruptedException {
        progress.accept("Trying it out ...");
        Path dpkg = empty.resolve("var/lib/dpkg");
        for (String directory : List.of("updates", "info", "triggers")) {
            Files.createDirectories(dpkg.resolve(directory));
        }
        Files.createFile(dpkg.resolve("status"));
        Files.createFile(dpkg.resolve("available"));
        String place = "--root=" + empty;
        run(List.of("dpkg", place, "--force-depends", "--force-not-root", "--install", deb.toString()));
        Path program = empty.resolve(INSTALLED).resolve("bin").resolve(RegisterFiles.NAME);
        String said = run(List.of(program.toString(), "--version"));
        if (!said.contains(RegisterFiles.VERSION)) {
            throw new IOException("the installed register said: " + said);
        }
        // Serial ports and makers' drivers live in a process of their own, which needs the runtime's own java.
        run(List.of(program.toString(), "devices", "host"));
        run(List.of("dpkg", place, "--force-not-root", "--remove", RegisterFiles.NAME));
        if (Files.exists(empty.resolve(INSTALLED))
                || !Files.exists(empty.resolve("etc/tillwright/register.properties"))) {
            throw new IOException("removing the package left its program, or took the machine's settings away");
        }
    }

    private Path linkRuntime(Path work) throws IOException, InterruptedException {
        progress.accept("Linking a Java runtime ...");
        Path runtime = work.resolve("runtime");
        tool(
                "jlink",
                "--output",
                runtime.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales=en,da,uk",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress=2");
        // Shared classes that are mapped and not read; without this every start takes half as long again.
        run(List.of(runtime.resolve("bin/java").toString(), "-XX:+UseSerialGC", "-Xshare:dump"));
        return runtime;
    }

    private void layOutProgram(Path work, Path tree, Path runtime) throws IOException {
        progress.accept("Laying out the program ...");
        Path jars = Files.createDirectories(work.resolve("jars"));
        files.copyJars(jars);
        tool(
                "jpackage",
                "--type",
                "app-image",
                "--name",
                RegisterFiles.NAME,
                "--app-version",
                RegisterFiles.VERSION,
                "--input",
                jars.toString(),
                "--main-jar",
                RegisterFiles.MAIN_JAR,
                "--main-class",
                RegisterFiles.MAIN_CLASS,
                "--arguments",
                "register",
                "--java-options",
                "-XX:+UseSerialGC",
                "--java-options",
                "-XX:TieredStopAtLevel=1",
                "--java-options",
                "-Xmx256m",
                "--icon",
                files.sources().resolve(RegisterFiles.NAME + ".png").toString(),
                "--runtime-image",
                runtime.toString(),
                "--dest",
                Files.createDirectories(tree.resolve("opt")).toString());
        files.copyLicences(Files.createDirectories(tree.resolve("usr/share/doc/" + RegisterFiles.NAME)));
    }

    private void layOutDesktop(Path tree) throws IOException {
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(
                bin.resolve(RegisterFiles.NAME), Path.of("/" + INSTALLED + "/bin/" + RegisterFiles.NAME));
        copy(RegisterFiles.NAME + ".desktop", tree.resolve("usr/share/applications"));
        copy(RegisterFiles.NAME + ".png", tree.resolve("usr/share/icons/hicolor/256x256/apps"));
        copy(RegisterFiles.NAME + ".svg", tree.resolve("usr/share/icons/hicolor/scalable/apps"));
        Path settings = Files.createDirectories(tree.resolve("etc/tillwright")).resolve("register.properties");
        Files.copy(files.sources().resolve("register.properties.template"), settings);
        Files.copy(
                files.sources().resolve("debian/README.Debian"),
                tree.resolve("usr/share/doc/" + RegisterFiles.NAME).resolve("README.Debian"));
        Files.move(
                tree.resolve("usr/share/doc/" + RegisterFiles.NAME + "/LICENSE"),
                tree.resolve("usr/share/doc/" + RegisterFiles.NAME + "/copyright"));
    }

    private void copy(String file, Path directory) throws IOException {
        Files.copy(
                files.sources().resolve(file),
                Files.createDirectories(directory).resolve(file));
    }

    private void writeControl(Path tree) throws IOException {
        Path control = Files.createDirectories(tree.resolve("DEBIAN"));
        String text = Files.readString(files.sources().resolve("debian/control"), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> place : Map.of(
                        "@VERSION@", RegisterFiles.VERSION,
                        "@ARCHITECTURE@", architecture(),
                        "@KILOBYTES@", Long.toString(kilobytes(tree)))
                .entrySet()) {
            text = text.replace(place.getKey(), place.getValue());
        }
        Files.writeString(control.resolve("control"), text, StandardCharsets.UTF_8);
        Files.writeString(control.resolve("conffiles"), "/etc/tillwright/register.properties\n");
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                boolean isOpen = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(isOpen ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static long kilobytes(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
                            .mapToLong(path -> path.toFile().length())
                            .sum()
                    / 1024;
        }
    }

    private static String architecture() throws IOException {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> throw new IOException("there is no register for " + machine + " yet; use the zip");
        };
    }

    private static void tool(String name, String... arguments) throws IOException {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IOException("this Java has no " + name + "; run it with a whole JDK"));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        if (tool.run(out, out, arguments) != 0) {
            throw new IOException(name + " said: " + said);
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " said: " + said);
        }
        return said;
    }
}
