package org.tillwright.wire;

import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * Many items at once, from a retailer's own files. Items that are so already are left alone; the rest become one
 * publication, all of them or none.
 *
 * @param departments to add first when they are not there yet; those that are there stay as they are
 */
public record ItemImport(
        @Limit(1_000) List<SnapshotMessage.Department> departments,
        @Limit(MAX_ITEMS) List<SnapshotMessage.Item> items) {

    /** Items in one import: as many as a request of 4 MiB surely holds. */
    public static final int MAX_ITEMS = 5_000;
}
