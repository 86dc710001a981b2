package org.tillwright.boot.command;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.boot.settings.UnusableSettingsException;
import org.tillwright.core.settings.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands take: flags that stand for the environment variables of the same meaning, and win over them. */
final class SettingsOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (TILLWRIGHT_DATA).")
    @Nullable
    String data;

    @Option(names = "--db-port", paramLabel = "PORT", description = "Port of the database (TILLWRIGHT_DB_PORT).")
    @Nullable
    String databasePort;

    /** Reads the settings, with further flags of the command itself. */
    ServerSettings settings(Map<String, @Nullable String> moreFlags) throws UnusableSettingsException {
        Map<String, String> all = environment();
        moreFlags.forEach((name, text) -> put(all, name, text));
        return ServerSettings.read(all);
    }

    /** Reads the settings for a command that needs the database only. */
    ServerSettings settingsForDatabase() throws UnusableSettingsException {
        return ServerSettings.readForDatabase(environment());
    }

    /** What is set, flags included. */
    Map<String, String> environment() {
        var all = new HashMap<>(System.getenv());
        put(all, Setting.DATA.variable(), data);
        put(all, Setting.DB_PORT.variable(), databasePort);
        return all;
    }

    /** Plain lines on standard error, at once. */
    Progress progress() {
        PrintWriter err = command.commandLine().getErr();
        return line -> {
            err.println(line);
            err.flush();
        };
    }

    /** The command's one answer, on standard output. */
    void answer(String line) {
        PrintWriter out = command.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static void put(Map<String, String> all, String name, @Nullable String text) {
        if (text != null) {
            all.put(name, text);
        }
    }
}
