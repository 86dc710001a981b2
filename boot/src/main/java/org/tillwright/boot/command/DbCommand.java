package org.tillwright.boot.command;

import java.util.concurrent.Callable;
import org.tillwright.boot.database.DatabaseCheck;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells the state of the schema; its further words work on the database, whichever the settings name. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = "Tells the state of the database's schema; with a further word, works on the database.",
        subcommands = {
            DbStartCommand.class,
            DbShellCommand.class,
            DbMigrateCommand.class,
            DbBackupCommand.class,
            DbRestoreCommand.class,
            DbVerifyCommand.class
        })
public final class DbCommand implements Callable<Integer> {

    private static final int NOT_USABLE = 1;

    @Mixin
    SettingsOptions options;

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        try (OpenDatabase database = OpenDatabase.of(options.settingsForDatabase(), options.progress())) {
            var report = new DatabaseCheck(database.address()).look();
            options.answer(report.sentence());
            return report.isUsable() ? 0 : NOT_USABLE;
        }
    }
}
