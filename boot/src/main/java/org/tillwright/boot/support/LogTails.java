package org.tillwright.boot.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The ends of the logs: what happened last. */
final class LogTails {

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_FILES = 12;

    private final Path folder;

    LogTails(Path folder) {
        this.folder = folder;
    }

    Map<String, String> parts() {
        var parts = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return parts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(LogTails::isLog)
                    .limit(MOST_FILES)
                    .toList()) {
                parts.put("logs/" + file.getFileName(), tail(file));
            }
        } catch (IOException e) {
            parts.put("logs/none.txt", "The logs cannot be listed: " + e.getMessage() + "\n");
        }
        return parts;
    }

    private static boolean isLog(Path file) {
        return !file.getFileName().toString().endsWith(".lck");
    }

    private static String tail(Path file) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - MOST_BYTES);
            log.seek(from);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "This log cannot be read: " + e.getMessage() + "\n";
        }
    }
}
