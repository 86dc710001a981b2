package org.tillwright.server.papers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.ShopRules;

/** Finds what papers are made of. In the caller's transaction; who may ask is the caller's to know. */
@Dependent
public class Papers {

    @Inject
    PaperRows rows;

    /** Finds a sale by its id; empty when it has not arrived. */
    public Optional<SoldPaper> find(UUID transactionId) {
        return rows.record(transactionId).map(this::paper);
    }

    private SoldPaper paper(PaperRows.Found found) {
        Optional<ReceiptRules> rules = rows.shopRulesAt(
                        found.storeId(), found.record().priceBookVersion())
                .map(ShopRules::receipts);
        SoldPaper.Logo logo =
                rules.map(ReceiptRules::logoPictureId).flatMap(rows::logo).orElse(null);
        return new SoldPaper(
                found.record(),
                new StoredFacts(rows, found, logo != null),
                rules.map(ReceiptRules::template).orElse(null),
                logo);
    }
}
