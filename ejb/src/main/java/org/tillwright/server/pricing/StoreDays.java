package org.tillwright.server.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.stores.StoreService;

/** Knows when a store's day begins. */
@Dependent
class StoreDays {

    @Inject
    StoreService stores;

    ZoneId zoneOf(String storeId) {
        return stores.find(storeId)
                .map(store -> ZoneId.of(store.timeZone()))
                .orElseThrow(
                        () -> new Refused(ProblemCode.NOT_FOUND, "There is no store " + storeId + "; choose another."));
    }
}
