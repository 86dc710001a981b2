package org.tillwright.wire.sale;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.PriceBooks;

/**
 * A sale as it stands on its receipt, and what has come back of it: all that a register needs to take goods of it back, in any
 * store of the company.
 *
 * @param workstationId the register that sold
 * @param sequence number of the receipt at that register
 * @param timeZone of the store that sold, for the moment of the sale by the clock on its wall
 * @param returns the sales that goods of this one came back in, oldest first, without those that were undone
 * @param postVoidedBy the sale that undid this one; null when none did
 * @param book what the sale was priced by, as far as its goods need it; null when no promotion and no coupon was in it
 */
public record ReceiptFound(
        @Limit(40) String workstationId,
        Long sequence,
        Long priceBookVersion,
        TaxPolicyMessage taxPolicy,
        @Limit(40) String timeZone,
        @Nullable @Limit(2) String country,
        SaleMessage sale,
        @Limit(1_000) List<SaleMessage> returns,
        @Nullable UUID postVoidedBy,
        @Nullable PriceBookMessage book) {

    /** Returns when the sale was begun, by the clock on its store's wall. */
    public LocalDateTime soldAt() {
        return SaleMoment.of(sale.begunAt(), timeZone);
    }

    /** Returns the sale as far as its goods are still at the customer's. */
    public SaleReturns.Opened opened() {
        return SaleReturns.open(sale, soldAt(), priceBook(), returns);
    }

    /** Returns what each tender has paid and given back. */
    public TenderReturns tenders() {
        return TenderReturns.of(sale, returns);
    }

    /** Returns how cash of the sale was rounded. */
    public CashRounding cashRounding() {
        return priceBook().rules().cashRounding();
    }

    /** Without a book nothing of the sale can be worked out anew, and nothing has to be. */
    private PriceBook priceBook() {
        Currency currency = Currency.of(sale.currency());
        LocalDate day = soldAt().toLocalDate();
        PriceBookMessage told = book;
        return told == null
                ? PriceBooks.of(null, currency, country)
                        .book(priceBookVersion, taxPolicy.policy(), day, List.of(), Map.of())
                : PriceBooks.of(told.rules(), currency, told.country())
                        .book(priceBookVersion, taxPolicy.policy(), day, told.entries(), told.rates());
    }
}
