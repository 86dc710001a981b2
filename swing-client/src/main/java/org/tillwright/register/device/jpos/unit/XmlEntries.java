package org.tillwright.register.device.jpos.unit;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import jpos.config.JposConfigException;
import jpos.config.JposEntry;
import jpos.config.JposRegPopulator;
import jpos.config.simple.SimpleEntry;
import jpos.util.JposEntryUtility;
import jpos.util.JposPropertiesConst;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.jpos.JposEntryLine;
import org.tillwright.register.device.jpos.JposFile;
import org.tillwright.register.device.jpos.JposFileException;

/**
 * Fills the registry of the JavaPOS library from the same reading of {@code jpos.xml} that people are told the faults of. The
 * library's own readers pass over a file that they cannot read, and say nothing. Made by the library, by name.
 */
public final class XmlEntries implements JposRegPopulator {

    private final List<JposEntry> entries = new ArrayList<>();
    private @Nullable Exception failure;

    /** Has the library make one of these for a file. Must come before the library is used for anything. */
    static void use(Path file) {
        System.setProperty(JposPropertiesConst.JPOS_REG_POPULATOR_CLASS_PROP_NAME, XmlEntries.class.getName());
        // Some makers' services look for the file themselves.
        System.setProperty(JposPropertiesConst.JPOS_POPULATOR_FILE_PROP_NAME, file.toString());
    }

    @Override
    public void load() {
        load(System.getProperty(JposPropertiesConst.JPOS_POPULATOR_FILE_PROP_NAME, "jpos.xml"));
    }

    @Override
    public void load(String fileName) {
        entries.clear();
        failure = null;
        try {
            JposFile.read(Path.of(fileName)).entries().forEach(this::add);
        } catch (JposFileException e) {
            failure = e;
        }
    }

    /** An entry that cannot be used keeps no other from being used. */
    private void add(JposEntryLine line) {
        try {
            entries.add(entry(line));
        } catch (JposConfigException e) {
            failure = e;
        }
    }

    private JposEntry entry(JposEntryLine line) throws JposConfigException {
        var entry = new SimpleEntry(line.name(), this);
        for (JposEntryLine.Property property : line.properties()) {
            entry.addProperty(property.name(), value(property));
        }
        return entry;
    }

    private static Object value(JposEntryLine.Property property) throws JposConfigException {
        try {
            return JposEntryUtility.parsePropValue(property.value(), Class.forName("java.lang." + property.type()));
        } catch (ClassNotFoundException e) {
            throw new JposConfigException(
                    "the property " + property.name() + " has a type that there is none of: " + property.type(), e);
        }
    }

    @Override
    public Enumeration<JposEntry> getEntries() {
        return Collections.enumeration(List.copyOf(entries));
    }

    @Override
    public @Nullable Exception getLastLoadException() {
        return failure;
    }

    @Override
    public @Nullable URL getEntriesURL() {
        try {
            return Path.of(System.getProperty(JposPropertiesConst.JPOS_POPULATOR_FILE_PROP_NAME, "jpos.xml"))
                    .toUri()
                    .toURL();
        } catch (MalformedURLException e) {
            return null;
        }
    }

    /** The file belongs to whoever keeps the machine, and is never written here. */
    @Override
    public void save(@SuppressWarnings("rawtypes") Enumeration unused) {
        throw new UnsupportedOperationException("jpos.xml is not written");
    }

    @Override
    public void save(@SuppressWarnings("rawtypes") Enumeration unused, String fileName) {
        throw new UnsupportedOperationException("jpos.xml is not written");
    }

    @Override
    public String getUniqueId() {
        return getClassName();
    }

    @Override
    public String getClassName() {
        return XmlEntries.class.getName();
    }

    @Override
    public boolean isComposite() {
        return false;
    }

    @Override
    public String getName() {
        return "Tillwright";
    }
}
