package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tillwright.boot.platform.Jvm;

/** The packaged server as a shop runs it: a program of its own, started by its command line. */
final class RunningServer {

    private static final Path TARGET = Path.of(System.getProperty("tillwright.target"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANSWERS = "Tillwright answers at ";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Process process;
    private final Path messages;
    private final URI address;

    private RunningServer(Process process, Path messages, URI address) {
        this.process = process;
        this.messages = messages;
        this.address = address;
    }

    static RunningServer start(Path data, Map<String, String> settings) throws IOException {
        return start(data, settings, 0);
    }

    static RunningServer start(Path data, Map<String, String> settings, int port) throws IOException {
        Files.createDirectories(data.resolveSibling("."));
        Path messages = data.resolveSibling(data.getFileName() + ".messages");
        Process process =
                program(data, settings, port).redirectError(messages.toFile()).start();
        BufferedReader answer = process.inputReader();
        String line = answer.readLine();
        assertThat(line).as(Files.readString(messages)).startsWith(ANSWERS);
        return new RunningServer(process, messages, URI.create(line.substring(ANSWERS.length())));
    }

    static ProcessBuilder program(Path data, Map<String, String> settings) {
        return program(data, settings, 0);
    }

    private static ProcessBuilder program(Path data, Map<String, String> settings, int port) {
        var builder = new ProcessBuilder(
                Jvm.executable(),
                "-Xmx64m",
                "-Djava.io.tmpdir="
                        + TARGET.resolve(
                                "temporary"), // so that the tests also pass where the project lies among temporary
                // files
                "-cp",
                TARGET.resolve("tillwright-boot-0.1.0.jar") + ":" + TARGET.resolve("lib") + "/*",
                "org.tillwright.boot.Main",
                "serve",
                "--data=" + data,
                "--port=" + port);
        builder.environment().keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        builder.environment().putAll(settings);
        return builder;
    }

    URI address() {
        return address;
    }

    /** What it told the person at the terminal. */
    String messages() throws IOException {
        return Files.readString(messages);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    /** Sends lines as they are, and returns what comes back up to the end of a JSON object. */
    String raw(String... lines) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            var answer = new StringBuilder();
            while (!answer.toString().endsWith("}")) {
                answer.append((char) socket.getInputStream().read());
            }
            return answer.toString();
        }
    }

    /** Sends lines as they are, the last request among them asking to close, and returns all that comes back. */
    String rawToTheEnd(String... lines) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The program and everything that it started. */
    List<ProcessHandle> programs() {
        return Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants())
                .toList();
    }

    /** Pulls the plug of the starter alone, which is the hardest case: what it started is not told. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
