package org.tillwright.boot.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tillwright.boot.network.Certificate;
import org.tillwright.boot.network.Tls;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Jvm;
import org.tillwright.boot.platform.LogFile;
import org.tillwright.boot.platform.Ports;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.boot.settings.ServerSettings.Tuning;
import org.tillwright.core.settings.Setting;

/** The command line, environment and files that the server's JVM starts with. One use. */
final class ServerCommand {

    private static final int LOG_BYTES = 10 * 1024 * 1024;
    private static final int LOG_FILES = 5;
    private static final String LISTENERS =
            "configs.config.server-config.network-config.network-listeners.network-listener.";
    private static final String PROTOCOLS = "configs.config.server-config.network-config.protocols.protocol.";

    private final DataDirectory directory;
    private final ServerSettings settings;
    private final DatabaseAddress database;
    private final PayaraHome home;
    private final Listeners listeners;

    ServerCommand(
            DataDirectory directory,
            ServerSettings settings,
            DatabaseAddress database,
            PayaraHome home,
            Listeners listeners) {
        this.directory = directory;
        this.settings = settings;
        this.database = database;
        this.home = home;
        this.listeners = listeners;
    }

    /** The newest of the server's rotated logs. */
    static Path log(DataDirectory directory) {
        return directory.logs().resolve("server.0.log");
    }

    Process start() throws IOException {
        Path folder = directory.payara();
        Files.writeString(folder.resolve("preboot.txt"), preboot());
        Files.writeString(folder.resolve("logging.properties"), logging());
        var builder = new ProcessBuilder(command(folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LogFile.begin(directory.logs(), "server.out").redirect());
        fill(builder.environment());
        return builder.start();
    }

    private List<String> command(Path folder) throws IOException {
        var command = new ArrayList<String>();
        command.add(Jvm.executable());
        command.addAll(jvmOptions());
        command.add("@" + secretOptions(folder));
        command.addAll(home.openPackages());
        command.addAll(List.of("-cp", home.classPath(), ServerEntry.class.getName()));
        command.addAll(List.of("--disablephonehome", "--nocluster", "--nohazelcast"));
        command.addAll(
                List.of("--prebootcommandfile", folder.resolve("preboot.txt").toString()));
        command.addAll(
                List.of("--logproperties", folder.resolve("logging.properties").toString()));
        command.addAll(List.of("--port", Integer.toString(listeners.httpPort())));
        listeners
                .httpsPort()
                .ifPresent(port ->
                        command.addAll(List.of("--sslport", Integer.toString(port), "--sslcert", Certificate.ALIAS)));
        command.addAll(List.of("--deploy", settings.war().toString(), "--contextroot", "/"));
        return command;
    }

    private List<String> jvmOptions() throws IOException {
        var options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + settings.memoryMb() + "m",
                "-XX:+ExitOnOutOfMemoryError", // half a server is worse than none: the starter tells and ends
                "-Djava.io.tmpdir=" + home.temporary(),
                "-D" + ServerEntry.UP_FILE + "=" + home.upFile(),
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Dhazelcast.socket.bind.any=false",
                "-Dhazelcast.phone.home.enabled=false",
                "-Dpayaramicro.disablePhoneHome=true"));
        if (settings.tuning() == Tuning.START) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        if (!Files.exists(home.archive())) {
            options.add("-XX:+RecordDynamicDumpInfo");
            options.add("-Xlog:cds*=error"); // it would name each of thousands of classes that it leaves out
        } else if (Files.size(home.archive()) > 0) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + home.archive(), "-Xshare:auto"));
        }
        return options;
    }

    /** A command line is for all to read, so what opens the key store is in a file that only this user may read. */
    private Path secretOptions(Path folder) throws IOException {
        Path file = folder.resolve("secret.options");
        Optional<Tls> tls = settings.network().tls();
        if (tls.isEmpty()) {
            FileTrees.writePrivate(file, "");
            return file;
        }
        String password = FileTrees.randomText();
        Path store = folder.resolve("tls.p12");
        tls.get().certificate().write(store, password.toCharArray());
        FileTrees.writePrivate(
                file,
                String.join(
                        "\n",
                        "\"-Djavax.net.ssl.keyStore=" + store.toString().replace("\\", "\\\\") + "\"",
                        "-Djavax.net.ssl.keyStoreType=PKCS12",
                        "-Djavax.net.ssl.keyStorePassword=" + password,
                        ""));
        return file;
    }

    /** Nothing of ours reaches the server but what the settings say, checked. */
    private void fill(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        environment.putAll(settings.forServer());
        environment.put(Setting.DB_URL.variable(), database.url());
        environment.put(Setting.DB_USER.variable(), database.user());
        environment.put(Setting.DB_PASSWORD.variable(), database.password());
        environment.put(Setting.DATA.variable(), settings.data().toString());
        environment.put(
                Setting.FIRST_START_FILE.variable(),
                settings.firstStartFile().orElse(directory.firstStartFile()).toString());
    }

    /** Hazelcast is switched off, and told to stay on loopback should anything switch it on. */
    private String preboot() {
        return String.join(
                "\n",
                "set " + LISTENERS + "http-listener.address="
                        + settings.network().plainAddress(),
                "set " + LISTENERS + "https-listener.address="
                        + settings.network().address(),
                "set " + PROTOCOLS + "http-listener.http.server-header=false",
                "set " + PROTOCOLS + "http-listener.http.xpowered-by=false",
                "set " + PROTOCOLS + "https-listener.http.server-header=false",
                "set " + PROTOCOLS + "https-listener.http.xpowered-by=false",
                "set " + PROTOCOLS + "https-listener.ssl.tls-enabled=false", // 1.0
                "set " + PROTOCOLS + "https-listener.ssl.tls11-enabled=false",
                "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
                "set hazelcast-runtime-configuration.interface=" + Ports.LOOPBACK,
                "set hazelcast-runtime-configuration.discovery-mode=tcpip",
                "set hazelcast-runtime-configuration.tcpip-members=" + Ports.LOOPBACK + ":16900",
                "set hazelcast-runtime-configuration.start-port=16900",
                "set hazelcast-runtime-configuration.host-aware-partitioning=false",
                "");
    }

    private String logging() {
        return String.join(
                "\n",
                "handlers=java.util.logging.FileHandler",
                ".level=INFO",
                "java.util.logging.FileHandler.pattern=" + directory.logs().resolve("server.%g.log"),
                "java.util.logging.FileHandler.limit=" + LOG_BYTES,
                "java.util.logging.FileHandler.count=" + LOG_FILES,
                "java.util.logging.FileHandler.append=true",
                "java.util.logging.FileHandler.encoding=UTF-8",
                "java.util.logging.FileHandler.formatter="
                        + (settings.logsJson() ? JsonLines.class.getName() : "java.util.logging.SimpleFormatter"),
                "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n",
                "");
    }
}
