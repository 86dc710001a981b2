package org.tillwright.boot.server;

import fish.payara.micro.PayaraMicro;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Jvm;
import org.tillwright.boot.platform.LogFile;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;

/**
 * Payara Micro, unpacked into the data directory so that the JVM may keep a class-data archive of it (ADR 0011), and reset
 * to its first state before each start: its configuration remembers the last deployment otherwise, and deploys twice.
 */
final class PayaraHome {

    private static final String LAUNCHER = "launch-micro.jar";
    private static final List<String> ENTRY_CLASSES = List.of(file(ServerEntry.class), file(JsonLines.class));

    private final Path place;
    private final Path root;
    private final Path pristine;
    private final Path entryJar;
    private final Path archive;
    private final Path temporary;

    private PayaraHome(Path folder, String version) {
        this.place = folder.resolve(version);
        this.root = place.resolve("root");
        this.pristine = place.resolve("config.pristine");
        this.entryJar = place.resolve("entry.jar");
        this.archive = place.resolve("classes.jsa");
        this.temporary = folder.resolve("tmp");
    }

    /** Unpacks Payara when this version is not there yet, and makes it ready for a start. */
    static PayaraHome prepare(Path folder, LogFile log, Progress progress) throws IOException, StartException {
        var home = new PayaraHome(folder, version());
        if (!Files.isDirectory(home.root)) {
            progress.tell("Unpacking Payara Micro (once) ...");
            unpack(folder, home.place, log);
        }
        home.reset();
        return home;
    }

    /** Payara and our entry classes, in the order that the archive was made with. */
    String classPath() {
        return root.resolve(LAUNCHER) + File.pathSeparator + entryJar;
    }

    /** Memory-mapped copies of loaded classes; absent until the first start has made it, empty when it could not be made. */
    Path archive() {
        return archive;
    }

    /** Made by the server when Payara has started what it could; gone before each start, with all temporary files. */
    Path upFile() {
        return temporary.resolve("up");
    }

    Path temporary() {
        return temporary;
    }

    /** The packages that Payara reaches into, which a jar started by -cp cannot open by its manifest. */
    List<String> openPackages() throws IOException {
        try (JarFile launcher = new JarFile(root.resolve(LAUNCHER).toFile())) {
            Attributes attributes = launcher.getManifest().getMainAttributes();
            var options = new ArrayList<String>();
            addOptions(options, "--add-opens", attributes.getValue("Add-Opens"));
            addOptions(options, "--add-exports", attributes.getValue("Add-Exports"));
            return options;
        }
    }

    private static void addOptions(List<String> options, String option, String packages) {
        for (String name : packages.strip().split("\\s+", -1)) {
            options.add(option + "=" + name + "=ALL-UNNAMED");
        }
    }

    /** The archive fits one JVM, one Payara and one set of entry classes; any change gets a folder of its own. */
    private static String version() throws IOException {
        var sum = new CRC32();
        for (String name : ENTRY_CLASSES) {
            sum.update(content(name));
        }
        sum.update(payaraJar().getFileName().toString().getBytes(StandardCharsets.UTF_8));
        sum.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
        return "micro-" + Long.toHexString(sum.getValue());
    }

    private static void unpack(Path folder, Path place, LogFile log) throws IOException, StartException {
        Path unfinished = folder.resolve("unfinished");
        FileTrees.delete(unfinished);
        Files.createDirectories(unfinished);
        Process unpacker = new ProcessBuilder(
                        Jvm.executable(),
                        "-jar",
                        payaraJar().toString(),
                        "--rootdir",
                        unfinished.resolve("root").toString(),
                        "--outputlauncher")
                .redirectErrorStream(true)
                .redirectOutput(log.redirect())
                .start();
        if (unpacker.onExit().join().exitValue() != 0
                || !Files.isRegularFile(unfinished.resolve("root").resolve(LAUNCHER))) {
            throw new StartException("Payara Micro could not be unpacked into " + folder + ": \"" + log.lastLine()
                    + "\" All it said is in " + log.path() + ".");
        }
        FileTrees.copy(unfinished.resolve("root/config"), unfinished.resolve("config.pristine"));
        writeEntryJar(unfinished.resolve("entry.jar"));
        FileTrees.delete(place);
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writeEntryJar(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String name : ENTRY_CLASSES) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(content(name));
                jar.closeEntry();
            }
        }
    }

    private static String file(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] content(String name) throws IOException {
        try (InputStream content = PayaraHome.class.getClassLoader().getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the program does not hold " + name);
            }
            return content.readAllBytes();
        }
    }

    private static Path payaraJar() {
        try {
            return Path.of(PayaraMicro.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of Payara Micro is not a path", e);
        }
    }

    private void reset() throws IOException {
        for (String made : List.of("config", "applications", "generated", "osgi-cache", "autodeploy")) {
            FileTrees.delete(root.resolve(made));
        }
        FileTrees.copy(pristine, root.resolve("config"));
        FileTrees.delete(temporary);
        DataDirectory.createPrivate(temporary);
    }
}
