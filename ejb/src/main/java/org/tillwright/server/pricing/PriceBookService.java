package org.tillwright.server.pricing;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.publication.PublicationService;

/** The door for price books: what any version says. */
@Stateless
public class PriceBookService {

    @Inject
    PublishedPrices prices;

    @Inject
    PublicationService publications;

    /**
     * Returns the part of a version's price book that some items need. An item that the version does not know, or whose
     * tax category has no rate in it, is left out.
     *
     * @param currency what the store that sells counts in
     * @param taxPolicy the rule to work tax out by; stored with each sale, not with the version
     */
    @RolesAllowed({REGISTER, MANAGER})
    public PriceBook bookAt(long version, Currency currency, TaxPolicy taxPolicy, Set<String> itemIds) {
        Map<String, TaxRate> taxRates = prices.taxRatesAt(version);
        Map<String, PriceBook.Entry> entries = new HashMap<>();
        for (PriceBook.Entry entry : prices.entriesAt(version, currency, itemIds)) {
            if (taxRates.containsKey(entry.taxCategory())) {
                entries.put(entry.itemId(), entry);
            }
        }
        return new PriceBook(version, currency, taxPolicy, entries, taxRates);
    }

    /** Returns the tax rates of a version, by tax category. */
    @RolesAllowed({REGISTER, MANAGER})
    public Map<String, TaxRate> taxRatesAt(long version) {
        return prices.taxRatesAt(version);
    }

    /** Returns the newest version. */
    @RolesAllowed({REGISTER, MANAGER})
    public long latestVersion() {
        return publications.latest();
    }
}
