package org.tillwright.boot.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.tillwright.boot.database.OpenDatabase;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.ServerSettings;

/** Restores a backup into a database that is made for it and deleted again, and tells whether everything is there. */
public final class BackupVerification {

    private final ServerSettings settings;
    private final Progress progress;

    public BackupVerification(ServerSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Returns what the backup says of itself, once that is proved. */
    public BackupManifest run(Path file) throws StartException, BackupException {
        Path place = settings.data().resolve("verify-" + ProcessHandle.current().pid());
        try {
            BackupFile.open(file).requireWhole(); // told before a database is made for it
            DataDirectory.createPrivate(settings.data());
            try (OpenDatabase scratch =
                    OpenDatabase.scratch(place, settings.data().resolve("db"), progress)) {
                return Restore.verify(file, scratch, progress);
            }
        } catch (IOException e) {
            throw new StartException("The backup cannot be verified: " + e.getMessage() + ".", e);
        } finally {
            delete(place);
        }
    }

    private static void delete(Path place) {
        try {
            FileTrees.delete(place);
        } catch (IOException e) {
            System.getLogger(BackupVerification.class.getName())
                    .log(System.Logger.Level.WARNING, "delete by hand what was left in " + place, e);
        }
    }
}
