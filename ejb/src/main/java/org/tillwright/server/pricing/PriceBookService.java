package org.tillwright.server.pricing;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.pricing.PriceBooks;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.sale.PriceBookMessage;

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

    /** Returns the same in the words of the wire, for a register that never had this version or has another one now. */
    @RolesAllowed({REGISTER, MANAGER})
    public PriceBookMessage messageAt(long version, Selling selling, Set<String> itemIds) {
        PricingRules told = rules.keyAt(version).map(rules::read).orElse(null);
        List<PriceBookMessage.Item> items =
                prices
                        .entriesAt(
                                version,
                                selling.currency(),
                                booksAt(version, selling).withDeposits(itemIds))
                        .stream()
                        .map(PriceBookService::item)
                        .toList();
        List<SnapshotMessage.TaxRate> rates = new ArrayList<>();
        prices.taxRatesAt(version)
                .forEach((category, rate) -> rates.add(new SnapshotMessage.TaxRate(
                        category, rate.taxRateId(), rate.rate().ppm())));
        return new PriceBookMessage(
                selling.currency().code(),
                selling.country(),
                TaxPolicyMessage.of(selling.taxPolicy()),
                rates,
                items,
                told);
    }

    private static PriceBookMessage.Item item(PriceBook.Entry entry) {
        UnitPrice price = entry.unitPrice();
        return new PriceBookMessage.Item(
                entry.itemId(),
                price == null ? null : price.micro(),
                entry.taxCategory(),
                entry.traits().departmentId(),
                entry.traits().divisible() ? Unit.KILOGRAM.name() : null);
    }

    /** Returns those of some items whose price is asked for at each sale. */
    @RolesAllowed({REGISTER, MANAGER})
    public Set<String> openPricesAt(long version, Selling selling, Set<String> itemIds) {
        PriceBooks books = booksAt(version, selling);
        return itemIds.stream().filter(books::isOpenPrice).collect(Collectors.toUnmodifiableSet());
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
