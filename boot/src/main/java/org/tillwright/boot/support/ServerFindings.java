package org.tillwright.boot.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.server.RunningStore;

/** What a support bundle tells of the server that runs now: its own answers, and what each thread is doing. */
final class ServerFindings {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path data;

    ServerFindings(Path data) {
        this.data = data;
    }

    Map<String, String> parts() throws StartException {
        Optional<URI> address = RunningStore.running(data);
        var parts = new LinkedHashMap<String, String>();
        if (address.isEmpty()) {
            parts.put("health.json", "The server does not run now, or not from this data directory.\n");
            return parts;
        }
        parts.put("health.json", answer(address.get().resolve("health")));
        parts.put("metrics.txt", answer(address.get().resolve("metrics")));
        parts.put("threads.txt", threads());
        return parts;
    }

    private static String answer(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            boolean isGood = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
            try (InputStream body = isGood ? connection.getInputStream() : connection.getErrorStream()) {
                return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return "No answer: " + e.getMessage() + "\n";
        }
    }

    /** The JDK's own tool asks the server; a bare runtime has none. */
    private String threads() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Path pid = data.resolve("payara").resolve("server.pid");
        if (!Files.isExecutable(jcmd)) {
            return "This Java has no jcmd, so there is no list of threads.\n";
        }
        try {
            Path dump = Files.createTempFile(data, "threads", ".txt");
            try {
                Process asking = new ProcessBuilder(
                                jcmd.toString(), Files.readString(pid).strip(), "Thread.print")
                        .redirectErrorStream(true)
                        .redirectOutput(dump.toFile())
                        .start();
                asking.onExit()
                        .completeOnTimeout(asking, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
                return Files.readString(dump);
            } finally {
                Files.deleteIfExists(dump);
            }
        } catch (IOException e) {
            return "No list of threads: " + e.getMessage() + "\n";
        }
    }
}
