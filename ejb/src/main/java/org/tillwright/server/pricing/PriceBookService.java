package org.tillwright.server.pricing;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.pricing.PriceBooks;

/** The door for price books: what any version says. */
@Stateless
public class PriceBookService {

    @Inject
    PublishedPrices prices;

    @Inject
    PublicationService publications;

    @Inject
    PublishedRules rules;

    @Inject
    CompiledRules compiled;

    /**
     * Returns the part of a version's price book that some items need, with the pricing rules of that version. An item that
     * the version does not know, or whose tax category has no taxes in it, is left out. Departments and units are those that
     * the items had then.
     */
    @RolesAllowed({REGISTER, MANAGER})
    public PriceBook bookAt(long version, Selling selling, Set<String> itemIds) {
        PriceBooks books = booksAt(version, selling);
        return books.book(
                version,
                selling.taxPolicy(),
                selling.day(),
                prices.entriesAt(version, selling.currency(), books.withDeposits(itemIds)),
                prices.taxRatesAt(version));
    }

    /** Returns the tax rates of a version, by tax category. */
    @RolesAllowed({REGISTER, MANAGER})
    public Map<String, TaxRate> taxRatesAt(long version) {
        return prices.taxRatesAt(version);
    }

    /** True if pricing rules count at a version: registers that sell by it know how cash is rounded. */
    @RolesAllowed({REGISTER, MANAGER})
    public boolean hasRulesAt(long version) {
        return rules.keyAt(version).isPresent();
    }

    /** Returns the newest version. */
    @RolesAllowed({REGISTER, MANAGER})
    public long latestVersion() {
        return publications.latest();
    }

    private PriceBooks booksAt(long version, Selling selling) {
        Optional<PublishedRules.Key> key = rules.keyAt(version);
        String hash = key.map(PublishedRules.Key::contentHash).orElse("");
        return compiled.get(
                new CompiledRules.Kind(hash, selling.currency().code(), selling.country()),
                () -> PriceBooks.of(key.map(rules::read).orElse(null), selling.currency(), selling.country()));
    }
}
