package org.tillwright.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The commands about a store server that {@code ./pos} hands to the starter, run to their end as a person runs them. */
public final class StarterCommand {

    private static final long PATIENCE_MINUTES = 8;

    private StarterCommand() {}

    /**
     * Runs a command on a server's data.
     *
     * @return what it said, its progress first and its answer last
     * @throws IOException if it ended with anything but 0; the message is what it said
     */
    public static String run(Path data, String... arguments) throws IOException, InterruptedException {
        Path boot = TestPlace.root().resolve("boot/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                boot.resolve("tillwright-boot-0.1.0.jar") + ":" + boot.resolve("lib") + "/*",
                "org.tillwright.boot.Main"));
        command.addAll(Arrays.asList(arguments));
        Path log = Files.createTempFile(data.toAbsolutePath().getParent(), "command", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        builder.environment().put("TILLWRIGHT_DATA", data.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", arguments) + " did not succeed: " + said(log));
            }
            return said(log);
        } finally {
            process.destroy();
        }
    }

    private static String said(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8).strip();
    }
}
