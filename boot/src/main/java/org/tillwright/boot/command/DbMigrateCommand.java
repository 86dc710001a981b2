package org.tillwright.boot.command;

import java.util.concurrent.Callable;
import org.tillwright.boot.database.DatabaseCheck;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the schema up to date, so that the server itself can run with an account that may not change tables. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the schema up to date; the server's start then finds nothing to do.")
public final class DbMigrateCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        try (OpenDatabase database = OpenDatabase.of(options.settingsForDatabase(), options.progress())) {
            options.answer(new DatabaseCheck(database.address()).migrate().sentence());
            return 0;
        }
    }
}
