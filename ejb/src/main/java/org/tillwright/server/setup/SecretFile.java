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
import java.util.stream.Stream;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.WireJson;

/** Writes secrets to a file that is its owner's alone from its first byte on. */
final class SecretFile {

    private SecretFile() {}

    /** Adds secrets to those that nobody has fetched yet; a new password takes the place of the same person's old one. */
    static void add(Path file, FirstStart secrets) {
        try {
            write(file, Files.exists(file) ? merged(readExisting(file), secrets) : secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("The first-start file " + file + " cannot be read", e);
        }
    }

    private static FirstStart readExisting(Path file) throws IOException {
        return WireJson.read(Files.readAllBytes(file), FirstStart.class);
    }

    private static FirstStart merged(FirstStart before, FirstStart added) {
        Stream<FirstStart.Password> kept = before.consolePasswords().stream()
                .filter(old -> added.consolePasswords().stream()
                        .noneMatch(password -> password.operatorNumber().equals(old.operatorNumber())));
        return new FirstStart(
                Stream.concat(before.pins().stream(), added.pins().stream()).toList(),
                Stream.concat(before.codes().stream(), added.codes().stream()).toList(),
                Stream.concat(kept, added.consolePasswords().stream()).toList());
    }

    private static void write(Path file, FirstStart secrets) {
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
