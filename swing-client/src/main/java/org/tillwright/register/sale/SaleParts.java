package org.tillwright.register.sale;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.register.approval.Granted;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.kitchen.Kitchen;
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
        Supplier<UUID> ids,
        Granted approvals,
        Kitchen kitchen) {

    /** A register without a kitchen. */
    public SaleParts(
            Catalogues catalogues,
            Journal journal,
            TillSession till,
            DraftKeeper drafts,
            SaleDevices devices,
            Clock clock,
            Supplier<UUID> ids,
            Granted approvals) {
        this(
                catalogues,
                journal,
                till,
                drafts,
                devices,
                clock,
                ids,
                approvals,
                new Kitchen(journal, catalogues, clock, ids, Map.of()));
    }

    /** A register where nobody approves anything. */
    public SaleParts(
            Catalogues catalogues,
            Journal journal,
            TillSession till,
            DraftKeeper drafts,
            SaleDevices devices,
            Clock clock,
            Supplier<UUID> ids) {
        this(catalogues, journal, till, drafts, devices, clock, ids, Granted.NONE);
    }

    /** Begins an empty sale of the newest catalogue. */
    SaleInProgress begin() {
        return begin(ids.get());
    }

    /** Begins an empty sale of the newest catalogue, which goes by an id that nothing on the server has. */
    SaleInProgress begin(UUID transactionId) {
        Catalogue newest = catalogues
                .newest()
                .orElseThrow(() -> new IllegalStateException("a register without a catalogue has nothing to sell"));
        return SaleInProgress.begin(transactionId, clock.instant(), newest);
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
