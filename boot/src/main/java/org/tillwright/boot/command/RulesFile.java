package org.tillwright.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tillwright.boot.platform.StartException;

/** A file of rules that is to be sent to a server. */
final class RulesFile {

    /** What the server takes at most in one request, so that a wrong file is told before it is sent. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private RulesFile() {}

    static byte[] read(Path file) throws StartException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new StartException(file + " is larger than " + MOST_BYTES + " bytes, which no server takes.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartException("The rules cannot be read from " + file + ".", e);
        }
    }
}
