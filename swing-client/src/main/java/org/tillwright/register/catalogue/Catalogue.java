package org.tillwright.register.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.pricing.PricingRules;

/**
 * One snapshot, ready to sell from: by code, by item, by department. Never changes, so any thread may read it; a newer
 * snapshot is a new catalogue.
 */
public final class Catalogue {

    private final SnapshotMessage header;
    private final CatalogueItems items;
    private final CataloguePrices prices;
    private final Shop shop;

    private Catalogue(SnapshotMessage header, CatalogueItems items, CataloguePrices prices) {
        this.header = header;
        this.shop = Shop.of(header.shopRules());
        this.items = items;
        this.prices = prices;
        items.all().forEach(prices::add);
        prices.prepare();
        // Ahead of the first key: a person who types must not wait for the index to be made.
        languages().forEach(language -> search("?", language, 1));
    }

    /**
     * Makes a catalogue of a whole snapshot.
     *
     * @throws MalformedMessageException if the snapshot names a currency, unit or tax category that is not known
     */
    public static Catalogue of(SnapshotMessage whole) {
        return merged(whole, CatalogueItems.NONE);
    }

    /** Returns the catalogue after these changes; this one stays as it is. */
    public Catalogue with(SnapshotMessage changes) {
        if (changes.after() == 0) {
            return of(changes);
        }
        if (changes.after() != number()) {
            throw new IllegalArgumentException("changes after " + changes.after() + " to snapshot " + number());
        }
        return merged(changes, items);
    }

    private static Catalogue merged(SnapshotMessage snapshot, CatalogueItems before) {
        requireSound(snapshot);
        Making making = new Making(withoutItems(snapshot), before);
        snapshot.items().forEach(making::put);
        return making.catalogue();
    }

    /** The languages that people here search in. */
    private Set<String> languages() {
        Set<String> languages = new HashSet<>(Set.of(store().language()));
        operators().forEach(operator -> {
            if (operator.language() != null) {
                languages.add(operator.language());
            }
        });
        return languages;
    }

    /** The snapshot's number; sales name it as the version of their price book. */
    public long number() {
        return header.number();
    }

    public SnapshotMessage.Store store() {
        return header.store();
    }

    /** How this shop sells. */
    public Shop shop() {
        return shop;
    }

    public Currency currency() {
        return Currency.of(header.store().currency());
    }

    public Money zero() {
        return Money.zero(currency());
    }

    public TaxPolicyMessage taxPolicy() {
        return header.taxPolicy();
    }

    /**
     * All prices, promotions and taxes as they are on one day.
     *
     * @param day of the shop's own calendar
     */
    public PriceBook priceBook(LocalDate day) {
        return prices.bookOf(day);
    }

    /** True if an item's price is asked for at each sale. */
    public boolean isOpenPrice(String itemId) {
        return prices.isOpenPrice(itemId);
    }

    /** True if what is due may be another amount with another way of paying. */
    public boolean dependsOnTender() {
        return prices.dependsOnTender();
    }

    /** True if a promotion asks for this coupon. */
    public boolean isCoupon(String code) {
        return prices.isCoupon(code);
    }

    /** True if a promotion asks for a coupon and takes something off everything there is. */
    public boolean isCouponOfSale(String promotionId) {
        return prices.isCouponOfSale(promotionId);
    }

    /** How the labels of the shop's own scales are laid out. */
    public List<CodePattern> codePatterns() {
        return prices.patterns();
    }

    /** The categories of tax that an item may have. */
    public Set<String> taxCategories() {
        return CataloguePrices.taxCategories(header);
    }

    public Optional<Item> find(String itemId) {
        return Optional.ofNullable(items.find(itemId));
    }

    public Optional<Item> find(ScanCode code) {
        return Optional.ofNullable(items.find(code));
    }

    /** How many items there are. */
    public int size() {
        return items.all().size();
    }

    /**
     * Returns the items that have each part of {@code wanted} in their name in this language or in one of their codes, the
     * best answers first; without a tile too.
     *
     * @param most how many at most
     */
    public List<Item> search(String wanted, String language, int most) {
        return items.search(wanted, language, most, this::nameOf);
    }

    /** The departments in the order of their tabs. */
    public List<SnapshotMessage.Department> departments() {
        return header.departments();
    }

    /** The items that have a tile in this department, in the order of their places. */
    public List<Item> tiles(String departmentId) {
        return items.tiles(departmentId);
    }

    public List<SnapshotMessage.Operator> operators() {
        return header.operators();
    }

    public Optional<SnapshotMessage.Operator> operatorByNumber(String number) {
        return operators().stream()
                .filter(operator -> operator.number().equals(number))
                .findFirst();
    }

