package org.tillwright.register.sale;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.till.TillSession;

/** What a {@link SaleSession} works with. */
public record SaleParts(
        Catalogues catalogues,
        Journal journal,
        TillSession till,
        DraftKeeper drafts,
        SaleDevices devices,
        Clock clock,
        Supplier<UUID> ids) {}
