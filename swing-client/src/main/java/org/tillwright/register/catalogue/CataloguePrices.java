package org.tillwright.register.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.pricing.CodePatterns;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.pricing.PriceBooks;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.pricing.PromotionMessage;

/** What one snapshot says of prices: its book, made as the server makes it, and the names that its rules give things. */
final class CataloguePrices {

    private final long version;
    private final TaxPolicy taxPolicy;
    private final PriceBooks books;
    private final Map<String, TaxRate> rates = new HashMap<>();
    private final Collection<PriceBook.Entry> entries = new ArrayList<>();
    private final Map<PlainTraits, PriceBook.Traits> traits = new HashMap<>();
    private final Map<String, Map<String, String>> promotionNames = new HashMap<>();
    private final Map<String, Map<String, String>> modifierNames = new HashMap<>();
    private final Set<String> couponCodes = new HashSet<>();
    private final Set<String> couponsOfSale = new HashSet<>();
    private final List<CodePattern> patterns;
    private final boolean isOfAnyDay;
    private final boolean hasTenderPromotions;
    private volatile @Nullable DayBook newest;

    /** @param header checked by {@link Catalogue} */
    CataloguePrices(SnapshotMessage header, Currency currency) {
        PricingRules rules = header.pricingRules();
        this.version = header.number();
        this.taxPolicy = header.taxPolicy().policy();
        this.books = PriceBooks.of(rules, currency, header.store().country());
        this.patterns = CodePatterns.of(rules);
        for (SnapshotMessage.TaxRate rate : header.taxRates()) {
            rates.put(rate.taxCategory(), new TaxRate(rate.taxRateId(), new Rate(rate.ratePpm())));
        }
        this.isOfAnyDay = Lists.of(rules == null ? null : rules.taxRules()).stream()
                .allMatch(rule -> rule.from() == null && rule.until() == null);
        List<PromotionMessage> promotions = Lists.of(rules == null ? null : rules.promotions());
        this.hasTenderPromotions = promotions.stream().anyMatch(promotion -> promotion.tender() != null);
        for (PromotionMessage promotion : promotions) {
            name(promotionNames, promotion.promotionId(), promotion.names());
            String code = promotion.couponCode();
            if (code != null) {
                couponCodes.add(code);
                PromotionMessage.Selection items = promotion.effect().items();
                if (items != null && items.all()) {
                    couponsOfSale.add(promotion.promotionId());
                }
            }
        }
        for (PricingRules.ModifierGroup group : Lists.of(rules == null ? null : rules.modifierGroups())) {
            name(modifierNames, group.groupId(), group.names());
            group.modifiers()
                    .forEach(modifier ->
                            name(modifierNames, group.groupId() + ' ' + modifier.modifierId(), modifier.names()));
        }
    }

    /** Adds an item, before the first book is asked for. */
    void add(Catalogue.Item item) {
        entries.add(new PriceBook.Entry(
                item.itemId(),
                item.price(),
                item.taxCategory(),
                traits.computeIfAbsent(
                        new PlainTraits(item.departmentId(), item.unit().isDivisible()),
                        plain -> PriceBook.Traits.of(plain.departmentId(), plain.divisible()))));
    }

    /** Makes the book ahead of the first sale, where it is the same on every day. */
    void prepare() {
        if (isOfAnyDay) {
            bookOf(LocalDate.EPOCH);
        }
    }

    /** Returns the book of a day; taxes may count for some days only. */
    PriceBook bookOf(LocalDate day) {
        DayBook made = newest;
        if (made == null || !(isOfAnyDay || made.day().equals(day))) {
            made = new DayBook(day, books.book(version, taxPolicy, day, entries, rates));
            newest = made;
        }
        return made.book();
    }

    boolean isOpenPrice(String itemId) {
        return books.isOpenPrice(itemId);
    }

    /** True if what is due may depend on how it is paid. */
    boolean dependsOnTender() {
        return hasTenderPromotions;
    }

    boolean isCoupon(String code) {
        return couponCodes.contains(code);
    }

    boolean isCouponOfSale(String promotionId) {
        return couponsOfSale.contains(promotionId);
    }

    List<CodePattern> patterns() {
        return patterns;
    }

    Map<String, String> promotionNames(String promotionId) {
        return promotionNames.getOrDefault(promotionId, Map.of());
    }

    Map<String, String> groupNames(String groupId) {
        return modifierNames.getOrDefault(groupId, Map.of());
    }

    Map<String, String> modifierNames(String groupId, String modifierId) {
        return modifierNames.getOrDefault(groupId + ' ' + modifierId, Map.of());
    }

    private static void name(Map<String, Map<String, String>> all, String key, @Nullable Map<String, String> names) {
        if (names != null) {
            all.put(key, names);
        }
    }

    /** What most items of a department have in common: one of it for all of them. */
    private record PlainTraits(String departmentId, boolean divisible) {}

    private record DayBook(LocalDate day, PriceBook book) {}

    static Set<String> taxCategories(SnapshotMessage snapshot) {
        Set<String> categories = new HashSet<>();
        snapshot.taxRates().forEach(rate -> categories.add(rate.taxCategory()));
        PricingRules rules = snapshot.pricingRules();
        Lists.of(rules == null ? null : rules.taxRules()).forEach(rule -> categories.add(rule.taxCategory()));
        return categories;
    }
}
