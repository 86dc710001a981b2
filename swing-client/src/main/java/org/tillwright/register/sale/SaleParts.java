package org.tillwright.register.sale;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.json.WireJson;

/** What a {@link SaleSession} works with. */
public record SaleParts(
        Catalogues catalogues,
        Journal journal,
        TillSession till,
        DraftKeeper drafts,
        SaleDevices devices,
        Clock clock,
        Supplier<UUID> ids) {

    /** Begins an empty sale of the newest catalogue. */
    SaleInProgress begin() {
        Catalogue newest = catalogues
                .newest()
                .orElseThrow(() -> new IllegalStateException("a register without a catalogue has nothing to sell"));
        return SaleInProgress.begin(ids.get(), clock.instant(), newest);
    }

    /** Keeps a state of the sale where a crash does not reach it; an empty sale needs no keeping. */
    void keep(SaleInProgress sale) {
        if (sale.isEmpty()) {
            drafts.drop();
        } else {
            drafts.keep(sale.transactionId(), () -> WireJson.write(SaleDrafts.of(sale)));
        }
    }
}
