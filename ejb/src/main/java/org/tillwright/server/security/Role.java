package org.tillwright.server.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person is in the shop. Each role may do what those before it may, and more. */
public enum Role {
    CASHIER,
    SUPERVISOR,
    MANAGER;

    /** Returns everything this role may do. */
    public List<String> permissions() {
        List<String> all = new ArrayList<>();
        upToThis().forEach(role -> all.addAll(role.ownPermissions()));
        return List.copyOf(all);
    }

    /** Returns this role's name and the names of the lower ones: what a caller is in, for the container. */
    public Set<String> groups() {
        Set<String> names = new LinkedHashSet<>();
        upToThis().forEach(role -> names.add(role.name()));
        return names;
    }

    /**
     * A cashier can do a day's work alone; what takes money out of the till, or undoes what a customer has paid for, wants a
     * supervisor. How much anybody takes off a price is in the store's rules, by role.
     */
    private List<String> ownPermissions() {
        return switch (this) {
            case CASHIER ->
                List.of(
                        "sales.void",
                        "sales.discount",
                        "sales.return",
                        "sales.price-check",
                        "sales.suspend",
                        "sales.resume",
                        "sales.quote",
                        "sales.layaway",
                        "sales.train",
                        "values.sell",
                        "receipts.reprint",
                        "till.open",
                        "till.settle",
                        "till.loan",
                        "till.paid-in",
                        "till.report");
            case SUPERVISOR ->
                List.of(
                        "sales.override-price",
                        "sales.return-without-receipt",
                        "sales.return-late",
                        "sales.post-void",
                        "sales.tender-above-limit",
                        "till.no-sale",
                        "till.paid-out",
                        "till.pickup",
                        "till.over-short");
            case MANAGER -> List.of("stores.enrol");
        };
    }

    private List<Role> upToThis() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
    }
}
