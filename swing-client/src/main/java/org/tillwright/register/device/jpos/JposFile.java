package org.tillwright.register.device.jpos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tillwright.register.device.DeviceKind;

/**
 * A {@code jpos.xml} as makers of devices deliver it: the services that can be opened by name. Reading it runs nothing of the
 * makers', fetches nothing, and follows no reference out of the file.
 */
public final class JposFile {

    /** Largest file that is read, in bytes: one entry takes about two thousand. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Names told to a person who asked for one that is not there. */
    private static final int NAMES_TOLD = 12;

    private final Path file;
    private final Map<String, JposEntryLine> entries = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    private JposFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws JposFileException if it is not there, or is no list of services at all
     */
    public static JposFile read(Path file) throws JposFileException {
        var read = new JposFile(file);
        for (JposXml.Element entry : JposXml.entries(file, bytes(file))) {
            read.add(entry);
        }
        return read;
    }

    private static byte[] bytes(Path file) throws JposFileException {
        if (!Files.exists(file)) {
            throw new JposFileException("There is no " + file
                    + ". Put the jpos.xml there that came with the device's driver, or name another one by jpos-file.");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new JposFileException(file + " has more than " + MAX_BYTES / 1024 / 1024
                        + " MiB, which no jpos.xml has; look whether it is the right file.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new JposFileException(
                    file + " cannot be read by this account (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    private void add(JposXml.Element entry) {
        String name = entry.attribute("logicalName");
        String fault = name.isEmpty() ? "An entry in " + file + " has no logicalName." : null;
        if (fault == null && (entries.containsKey(name) || faults.containsKey(name))) {
            entries.remove(name);
            fault = file + " has two entries with the name \"" + name + "\"; leave one of them out.";
        }
        String category = entry.of("jpos", "category");
        String factory = entry.of("creation", "factoryClass");
        if (fault == null && category.isEmpty()) {
            fault = "The entry \"" + name + "\" in " + file + " says no category (<jpos category=...>).";
        }
        if (fault == null && factory.isEmpty()) {
            fault = "The entry \"" + name + "\" in " + file + " says no factory (<creation factoryClass=...>).";
        }
        if (fault != null) {
            faults.put(name, fault);
            return;
        }
        entries.put(
                name,
                new JposEntryLine(
                        name,
                        category,
                        entry.of("vendor", "name"),
                        entry.of("product", "name"),
                        entry.of("jpos", "version"),
                        factory,
                        properties(entry)));
    }

    /** Under the names by which services ask for them; the library's own populators use the same. */
    private static List<JposEntryLine.Property> properties(JposXml.Element entry) {
        var properties = new ArrayList<JposEntryLine.Property>();
        text(properties, "serviceInstanceFactoryClass", entry.of("creation", "factoryClass"));
        text(properties, "serviceClass", entry.of("creation", "serviceClass"));
        text(properties, "vendorName", entry.of("vendor", "name"));
        text(properties, "vendorURL", entry.of("vendor", "url"));
        text(properties, "jposVersion", entry.of("jpos", "version"));
        text(properties, "deviceCategory", entry.of("jpos", "category"));
        text(properties, "productName", entry.of("product", "name"));
        text(properties, "productDescription", entry.of("product", "description"));
        text(properties, "productURL", entry.of("product", "url"));
        for (JposXml.Element prop : entry.all("prop")) {
            String type = prop.attribute("type");
            properties.add(new JposEntryLine.Property(
                    prop.attribute("name"), type.isEmpty() ? "String" : type, prop.attribute("value")));
        }
        return properties;
    }

    private static void text(List<JposEntryLine.Property> properties, String name, String value) {
        properties.add(new JposEntryLine.Property(name, "String", value));
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** The services that can be opened, in the order of the file. */
    public List<JposEntryLine> entries() {
        return List.copyOf(entries.values());
    }

    /** One sentence for each entry that cannot be used. */
    public List<String> faults() {
        return List.copyOf(faults.values());
    }

    /**
     * Returns the service of a name.
     *
     * @throws JposFileException if there is none, or it is for another kind of device
     */
    public JposEntryLine entry(String name, JposCategory category) throws JposFileException {
        return entry(name, category, category.kind());
    }

    /**
     * The same for one of several devices of a category.
     *
     * @param kind whose setting names it
     */
    JposEntryLine entry(String name, JposCategory category, DeviceKind kind) throws JposFileException {
        String fault = faults.get(name);
        if (fault != null) {
            throw new JposFileException(fault);
        }
        JposEntryLine entry = entries.get(name);
        String setting = kind.setting();
        if (entry == null) {
            throw new JposFileException("The setting " + setting + " names \"" + name + "\", which is not in " + file
                    + "; " + names(category));
        }
        if (!entry.category().equals(category.word())) {
            throw new JposFileException("The setting " + setting + " names \"" + name + "\", which is a "
                    + entry.category() + " in " + file + "; a "
                    + kind.words() + " must be a "
                    + category.word() + ".");
        }
        return entry;
    }

    private String names(JposCategory category) {
        String names = entries.values().stream()
                .filter(each -> each.category().equals(category.word()))
                .limit(NAMES_TOLD)
                .map(JposEntryLine::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "nothing in it is a " + category.word() + "."
                : "what is there of the category " + category.word() + ": " + names + ".";
    }
}
