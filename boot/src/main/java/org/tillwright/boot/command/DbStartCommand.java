package org.tillwright.boot.command;

import java.util.concurrent.Callable;
import org.tillwright.boot.database.EmbeddedDatabase;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the database alone until it is told to stop. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Runs the database alone and prints its JDBC address; its password is in the data directory.")
public final class DbStartCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        ServerSettings settings = options.settingsForDatabase();
        try (DataDirectory directory = DataDirectory.take(settings.data());
                var children = new Children()) {
            Runtime.getRuntime().addShutdownHook(new Thread(children::close, "stop"));
            var database = EmbeddedDatabase.start(directory, settings.databasePort(), children, options.progress());
            options.progress()
                    .tell("User " + database.address().user() + ", password in "
                            + directory.database().resolve("password"));
            options.answer(database.address().url());
            database.onExit().join();
            return 0;
        }
    }
}
