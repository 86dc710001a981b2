package org.tillwright.register.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the log goes: warnings to the terminal, and for a register everything worth keeping to files in its home. */
public final class ProgramLogs {

    private static final int FILE_BYTES = 2 * 1024 * 1024;
    private static final int FILES = 5;

    private ProgramLogs() {}

    /** Sets the log up for a program that talks to a person at the terminal. */
    public static void begin() {
        try (InputStream settings = ProgramLogs.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the log in {@code directory} too, in a few files that are written over in turn. */
    public static void keepIn(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileHandler files = new FileHandler(directory.resolve("register.%g.log").toString(), FILE_BYTES, FILES, true);
        files.setLevel(Level.INFO);
        files.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(files);
    }
}