    /** Finds whose badge says this; the badge's code itself is nowhere here. */
    public Optional<SnapshotMessage.Operator> operatorByBadge(String scanned) {
        if (!BadgeCode.isWhole(scanned)) {
            return Optional.empty();
        }
        String verifier = BadgeCode.verifierOf(scanned); // once: a radio card's is slow to make
        return operators().stream()
                .filter(operator ->
                        operator.badgeVerifier() != null && BadgeCode.isSame(verifier, operator.badgeVerifier()))
                .findFirst();
    }

    public Optional<SnapshotMessage.Operator> operatorById(String operatorId) {
        return operators().stream()
                .filter(operator -> operator.operatorId().equals(operatorId))
                .findFirst();
    }

    /** Returns an item's name in a language, or in the store's own when it has none there. */
    public String nameOf(Item item, String language) {
        return named(item.names(), language, anyOf(item.names(), item.itemId()));
    }

    public String nameOf(SnapshotMessage.Department department, String language) {
        return named(department.names(), language, anyOf(department.names(), department.departmentId()));
    }

    /** Returns what a promotion is called in a language, or its id when nobody named it. */
    public String nameOfPromotion(String promotionId, String language) {
        Map<String, String> names = prices.promotionNames(promotionId);
        return named(names, language, anyOf(names, promotionId));
    }

    public String nameOfModifier(String groupId, String modifierId, String language) {
        Map<String, String> names = prices.modifierNames(groupId, modifierId);
        return named(names, language, anyOf(names, modifierId));
    }

    public String nameOfModifierGroup(String groupId, String language) {
        Map<String, String> names = prices.groupNames(groupId);
        return named(names, language, anyOf(names, groupId));
    }

    /** A store that changed its language has items that were named in its old one only. */
    private static String anyOf(Map<String, String> names, String otherwise) {
        return names.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }

    /** Returns a text by language, in the store's language when there is none in this one. */
    private String named(Map<String, String> names, String language, String otherwise) {
        String name = names.get(language);
        return name != null ? name : names.getOrDefault(store().language(), otherwise);
    }

    /** What stands on the receipt after the last line, empty when the store says nothing there. */
    public String receiptFooter(String language) {
        return named(store().receiptFooter(), language, "");
    }

    SnapshotMessage header() {
        return header;
    }

    /** The life of the server's database that this is of; null when the server did not say. */
    @Nullable
    UUID epoch() {
        return header.epoch();
    }

    static SnapshotMessage withoutItems(SnapshotMessage snapshot) {
        List<SnapshotMessage.Department> departments = new ArrayList<>(snapshot.departments());
        departments.sort(Comparator.comparing(SnapshotMessage.Department::position)
                .thenComparing(SnapshotMessage.Department::departmentId));
        return new SnapshotMessage(
                snapshot.number(),
                snapshot.after(),
                snapshot.store(),
                snapshot.taxPolicy(),
                snapshot.taxRates(),
                List.copyOf(departments),
                List.of(),
                snapshot.operators(),
                snapshot.epoch(),
                snapshot.pricingRules(),
                snapshot.shopRules());
    }

    private static void requireSound(SnapshotMessage snapshot) {
        List<Fault> faults = new ArrayList<>();
        snapshot.taxPolicy().policy();
        if (Currency.find(snapshot.store().currency()) == null) {
            faults.add(new Fault("store.currency", "is no known currency"));
        }
        PricingRules rules = snapshot.pricingRules();
        if (rules != null) {
            rules.faults().forEach(fault -> faults.add(new Fault("pricingRules." + fault.field(), fault.message())));
        }
        if (!faults.isEmpty()) {
            throw new MalformedMessageException(faults);
        }
    }

    /** A catalogue on its way: takes one item after the other, so that no more of them than one is in memory twice. */
    static final class Making {

        private final SnapshotMessage header;
        private final CataloguePrices prices;
        private final CatalogueItems.Making items;

        /** @param header without items, and checked */
        Making(SnapshotMessage header, CatalogueItems before) {
            this.header = header;
            this.prices = new CataloguePrices(header, Currency.of(header.store().currency()));
            this.items = new CatalogueItems.Making(header, before, prices);
        }

        void put(SnapshotMessage.Item item) {
            items.put(item);
        }

        /** @throws MalformedMessageException with everything that is wrong with the items */
        Catalogue catalogue() {
            return new Catalogue(header, items.done(), prices);
        }
    }

    /**
     * Something sold, as the register needs it.
     *
     * @param price null when the item has no price yet, or one that is asked for; then it is sold at a price by hand only
     * @param tile its place among its department's tiles, or null when it has none
     */
    public record Item(
            String itemId,
            Map<String, String> names,
            String departmentId,
            Unit unit,
            String taxCategory,
            @Nullable UnitPrice price,
            List<String> codes,
            @Nullable String pictureId,
            @Nullable Long tile) {

        Item withPrice(@Nullable UnitPrice changed) {
            return new Item(itemId, names, departmentId, unit, taxCategory, changed, codes, pictureId, tile);
        }
    }
}
