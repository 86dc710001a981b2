package org.tillwright.boot;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the server's start depends on, read once from flags and environment and checked completely.
 *
 * @param httpPort port on 127.0.0.1; 0 takes any free one
 * @param data directory that holds the embedded database, the server's files and the logs
 * @param databasePort port of the embedded database on 127.0.0.1; 0 takes any free one
 * @param externalDatabase the database to use instead of the embedded one
 * @param war application to deploy
 * @param memoryMb largest heap of the server, in MiB
 * @param tuning what the server's compiler is set for
 * @param firstStartFile where the server writes the first PINs; when the caller named it, the caller reads it
 * @param forServer the TILLWRIGHT_ variables that the server itself reads
 */
public record ServerSettings(
        int httpPort,
        Path data,
        int databasePort,
        Optional<DatabaseAddress> externalDatabase,
        Path war,
        int memoryMb,
        Tuning tuning,
        Optional<Path> firstStartFile,
        Map<String, String> forServer) {

    public static final String HTTP_PORT = "TILLWRIGHT_HTTP_PORT";
    public static final String DATA = "TILLWRIGHT_DATA";
    public static final String DB_PORT = "TILLWRIGHT_DB_PORT";
    public static final String DB_URL = "TILLWRIGHT_DB_URL";
    public static final String DB_USER = "TILLWRIGHT_DB_USER";
    public static final String DB_PASSWORD = "TILLWRIGHT_DB_PASSWORD";
    public static final String DEMO = "TILLWRIGHT_DEMO";
    public static final String STORE_NAME = "TILLWRIGHT_STORE_NAME";
    public static final String STORE_COUNTRY = "TILLWRIGHT_STORE_COUNTRY";
    public static final String CURRENCY = "TILLWRIGHT_CURRENCY";
    public static final String LANGUAGE = "TILLWRIGHT_LANGUAGE";
    public static final String TIME_ZONE = "TILLWRIGHT_TIME_ZONE";
    public static final String WORKSTATIONS = "TILLWRIGHT_STORE_WORKSTATIONS";
    public static final String TAX_PLACEMENT = "TILLWRIGHT_TAX_PLACEMENT";
    public static final String TAX_RATES = "TILLWRIGHT_TAX_RATES";
    public static final String FIRST_START_FILE = "TILLWRIGHT_FIRST_START_FILE";
    public static final String MEMORY_MB = "TILLWRIGHT_MEMORY_MB";
    public static final String TUNING = "TILLWRIGHT_TUNING";

    static final int DEFAULT_HTTP_PORT = 8480;
    static final int DEFAULT_MEMORY_MB = 512;
    static final int LEAST_MEMORY_MB = 256;
    static final int MOST_MEMORY_MB = 65_536;

    /** Where the application lies when it is not beside the program: a system property. */
    public static final String WAR_PROPERTY = "tillwright.war";

    /** What the just-in-time compiler of the server is set for; ADR 0011 has the measurements. */
    public enum Tuning {
        /** Up quickly and small: a shop of a few registers. */
        START,
        /** Twice the time to start, more sales a second once warm: a server of many registers. */
        LOAD
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
