package org.tillwright.boot.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tillwright.boot.backup.BackupException;
import org.tillwright.boot.backup.BackupManifest;
import org.tillwright.boot.backup.BackupVerification;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Proves a backup by restoring it into a database for a moment; the shop's own database is not touched. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Restores a backup into a database for a moment, and checks that everything is there.")
public final class DbVerifyCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Override
    public Integer call() throws UnusableSettingsException, StartException, BackupException {
        BackupManifest manifest =
                new BackupVerification(options.settingsForDatabase(), options.progress()).run(file.toAbsolutePath());
        options.answer("Sound: taken " + manifest.takenAt() + ", schema " + manifest.schema() + ", "
                + DbBackupCommand.rows(manifest) + " rows.");
        return 0;
    }
}
