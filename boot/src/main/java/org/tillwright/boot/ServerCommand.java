package org.tillwright.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tillwright.boot.ServerSettings.Tuning;

/** The command line, environment and files that the server's JVM starts with. One use. */
final class ServerCommand {

    private static final int LOG_BYTES = 10 * 1024 * 1024;
    private static final int LOG_FILES = 5;
    private static final String LISTENERS =
            "configs.config.server-config.network-config.network-listeners.network-listener.";
    private static final String HTTP =
            "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

    private final DataDirectory directory;
    private final ServerSettings settings;
    private final DatabaseAddress database;
    private final PayaraHome home;
    private final int port;

    ServerCommand(
            DataDirectory directory, ServerSettings settings, DatabaseAddress database, PayaraHome home, int port) {
        this.directory = directory;
        this.settings = settings;
        this.database = database;
        this.home = home;
        this.port = port;
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
        command.addAll(home.openPackages());
        command.addAll(List.of("-cp", home.classPath(), ServerEntry.class.getName()));
        command.addAll(List.of("--disablephonehome", "--nocluster", "--nohazelcast"));
        command.addAll(
                List.of("--prebootcommandfile", folder.resolve("preboot.txt").toString()));
        command.addAll(
                List.of("--logproperties", folder.resolve("logging.properties").toString()));
        command.addAll(List.of("--port", Integer.toString(port)));
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

    /** Nothing of ours reaches the server but what the settings say, checked. */
    private void fill(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("TILLWRIGHT_"));
        environment.putAll(settings.forServer());
        environment.put(ServerSettings.DB_URL, database.url());
        environment.put(ServerSettings.DB_USER, database.user());
        environment.put(ServerSettings.DB_PASSWORD, database.password());
        environment.put(
                ServerSettings.FIRST_START_FILE,
                settings.firstStartFile().orElse(directory.firstStartFile()).toString());
    }

    /** Hazelcast is switched off, and told to stay on loopback should anything switch it on. */
    private static String preboot() {
        return String.join(
                "\n",
                "set " + LISTENERS + "http-listener.address=" + Ports.LOOPBACK,
                "set " + LISTENERS + "https-listener.address=" + Ports.LOOPBACK,
                "set " + HTTP + "server-header=false",
                "set " + HTTP + "xpowered-by=false",
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
                "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter",
                "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n",
                "");
    }
}
