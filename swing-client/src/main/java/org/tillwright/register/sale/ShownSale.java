package org.tillwright.register.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.TenderType;

/** What screens ask of one state of a sale, in one language: asked several times a scan, worked out once. */
final class ShownSale {

    private final SaleInProgress sale;
    private final String language;
    private @Nullable List<SaleLine> lines;
    private @Nullable Money savings;
    private @Nullable SaleInProgress byCash;

    ShownSale(SaleInProgress sale, String language) {
        this.sale = sale;
        this.language = language;
    }

    List<SaleLine> lines() {
        List<SaleLine> known = lines;
        if (known == null) {
            known = SaleLines.of(sale, language);
            lines = known;
        }
        return known;
    }

    Money savings() {
        Money known = savings;
        if (known == null) {
            known = SaleLines.savings(sale);
            savings = known;
        }
        return known;
    }

    /** The sale as it is when cash pays the rest. */
    SaleInProgress byCash() {
        SaleInProgress known = byCash;
        if (known == null) {
            known = sale.payableBy(TenderType.CASH);
            byCash = known;
        }
        return known;
    }
}
