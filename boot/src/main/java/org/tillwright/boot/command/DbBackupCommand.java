package org.tillwright.boot.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.backup.Backup;
import org.tillwright.boot.backup.BackupManifest;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.platform.Version;
import org.tillwright.boot.settings.UnusableSettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a backup while the server runs, or while it does not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes all data to one file, while sales come in; prove it with db verify.")
public final class DbBackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'tillwright-'yyyyMMdd-HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    @Mixin
    SettingsOptions options;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write; by default a name with the time, in this directory.")
    @Nullable
    Path output;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        Path file = (output == null ? Path.of(NAME.format(clock.instant())) : output).toAbsolutePath();
        try (OpenDatabase database = OpenDatabase.of(options.settingsForDatabase(), options.progress())) {
            BackupManifest manifest = new Backup(database, Version.TEXT, clock, options.progress()).write(file);
            options.progress()
                    .tell("Schema " + manifest.schema() + ", " + rows(manifest) + " rows, SHA-256 "
                            + manifest.sha256());
            options.answer(file.toString());
            return 0;
        }
    }

    static long rows(BackupManifest manifest) {
        return manifest.facts().tables().stream()
                .mapToLong(BackupManifest.Table::rows)
                .sum();
    }
}
