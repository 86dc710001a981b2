package org.tillwright.register.device.jpos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import jpos.JposConst;
import org.tillwright.register.device.DeviceUris;

/**
 * A vendor's drivers as IT gets them: a jar in a folder {@code drivers}, and a {@code jpos.xml} beside that folder. The jar is
 * compiled from {@code src/test/vendor}, which is on nobody's class path.
 */
final class VendorDrivers {

    private static final Path SOURCES = Path.of("src/test/vendor");
    private static final Path JAR = compiled();

    private final Path directory;
    private final List<String> entries = new ArrayList<>();

    private VendorDrivers(Path directory) {
        this.directory = directory;
    }

    /** Puts the drivers into a directory. */
    static VendorDrivers in(Path directory) throws IOException {
        Path drivers = directory.resolve("drivers");
        Files.createDirectories(drivers);
        Files.copy(JAR, drivers.resolve("example-vendor.jar"));
        return new VendorDrivers(directory);
    }

    /** Describes a service in jpos.xml. What goes wrong with it on purpose stands in {@link #faults}. */
    VendorDrivers with(String name, String category, String service, Map<String, String> properties)
            throws IOException {
        var props = new StringBuilder();
        properties.forEach((key, value) -> props.append(prop(key, value)));
        props.append(prop("faults", faults(name).toString()));
        entries.add(
                """
                  <JposEntry logicalName="%s">
                    <creation factoryClass="com.example.vendor.ExampleFactory" serviceClass="com.example.vendor.%s"/>
                    <vendor name="Example" url="http://www.example.com"/>
                    <jpos category="%s" version="1.14"/>
                    <product description="For tests" name="Example %s" url="http://www.example.com"/>
                %s  </JposEntry>
                """
                        .formatted(name, service, category, service, props));
        return write();
    }

    private static String prop(String name, String value) {
        String type = value.matches("[0-9]{1,9}") && name.equals("port") ? "Integer" : "String";
        return "    <prop name=\"%s\" type=\"%s\" value=\"%s\"/>%n".formatted(name, type, value);
    }

    private VendorDrivers write() throws IOException {
        Files.writeString(
                file(),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE JposEntries PUBLIC "-//JavaPOS//DTD//EN" "jpos/res/jcl.dtd">
                <JposEntries>
                %s</JposEntries>
                """
                        .formatted(String.join("", entries)));
        return this;
    }

    Path file() {
        return directory.resolve("jpos.xml");
    }

    /** The file that tells a service what goes wrong next: a method, and how. */
    Path faults(String name) {
        return directory.resolve(name + ".faults");
    }

    /** Has one method of a service go wrong, once. */
    void next(String name, String fault) throws IOException {
        Path written = Files.writeString(directory.resolve(name + ".new"), fault);
        Files.move(written, faults(name));
    }

    /** True when what was to go wrong has. */
    boolean hasHappened(String name) {
        return !Files.exists(faults(name));
    }

    DeviceUris uris() {
        return DeviceUris.NONE.withJposFile(file());
    }

    private static Path compiled() {
        try {
            Path classes = Files.createTempDirectory("vendor");
            compile(classes);
            Path jar = classes.resolve("example-vendor.jar");
            pack(classes, jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var words = new ArrayList<>(
                List.of("-proc:none", "-Xlint:none", "-encoding", "UTF-8", "-d", classes.toString(), "-cp", library()));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.filter(each -> each.toString().endsWith(".java")).forEach(each -> words.add(each.toString()));
        }
        int result = compiler.run(null, System.err, System.err, words.toArray(String[]::new));
        if (result != 0) {
            throw new IOException("the vendor's drivers do not compile");
        }
    }

    private static String library() throws IOException {
        try {
            return Path.of(JposConst.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, packed);
            }
        }
    }
}
