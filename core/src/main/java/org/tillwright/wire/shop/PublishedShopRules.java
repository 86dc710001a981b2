package org.tillwright.wire.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * Which publications brought rules of a store, the newest first.
 *
 * @param hasMore true when older ones were left out
 */
public record PublishedShopRules(@Limit(MAX_PUBLICATIONS) List<Publication> publications, Boolean hasMore) {

    /** Publications in one answer. */
    public static final int MAX_PUBLICATIONS = 500;

    /**
     * One of them.
     *
     * @param until the publication that put others in their place; null while they count
     * @param publishedBy name of the operator; null for none
     */
    public record Publication(Long number, @Nullable Long until, @Nullable String publishedBy, Instant publishedAt) {}
}
