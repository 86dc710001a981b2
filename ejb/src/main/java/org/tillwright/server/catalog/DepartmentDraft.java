package org.tillwright.server.catalog;

import java.util.Map;

/**
 * A department as someone wants it.
 *
 * @param names by language
 * @param hue which of the eight department colours, 0 to 7
 */
public record DepartmentDraft(String departmentId, Map<String, String> names, long position, long hue) {

    public DepartmentDraft {
        names = Map.copyOf(names);
    }
}
