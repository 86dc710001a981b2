package org.tillwright.server.setup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The demo store on the class path: plain SQL, in the order of the files' names, and pictures beside it. */
final class DemoStore {

    static final String LOCATION = "db/demo";

    private static final String PICTURES = "pictures/";
    private static final String PNG = ".png";

    private final String location;
    private final ClassLoader loader = requireNonNull(DemoStore.class.getClassLoader());

    DemoStore(String location) {
        this.location = location;
    }

    void load(EmptyDatabase database) {
        List<String> names = names();
        for (String name : names) {
            if (name.endsWith(".sql")) {
                String script = new String(read(name), StandardCharsets.UTF_8);
                SqlScript.statementsOf(script).forEach(database::run);
            }
        }
        for (String name : names) {
            if (name.startsWith(PICTURES) && name.endsWith(PNG)) {
                String id = name.substring(PICTURES.length(), name.length() - PNG.length());
                database.addPicture(id, "image/png", read(name));
            }
        }
    }

    /** Returns the names of all files below the location, sorted. A class path cannot be listed but through its URL. */
    List<String> names() {
        URL url = loader.getResource(location);
        if (url == null) {
            throw new IllegalStateException("the demo store " + location + " is not on the class path");
        }
        try {
            URLConnection connection = url.openConnection();
            return connection instanceof JarURLConnection jar ? namesInJar(jar) : namesInDirectory(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> namesInJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false); // a cached jar is shared with the class loader, and must not be closed here
        try (JarFile jar = connection.getJarFile();
                Stream<? extends ZipEntry> entries = jar.stream()) {
            return entries.map(ZipEntry::getName)
                    .filter(name -> name.startsWith(location + "/") && !name.endsWith("/"))
                    .map(name -> name.substring(location.length() + 1))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> namesInDirectory(URL url) throws IOException {
        Path directory = Path.of(URI.create(url.toString()));
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private byte[] read(String name) {
        try (InputStream in = requireNonNull(loader.getResourceAsStream(location + "/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
