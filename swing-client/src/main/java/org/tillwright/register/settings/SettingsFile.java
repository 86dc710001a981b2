package org.tillwright.register.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Changes single settings in a file that a person wrote: every other line stays as it is, remarks and order included, and a
 * crash in between leaves the old file.
 */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * Writes these settings into the file.
     *
     * @param changes values by key; null takes a setting out
     * @throws IOException if the disk refuses; then the file is as it was
     */
    static void change(Path file, Map<String, @Nullable String> changes) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(written, changed(before, changes), StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true); // a power cut must find the old file or the new one, not an empty one
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The text with these settings changed. The first line of a key takes the new value, and further ones go. */
    static String changed(String text, Map<String, @Nullable String> changes) {
        Map<String, @Nullable String> left = new LinkedHashMap<>(changes);
        StringBuilder changed = new StringBuilder();
        for (String line : lines(text)) {
            String key = keyOf(line);
            if (key == null || !changes.containsKey(key)) {
                changed.append(line);
            } else if (left.containsKey(key)) {
                changed.append(written(key, left.remove(key)));
            }
        }
        if (!left.isEmpty() && changed.length() > 0 && changed.charAt(changed.length() - 1) != '\n') {
            changed.append('\n');
        }
        left.forEach((key, value) -> changed.append(written(key, value)));
        return changed.toString();
    }

    private static String written(String key, @Nullable String value) {
        return value == null ? "" : key + " = " + value.replace("\\", "\\\\") + "\n";
    }

    /** The lines as settings count them, each with its end: one that ends with a backslash goes on in the next. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder logical = new StringBuilder();
        for (String natural : text.split("(?<=\n)", -1)) {
            logical.append(natural);
            if (!goesOn(natural) || isRemark(logical.toString())) {
                lines.add(logical.toString());
                logical.setLength(0);
            }
        }
        lines.add(logical.toString());
        return lines;
    }

    private static boolean isRemark(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("!");
    }

    private static boolean goesOn(String natural) {
        String line = natural.replaceAll("[\r\n]+$", "");
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static @Nullable String keyOf(String line) {
        if (isRemark(line)) {
            return null;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IllegalArgumentException e) {
            return null; // a line that cannot be read is not ours to change
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().findFirst().orElse(null);
    }
}
