package org.tillwright.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tillwright.boot.platform.Jvm;

/** One run of the packaged program to its end. */
record Program(int exitCode, String answer, String messages) {

    private static final Path TARGET =
            Path.of(System.getProperty("tillwright.target")).toAbsolutePath();

    static Program run(Map<String, String> settings, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Jvm.executable(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + TARGET.resolve("temporary"),
                "-cp",
                TARGET.resolve("tillwright-boot-0.1.0.jar") + ":" + TARGET.resolve("lib") + "/*",
                "org.tillwright.boot.Main"));
        command.addAll(List.of(arguments));
        Path messages = Files.createTempFile(TARGET, "program", ".messages");
        var builder = new ProcessBuilder(command).redirectError(messages.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            int exitCode = process.onExit().join().exitValue();
            return new Program(exitCode, answer, Files.readString(messages));
        } finally {
            Files.delete(messages);
        }
    }
}
