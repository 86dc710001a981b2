package org.tillwright.boot.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.backup.BackupException;
import org.tillwright.boot.backup.BackupManifest;
import org.tillwright.boot.backup.Restore;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup into the database that the settings name, while no server uses it. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Restores a backup into the database that the settings name, while the server is stopped.")
public final class DbRestoreCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Option(
            names = "--into",
            required = true,
            paramLabel = "PLACE",
            description = "embedded, or the name of the external database; has to be the one that the settings name.")
    String into = "";

    @Option(
            names = "--overwrite",
            paramLabel = "STORE",
            description = "Name of the store whose data in that database may be lost.")
    @Nullable
    String overwrite;

    @Override
    public Integer call() throws UnusableSettingsException, StartException, BackupException {
        ServerSettings settings = options.settingsForDatabase();
        try (OpenDatabase database = OpenDatabase.toRestoreInto(settings, into, options.progress())) {
            BackupManifest manifest = new Restore(database, options.progress())
                    .run(file.toAbsolutePath(), Optional.ofNullable(overwrite));
            options.answer("Restored: taken " + manifest.takenAt() + ", schema " + manifest.schema() + ", "
                    + DbBackupCommand.rows(manifest) + " rows. Start the server; registers send again what it lacks.");
            return 0;
        }
    }
}
