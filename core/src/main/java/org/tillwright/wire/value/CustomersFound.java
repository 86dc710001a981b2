package org.tillwright.wire.value;

import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * Customers that a search found.
 *
 * @param hasMore true if there are more than were told
 */
public record CustomersFound(@Limit(50) List<CustomerFound> customers, Boolean hasMore) {}
