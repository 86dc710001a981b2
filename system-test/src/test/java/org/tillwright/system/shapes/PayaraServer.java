package org.tillwright.system.shapes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tillwright.system.ServerProcess;
import org.tillwright.system.TestPlace;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.WireJson;

/**
 * The enterprise archive on a full Payara Server, set up by the steps of docs/payara-server.md and no others, in a domain of
 * its own that is gone when it is closed; the unpacked server itself stays as its maker shipped it.
 */
final class PayaraServer implements Shape {

    private static final String DOMAIN = "tillwright";
    private static final Path INSTALLED =
            TestPlace.root().resolve("system-test/target/payara-server/payara6/glassfish");
    private static final Path EAR = TestPlace.root().resolve("ear/target/tillwright.ear");
    private static final Path BEFORE_BOOT = TestPlace.root().resolve("ear/payara/before-boot.txt");

    /** The shipped domain has no such element, and the server would make one that listens on every address. */
    private static final String NO_MESSAGES =
            "<jms-service type=\"DISABLED\" default-jms-host=\"default_JMS_host\"><jms-host name=\"default_JMS_host\""
                    + " host=\"localhost\" port=\"${JMS_PROVIDER_PORT}\" lazy-init=\"true\"/></jms-service>";

    private static final Duration READY_PATIENCE = Duration.ofMinutes(8);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path place;
    private final ExternalDatabase database;
    private final int httpPort = ServerProcess.freePort();
    private final int adminPort = ServerProcess.freePort();
    private final Path logs;
    private String contextRoot = "/";
    private ProcessHandle server;
    private int commands;

    private PayaraServer(Path place, ExternalDatabase database) throws IOException {
        this.place = place;
        this.database = database;
        this.logs = Files.createDirectories(place.resolve("commands"));
    }

    /** Makes a domain on a database of its own, starts it, and deploys the archive with the demo store. */
    static PayaraServer start(Path place) throws IOException {
        ExternalDatabase database = ExternalDatabase.start(place.resolve("database"));
        PayaraServer payara = new PayaraServer(place, database);
        try {
            payara.makeDomain();
            payara.startDomain();
            payara.deploy(EAR);
            return payara;
        } catch (IOException e) {
            payara.stop();
            throw e;
        }
    }

    static boolean isInstalled() {
        return Files.isDirectory(INSTALLED);
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + httpPort + contextRoot);
    }

    @Override
    public FirstStart firstStart() throws IOException {
        return WireJson.read(Files.readAllBytes(firstStartFile()), FirstStart.class);
    }

    @Override
    public List<ProcessHandle> programs() {
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    @Override
    public String log() throws IOException {
        return Files.readString(domain().resolve("logs/server.log"));
    }

    ExternalDatabase database() {
        return database;
    }

    /** What an administrator does with a new version: the archive is deployed again in place, the domain goes on. */
    @Override
    public void renew() throws IOException {
        asadmin("redeploy", "--name", DOMAIN, EAR.toString());
    }

    /** Deploys the same archive, built for another context root. */
    void moveTo(String root) throws IOException {
        Path moved = place.resolve("moved.ear");
        Files.copy(EAR, moved);
        try (FileSystem ear = FileSystems.newFileSystem(moved)) {
            Path descriptor = ear.getPath("META-INF/application.xml");
            String changed = Files.readString(descriptor)
                    .replace("<context-root>/</context-root>", "<context-root>" + root + "</context-root>");
            Files.writeString(descriptor, changed);
        }
        asadmin("undeploy", DOMAIN);
        deploy(moved);
        contextRoot = root + "/";
    }

    /** Stops the domain and starts it again; the archive is deployed still. */
    void restartDomain() throws IOException {
        asadmin("stop-domain", "--domaindir", domains().toString(), DOMAIN);
        startDomain();
        awaitReady();
    }

    @Override
    public void close() throws IOException {
        stop();
        TestPlace.delete(place.getFileName().toString());
    }

    private void stop() throws IOException {
        if (server != null) {
            Programs.end(server);
        }
        database.close();
    }

    private void makeDomain() throws IOException {
        Path shipped = INSTALLED.resolve("domains/domain1");
        try (Stream<Path> all = Files.walk(shipped)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path copy = domain().resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, copy);
                }
            }
        }
        change(domain().resolve("config/domain.xml"), text -> freePorts(text)
                .replaceFirst("<diagnostic-service */>", "$0" + java.util.regex.Matcher.quoteReplacement(NO_MESSAGES))
                .replace("<jvm-options>-Xmx512m</jvm-options>", jvmOptions()));
    }

    /** Two ports have to be known here; the others must only not be those of another server. */
    private String freePorts(String domainXml) {
        return domainXml
                .replace("port=\"8080\"", "port=\"" + httpPort + "\"")
                .replace("port=\"4848\"", "port=\"" + adminPort + "\"")
                .replace("port=\"8181\"", "port=\"" + ServerProcess.freePort() + "\"")
                .replace("port=\"3700\"", "port=\"" + ServerProcess.freePort() + "\"")
                .replace("port=\"3820\"", "port=\"" + ServerProcess.freePort() + "\"")
                .replace("port=\"3920\"", "port=\"" + ServerProcess.freePort() + "\"");
    }

    /** Up sooner, as the tests want it; and in a time zone that no store of theirs is in, which nobody may notice. */
    private static String jvmOptions() {
        return Stream.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=Pacific/Auckland")
                .map(option -> "<jvm-options>" + option + "</jvm-options>")
                .reduce("", String::concat);
    }

    private void startDomain() throws IOException {
        asadmin(
                "start-domain",
                "--domaindir",
                domains().toString(),
                "--prebootcommandfile",
                BEFORE_BOOT.toString(),
                DOMAIN);
        long pid =
                Long.parseLong(Files.readString(domain().resolve("config/pid")).strip());
        server = ProcessHandle.of(pid).orElseThrow(() -> new IOException("The domain ended at once"));
    }

    /** A domain is up before the applications in it are: whoever needs them asks them. */
    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline || !server.isAlive()) {
                throw new IOException("The application did not become ready: " + log());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean isReady() throws IOException {
        var question =
                (HttpURLConnection) address().resolve("/health/ready").toURL().openConnection(Proxy.NO_PROXY);
        try {
            return question.getResponseCode() == HttpURLConnection.HTTP_OK
                    && new String(question.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .contains("database");
        } catch (ConnectException e) {
            return false;
        } finally {
            question.disconnect();
        }
    }

    private void deploy(Path archive) throws IOException {
        asadmin("deploy", "--name", DOMAIN, archive.toString());
    }

    private String asadmin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                INSTALLED.resolve("bin/asadmin").toString(),
                "--interactive=false",
                "--port",
                Integer.toString(adminPort)));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command).directory(place.toFile());
        Map<String, String> environment = program.environment();
        environment.keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        environment.put("AS_JAVA", System.getProperty("java.home"));
        environment.put("AS_EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.putAll(database.settings());
        environment.put("TILLWRIGHT_DEMO", "true");
        environment.put("TILLWRIGHT_FIRST_START_FILE", firstStartFile().toString());
        commands++;
        return Programs.run(program, logs.resolve(commands + "-" + arguments[0] + ".log"));
    }

    private static void change(Path file, Function<String, String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    private Path domains() {
        return place.resolve("domains");
    }

    private Path domain() {
        return domains().resolve(DOMAIN);
    }

    private Path firstStartFile() {
        return place.resolve("first-start.json");
    }
}
