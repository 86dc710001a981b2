package org.tillwright.server.papers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds what papers are made of. In the caller's transaction; who may ask is the caller's to know. */
@Dependent
public class Papers {

    @Inject
    PaperRows rows;

    /** Finds a sale by its id; empty when it has not arrived. */
    public Optional<SoldPaper> find(UUID transactionId) {
        return rows.record(transactionId).map(found -> {
            var facts = new StoredFacts(rows, found);
            return new SoldPaper(found.record(), facts, null);
        });
    }
}
