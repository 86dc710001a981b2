package org.tillwright.register.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    private final Map<String, SnapshotMessage.Item> messages;
    private final Map<String, Item> items;
    private final Map<String, Item> byCode;
    private final Map<String, List<Item>> tiles;
    private final CataloguePrices prices;
    private final Shop shop;

    private Catalogue(SnapshotMessage header, Map<String, SnapshotMessage.Item> messages) {
        this.header = header;
        this.shop = Shop.of(header.shopRules());
        this.messages = messages;
        Currency currency = Currency.of(header.store().currency());
        this.prices = new CataloguePrices(header, currency);
        this.items = new HashMap<>(messages.size() * 2);
        this.byCode = new HashMap<>(messages.size() * 2);
        for (SnapshotMessage.Item message : messages.values()) {
            if (message.active()) {
                Item item = Item.of(message, prices.isOpenPrice(message.itemId()) ? null : currency);
                prices.add(item);
                items.put(item.itemId(), item);
                item.codes().forEach(code -> byCode.put(code, item));
            }
        }
        this.tiles = tilesOf(items.values());
        prices.prepare();
    }

    /**
     * Makes a catalogue of a whole snapshot.
     *
     * @throws MalformedMessageException if the snapshot names a currency, unit or tax category that is not known
     */
    public static Catalogue of(SnapshotMessage whole) {
        return merged(whole, new HashMap<>(whole.items().size() * 2));
    }

    /** Returns the catalogue after these changes; this one stays as it is. */
    public Catalogue with(SnapshotMessage changes) {
        if (changes.after() == 0) {
            return of(changes);
        }
        if (changes.after() != number()) {
            throw new IllegalArgumentException("changes after " + changes.after() + " to snapshot " + number());
        }
        return merged(changes, new HashMap<>(messages));
    }

    /** Makes a catalogue of what {@link CatalogueStore} read; the store only holds what was checked when it came. */
    static Catalogue stored(SnapshotMessage header, Collection<SnapshotMessage.Item> items) {
        Map<String, SnapshotMessage.Item> byId = new HashMap<>(items.size() * 2);
        items.forEach(item -> byId.put(item.itemId(), item));
        return new Catalogue(header, byId);
    }

    private static Catalogue merged(SnapshotMessage snapshot, Map<String, SnapshotMessage.Item> byId) {
        snapshot.items().forEach(item -> byId.put(item.itemId(), item));
        requireSound(snapshot, byId.values());
        return new Catalogue(withoutItems(snapshot), byId);
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

    /** How the labels of the shop's own scales are laid out. */
    public List<CodePattern> codePatterns() {
        return prices.patterns();
    }

    /** The categories of tax that an item may have. */
    public Set<String> taxCategories() {
        return CataloguePrices.taxCategories(header);
    }

    public Optional<Item> find(String itemId) {
        return Optional.ofNullable(items.get(itemId));
    }

    public Optional<Item> find(ScanCode code) {
        return Optional.ofNullable(byCode.get(code.key()));
    }

    /**
     * Returns the items whose name in this language, or one of whose codes, has {@code part} in it, the best answers
     * first; without a tile too.
     *
     * @param most how many at most
     */
    public List<Item> search(String part, String language, int most) {
        String wanted = part.strip();
        return wanted.isEmpty()
                ? List.of()
                : new ItemSearch(wanted, item -> nameOf(item, language)).best(items.values(), most);
    }

    /** The departments in the order of their tabs. */
    public List<SnapshotMessage.Department> departments() {
        return header.departments();
    }

    /** The items that have a tile in this department, in the order of their places. */
    public List<Item> tiles(String departmentId) {
        return tiles.getOrDefault(departmentId, List.of());
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
        return operators().stream()
                .filter(operator ->
                        operator.badgeVerifier() != null && BadgeCode.matches(scanned, operator.badgeVerifier()))
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

    /** Every item of the snapshot, the inactive ones too: a later delta may bring them back. */
    Collection<SnapshotMessage.Item> messages() {
        return messages.values();
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

    private static void requireSound(SnapshotMessage snapshot, Collection<SnapshotMessage.Item> items) {
        List<Fault> faults = new ArrayList<>();
        snapshot.taxPolicy().policy();
        if (Currency.find(snapshot.store().currency()) == null) {
            faults.add(new Fault("store.currency", "is no known currency"));
        }
        var categories = CataloguePrices.taxCategories(snapshot);
        PricingRules rules = snapshot.pricingRules();
        if (rules != null) {
            rules.faults().forEach(fault -> faults.add(new Fault("pricingRules." + fault.field(), fault.message())));
        }
        for (SnapshotMessage.Item item : items) {
            Long price = item.unitPriceMicro();
            if (Unit.find(item.unit()) == null) {
                faults.add(new Fault("items." + item.itemId() + ".unit", "is no known unit"));
            }
            if (!categories.contains(item.taxCategory())) {
                faults.add(new Fault("items." + item.itemId() + ".taxCategory", "has no rate in this snapshot"));
            }
            if (price != null && price < 0) {
                faults.add(new Fault("items." + item.itemId() + ".unitPriceMicro", "is negative"));
            }
        }
        if (!faults.isEmpty()) {
            throw new MalformedMessageException(faults);
        }
    }

    private static Map<String, List<Item>> tilesOf(Collection<Item> items) {
        Map<String, List<Item>> tiles = new HashMap<>();
        for (Item item : items) {
            if (item.tile() != null) {
                tiles.computeIfAbsent(item.departmentId(), department -> new ArrayList<>())
                        .add(item);
            }
        }
        Comparator<Item> byPlace =
                Comparator.comparing((Item item) -> requireNonNull(item.tile())).thenComparing(Item::itemId);
        tiles.values().forEach(list -> list.sort(byPlace));
        return tiles;
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

        /** @param currency of its price; null for an item whose price is asked for at each sale */
        private static Item of(SnapshotMessage.Item message, @Nullable Currency currency) {
            Long micro = message.unitPriceMicro();
            return new Item(
                    message.itemId(),
                    message.names(),
                    message.departmentId(),
                    Unit.valueOf(message.unit()),
                    message.taxCategory(),
                    micro == null || currency == null ? null : new UnitPrice(currency, micro),
                    message.codes(),
                    message.pictureId(),
                    message.tile());
        }
    }
}
