package org.tillwright.register.devicesetup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.jpos.DriverFolder;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposEntryLine;
import org.tillwright.register.device.jpos.JposFile;

/** Looks which makers' drivers there are for a device. Runs nothing of theirs. */
public final class MakersServices {

    private MakersServices() {}

    /** The drivers of a file that are for such a device, in its order; none for a kind that UnifiedPOS is not asked for. */
    public static List<FoundService> of(JposFile file, DriverFolder folder, DeviceKind kind) throws IOException {
        String category = JposCategory.of(kind).map(JposCategory::word).orElse("");
        List<FoundService> found = new ArrayList<>();
        for (JposEntryLine entry : file.entries()) {
            if (entry.category().equals(category)) {
                String product = Stream.of(entry.vendor(), entry.product())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", "));
                found.add(new FoundService(entry.name(), product, folder.has(entry.factoryClass())));
            }
        }
        return found;
    }
}
