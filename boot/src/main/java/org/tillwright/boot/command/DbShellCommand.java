package org.tillwright.boot.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tillwright.boot.database.EmbeddedDatabase;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a prompt for SQL, on the database of the server that runs now, or on one started for as long as the prompt is open. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "Opens MariaDB's own prompt on the embedded database, whether the server runs or not.")
public final class DbShellCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        ServerSettings settings = options.settingsForDatabase();
        Optional<DatabaseAddress> running = EmbeddedDatabase.running(settings.data());
        if (running.isPresent()) {
            return prompt(settings.data(), running.get());
        }
        try (DataDirectory directory = DataDirectory.take(settings.data());
                var children = new Children()) {
            Runtime.getRuntime().addShutdownHook(new Thread(children::close, "stop"));
            var database = EmbeddedDatabase.start(directory, settings.databasePort(), children, options.progress());
            return prompt(settings.data(), database.address());
        }
    }

    private int prompt(Path data, DatabaseAddress address) throws StartException {
        ProcessBuilder client = EmbeddedDatabase.client(data, address, options.progress());
        try {
            return client.start().onExit().join().exitValue();
        } catch (IOException e) {
            throw new StartException("The database's prompt did not start: " + e.getMessage() + ".", e);
        }
    }
}
