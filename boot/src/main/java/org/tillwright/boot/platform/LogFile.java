package org.tillwright.boot.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a program that we start writes. One earlier file is kept, so that the reason of a crash survives the next start. */
public final class LogFile {

    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final String CAUSE = "Caused by: ";
    private static final int TAIL_BYTES = 64 * 1024;

    private final Path file;

    private LogFile(Path file) {
        this.file = file;
    }

    public static LogFile begin(Path folder, String name) throws IOException {
        DataDirectory.createPrivate(folder);
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
            Files.move(file, folder.resolve(name + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new LogFile(file);
    }

    public Path path() {
        return file;
    }

    public ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** The last line that says something, for a message that names the log. */
    public String lastLine() throws IOException {
        List<String> lines = tail(file);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    /** What a program's last stack trace gives as its innermost reason, quoted and without the trace; empty when there is none. */
    public static String lastCause(Path log) throws IOException {
        return tail(log).stream()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((earlier, later) -> later)
                .map(line -> line.replaceFirst(CAUSE + "[\\w.$]+:? ?", "").strip())
                .filter(reason -> !reason.isEmpty())
                .map(reason -> "The reason: \"" + reason + "\" ")
                .orElse("");
    }

    private static List<String> tail(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        byte[] all = Files.readAllBytes(log);
        int from = Math.max(0, all.length - TAIL_BYTES);
        String tail = new String(all, from, all.length - from, StandardCharsets.UTF_8);
        return tail.lines().filter(line -> !line.isBlank()).toList();
    }
}
