package org.tillwright.server.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.WireJson;

/** Writes secrets to a file that is its owner's alone from its first byte on. */
final class SecretFile {

    private SecretFile() {}

    static void write(Path file, FirstStart secrets) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.resolveSibling("."));
            Files.deleteIfExists(draft);
            try (SeekableByteChannel channel = Files.newByteChannel(
                    draft,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                WireJson.write(secrets, Channels.newOutputStream(channel));
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first-start file " + target + " cannot be written", e);
        }
    }
}
