package org.tillwright.boot.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tillwright.boot.network.Network;

/**
 * Everything the server's start depends on, read once from flags and environment and checked completely.
 *
 * @param network where the server listens
 * @param data directory that holds the embedded database, the server's files and the logs
 * @param databasePort port of the embedded database on 127.0.0.1; 0 takes any free one
 * @param externalDatabase the database to use instead of the embedded one
 * @param war application to deploy
 * @param memoryMb largest heap of the server, in MiB
 * @param tuning what the server's compiler is set for
 * @param logsJson whether a line of the log is one JSON object
 * @param firstStartFile where the server writes the first PINs; when the caller named it, the caller reads it
 * @param forServer the TILLWRIGHT_ variables that the server itself reads
 */
public record ServerSettings(
        Network network,
        Path data,
        int databasePort,
        Optional<DatabaseAddress> externalDatabase,
        Path war,
        int memoryMb,
        Tuning tuning,
        boolean logsJson,
        Optional<Path> firstStartFile,
        Map<String, String> forServer) {

    /** Where the application lies when it is not beside the program: a system property. */
    public static final String WAR_PROPERTY = "tillwright.war";

    /** What the just-in-time compiler of the server is set for; ADR 0011 has the measurements. */
    public enum Tuning {
        /** Up quickly and small: a shop of a few registers. */
        START,
        /** Twice the time to start, more sales a second once warm: a server of many registers. */
        LOAD;

        static Tuning of(String text) {
            return text.equals("load") ? LOAD : START;
        }
    }

    public ServerSettings {
        forServer = Map.copyOf(forServer);
    }

    /**
     * Reads the settings; an empty value counts as absent.
     *
     * @throws UnusableSettingsException with every fault, not only the first
     */
    public static ServerSettings read(Map<String, String> environment) throws UnusableSettingsException {
        var reader = new SettingsReader(environment);
        reader.requireWar();
        return reader.read();
    }

    /** Reads the settings for work on the database alone, which needs no application. */
    public static ServerSettings readForDatabase(Map<String, String> environment) throws UnusableSettingsException {
        return new SettingsReader(environment).read();
    }
}
