package org.tillwright.server.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price and the time that it counted.
 *
 * @param from null when the publication that began it is not known any more
 * @param until null while it counts
 */
public record PriceSpan(long unitPriceMicro, @Nullable Instant from, @Nullable Instant until) {}
