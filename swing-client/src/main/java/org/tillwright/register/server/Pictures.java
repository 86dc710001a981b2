package org.tillwright.register.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pictures of tiles: from the register's disk, and from the server the first time. A picture never changes under its
 * id, so what is on disk stays right.
 */
public final class Pictures {

    private static final Logger LOG = System.getLogger(Pictures.class.getName());

    private final Path directory;
    private final Function<String, Reply<byte[]>> server;

    public Pictures(Path directory, Function<String, Reply<byte[]>> server) {
        this.directory = directory;
        this.server = server;
    }

    /** Returns the bytes of a picture, empty when there is none now. Waits for the server; not for the event thread. */
    public Optional<byte[]> find(String pictureId) {
        Path file = directory.resolve(fileName(pictureId));
        try {
            if (Files.exists(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
            if (server.apply(pictureId) instanceof Reply.Answered<byte[]> answered) {
                keep(file, answered.value());
                return Optional.of(answered.value());
            }
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "picture " + pictureId + " is neither read nor kept: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void keep(Path file, byte[] picture) throws IOException {
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, "picture", ".new");
        Files.write(written, picture);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Ids come from outside: as hexadecimal digits they cannot name another directory. */
    private static String fileName(String pictureId) {
        return HexFormat.of().formatHex(pictureId.getBytes(StandardCharsets.UTF_8));
    }
}
