package org.tillwright.boot.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.boot.settings.SettingsList;
import org.tillwright.wire.json.WireJson;

/**
 * One file for whoever helps from afar: what runs, how it is, and what it wrote last. Every text goes through the
 * {@link Scrubber}; parts that cannot be had say why in their place.
 */
public final class SupportBundle {

    private final Map<String, String> environment;
    private final ServerSettings settings;
    private final Progress progress;
    private final Map<String, String> parts = new LinkedHashMap<>();

    public SupportBundle(Map<String, String> environment, ServerSettings settings, Progress progress) {
        this.environment = environment;
        this.settings = settings;
        this.progress = progress;
    }

    /** Writes the bundle and returns the names of what is in it. */
    public List<String> write(Path file) throws StartException {
        if (Files.exists(file)) {
            throw new StartException(file + " exists already; choose another name.");
        }
        progress.tell("Asking database and server ...");
        var database = DatabaseFindings.of(settings);
        parts.put("settings.json", new String(WireJson.print(SettingsList.of(environment)), StandardCharsets.UTF_8));
        parts.put("machine.txt", Machine.describe(settings.data()));
        parts.put("database.txt", database.text());
        parts.putAll(new ServerFindings(settings.data()).parts());
        parts.putAll(new LogTails(settings.data().resolve("logs")).parts());
        if (database.names().isEmpty()) {
            progress.tell("The database does not say who works here, so their names could not be looked for.");
        }
        var scrubber = new Scrubber(secrets(), database.names().orElse(List.of()));
        var contents = new ArrayList<>(parts.keySet());
        try {
            zip(file, scrubber, contents);
        } catch (IOException e) {
            throw new StartException("The bundle " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
        return contents;
    }

    private List<String> secrets() {
        var secrets = new ArrayList<>(SettingsList.secrets(environment));
        settings.externalDatabase().map(DatabaseAddress::password).ifPresent(secrets::add);
        read(settings.data().resolve("db").resolve("password")).ifPresent(secrets::add);
        return secrets;
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // then nobody else has read it into a log either
        }
    }

    private void zip(Path file, Scrubber scrubber, List<String> contents) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
            add(zip, "contents.txt", String.join("\n", contents) + "\n");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                add(zip, part.getKey(), scrubber.scrub(part.getValue()));
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
