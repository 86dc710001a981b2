package org.tillwright.register.device.jpos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;

/** Looks for what would keep makers' services from being opened, without running any of their code. */
public final class JposCheck {

    private static final String SCHEME = JposTarget.SERVICE + ":";

    private JposCheck() {}

    /** One sentence for each fault of the entries, of the folder of drivers, and of the settings that name a service. */
    public static List<String> faults(JposFile file, DeviceUris uris) {
        var faults = new ArrayList<>(file.faults());
        for (JposEntryLine entry : file.entries()) {
            addNotNull(faults, factoryFault(file, entry));
        }
        for (DeviceKind kind : DeviceKind.values()) {
            JposCategory.of(kind).ifPresent(category -> addNotNull(faults, settingFault(file, uris, category, kind)));
        }
        return faults;
    }

    private static void addNotNull(List<String> faults, @Nullable String fault) {
        if (fault != null) {
            faults.add(fault);
        }
    }

    private static @Nullable String factoryFault(JposFile file, JposEntryLine entry) {
        var folder = new DriverFolder(file.path());
        try {
            return folder.has(entry.factoryClass())
                    ? null
                    : "No jar in " + folder.directory() + " has the class " + entry.factoryClass() + " that \""
                            + entry.name() + "\" needs; put the jar of " + maker(entry) + " there.";
        } catch (IOException e) {
            return "A jar in " + folder.directory() + " cannot be read: " + e.getMessage() + ".";
        }
    }

    private static String maker(JposEntryLine entry) {
        return entry.vendor().isEmpty() ? "its maker" : entry.vendor();
    }

    private static @Nullable String settingFault(
            JposFile file, DeviceUris uris, JposCategory category, DeviceKind kind) {
        String address = uris.of(kind);
        if (address == null || !address.startsWith(SCHEME)) {
            return null;
        }
        int query = address.indexOf('?');
        try {
            file.entry(address.substring(SCHEME.length(), query < 0 ? address.length() : query), category, kind);
            return null;
        } catch (JposFileException e) {
            return e.sentence();
        }
    }

    /** The same for settings alone: empty where they name no service. */
    public static List<String> faults(DeviceUris uris) {
        if (!uris.hasMakersServices() || uris.jposFile() == null) {
            return List.of();
        }
        try {
            return faults(JposFile.read(uris.jposFile()), uris);
        } catch (JposFileException e) {
            return List.of(e.sentence());
        }
    }
}
