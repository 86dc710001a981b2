package org.tillwright.register.device.jpos;

import java.util.List;

/**
 * One service of {@code jpos.xml}.
 *
 * @param name what settings call it by: the entry's logical name
 * @param category the kind of device, such as {@code POSPrinter}
 * @param vendor who made the service; may be empty
 * @param product what it is for; may be empty
 * @param version version of UnifiedPOS that it says it follows; may be empty
 * @param factoryClass the maker's class that makes the service
 * @param properties everything else, in the order of the file
 */
public record JposEntryLine(
        String name,
        String category,
        String vendor,
        String product,
        String version,
        String factoryClass,
        List<Property> properties) {

    public JposEntryLine {
        properties = List.copyOf(properties);
    }

    /**
     * What the service wants to know.
     *
     * @param type simple name of a class of {@code java.lang}, such as {@code Integer}
     */
    public record Property(String name, String type, String value) {}
}
