package org.tillwright.boot.command;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tillwright.boot.platform.StartException;

/** Writes what a person asked for. */
final class WholeFile {

    private WholeFile() {}

    /** Whoever looks finds the old file or the whole new one, never a half. */
    static void write(Path file, byte[] content) throws StartException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(part, content);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartException(file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
