package org.tillwright.server.catalog;

import java.util.Map;

/**
 * A department with what a list of them shows.
 *
 * @param name in the reader's language, or in another when it has none there
 * @param names by language
 * @param items how many items on sale it has
 */
public record DepartmentSummary(
        String departmentId, String name, Map<String, String> names, long position, long hue, long items) {

    public DepartmentSummary {
        names = Map.copyOf(names);
    }
}
