package org.tillwright.register;

import java.time.ZoneId;
import org.tillwright.register.journal.RegisterIdentity;

/** Where this register stands, as far as it knows. */
record RegisterPlace(RegisterParts parts) {

    /** The store's name; empty while it is not known. */
    String store() {
        return parts.catalogues()
                .newest()
                .map(catalogue -> catalogue.store().name())
                .orElseGet(
                        () -> parts.identity().map(RegisterIdentity::storeName).orElse(""));
    }

    /** The register's own name; empty while it is not known. */
    String workstation() {
        return parts.identity().map(RegisterIdentity::workstationName).orElse("");
    }

    /** The store's time zone, or the machine's. */
    ZoneId zone() {
        return parts.catalogues()
                .newest()
                .map(catalogue -> ZoneId.of(catalogue.store().timeZone()))
                .orElseGet(() -> parts.platform().clock().getZone());
    }
}
