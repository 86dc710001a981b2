package org.tillwright.server.customers;

import java.util.List;

/**
 * Some of the customers that a search found.
 *
 * @param hasMore true if there are more than these
 */
public record CustomerPage(List<CustomerDetail> customers, boolean hasMore) {

    public CustomerPage {
        customers = List.copyOf(customers);
    }
}
