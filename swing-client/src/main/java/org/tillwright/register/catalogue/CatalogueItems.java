package org.tillwright.register.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * The items of one catalogue, by id, code, tile and part of a name. Two hundred thousand of them have to fit into a small
 * register, so each is kept once: not as the message it came in, and words that many share are one text in memory.
 */
final class CatalogueItems {

    static final CatalogueItems NONE = new CatalogueItems(Map.of(), Map.of(), null);

    private final Map<String, Catalogue.Item> byId;
    private final Map<String, Catalogue.Item> byCode;
    private final Map<String, List<Catalogue.Item>> tiles;

    /** What items cost whose price is asked for: other rules may give it back to them. */
    private final Map<String, UnitPrice> hidden;

    private final @Nullable Searches searches;

    private CatalogueItems(
            Map<String, Catalogue.Item> byId, Map<String, UnitPrice> hidden, @Nullable Searches searches) {
        this.byId = byId;
        this.hidden = hidden;
        this.searches = searches;
        this.byCode = new HashMap<>(byId.size() * 4 / 3 + 1);
        byId.values().forEach(item -> item.codes().forEach(code -> byCode.put(code, item)));
        this.tiles = tilesOf(byId.values());
    }

    Collection<Catalogue.Item> all() {
        return byId.values();
    }

    Catalogue.@Nullable Item find(String itemId) {
        return byId.get(itemId);
    }

    Catalogue.@Nullable Item find(ScanCode code) {
        return byCode.get(code.key());
    }

    List<Catalogue.Item> tiles(String departmentId) {
        return tiles.getOrDefault(departmentId, List.of());
    }

    /** @param nameOf what is shown of an item in a language; the same for as long as its names are the same */
    List<Catalogue.Item> search(
            String wanted, String language, int most, BiFunction<Catalogue.Item, String, String> nameOf) {
        return requireNonNull(searches).in(language, this, nameOf).best(wanted, most).stream()
                .map(itemId -> requireNonNull(byId.get(itemId)))
                .toList();
    }

    private static Map<String, List<Catalogue.Item>> tilesOf(Collection<Catalogue.Item> items) {
        Map<String, List<Catalogue.Item>> tiles = new HashMap<>();
        for (Catalogue.Item item : items) {
            if (item.tile() != null) {
                tiles.computeIfAbsent(item.departmentId(), department -> new ArrayList<>())
                        .add(item);
            }
        }
        Comparator<Catalogue.Item> byPlace = Comparator.comparing((Catalogue.Item item) -> requireNonNull(item.tile()))
                .thenComparing(Catalogue.Item::itemId);
        tiles.values().forEach(list -> list.sort(byPlace));
        return tiles;
    }

    /** The indexes of names and codes, by language; shared by all catalogues between which no name and no code changed. */
    private static final class Searches {

        private final String storeLanguage;
        private final Map<String, ItemSearch> byLanguage = new ConcurrentHashMap<>();
        private @Nullable CodeIndex codes;

        Searches(String storeLanguage) {
            this.storeLanguage = storeLanguage;
        }

        ItemSearch in(String language, CatalogueItems items, BiFunction<Catalogue.Item, String, String> nameOf) {
            ItemSearch known = byLanguage.get(language);
            return known != null ? known : made(language, items, nameOf);
        }

        private synchronized ItemSearch made(
                String language, CatalogueItems items, BiFunction<Catalogue.Item, String, String> nameOf) {
            CodeIndex all = codes;
            if (all == null) {
                all = CodeIndex.of(items.all());
                codes = all;
            }
            // Where nobody named anything in a language, the store's own names are shown and searched.
            boolean isNamed = items.all().stream().anyMatch(item -> item.names().containsKey(language));
            if (!isNamed && !language.equals(storeLanguage)) {
                ItemSearch own = in(storeLanguage, items, nameOf);
                byLanguage.put(language, own);
                return own;
            }
            CodeIndex shared = all;
            return byLanguage.computeIfAbsent(
                    language,
                    each -> ItemSearch.of(
                            shared, itemId -> nameOf.apply(requireNonNull(items.find(itemId)), language)));
        }
    }

    /** Items on their way into a catalogue: those of the one before, then what came new. */
    static final class Making {

        private final CatalogueItems before;
        private final Currency currency;
        private final CataloguePrices prices;
        private final String language;
        private final Set<String> categories;
        private final Map<String, Catalogue.Item> items;
        private final Map<String, UnitPrice> hidden = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private boolean isTextChanged;

        /**
         * Begins with all items of an older catalogue.
         *
         * @param header checked but for the items
         */
        Making(SnapshotMessage header, CatalogueItems before, CataloguePrices prices) {
            this.before = before;
            this.prices = prices;
            this.currency = Currency.of(header.store().currency());
            this.language = header.store().language();
            this.categories = CataloguePrices.taxCategories(header);
            this.items = new HashMap<>(before.byId.size() * 4 / 3 + 1);
            before.byId.values().forEach(this::keep);
            isTextChanged = before.searches == null || !before.searches.storeLanguage.equals(language);
        }

        /** An item that did not change; other rules may ask for its price, or no longer. */
        private void keep(Catalogue.Item item) {
            UnitPrice told = before.hidden.getOrDefault(item.itemId(), item.price());
            UnitPrice own =
                    told == null || told.currency().equals(currency) ? told : new UnitPrice(currency, told.micro());
            UnitPrice shown = shown(item.itemId(), own);
            items.put(item.itemId(), Objects.equals(item.price(), shown) ? item : item.withPrice(shown));
        }

        void put(SnapshotMessage.Item message) {
            Catalogue.Item old = items.get(message.itemId());
            if (!isSound(message)) {
                return;
            }
            if (!message.active()) {
                hidden.remove(message.itemId());
                isTextChanged |= items.remove(message.itemId()) != null;
                return;
            }
            Long micro = message.unitPriceMicro();
            Catalogue.Item item = new Catalogue.Item(
                    message.itemId(),
                    names(message.names()),
                    shared(message.departmentId()),
                    Unit.valueOf(message.unit()),
                    shared(message.taxCategory()),
                    shown(message.itemId(), micro == null ? null : new UnitPrice(currency, micro)),
                    List.copyOf(message.codes()),
                    message.pictureId(),
                    message.tile());
            items.put(item.itemId(), item);
            isTextChanged |= old == null
                    || !old.names().equals(item.names())
                    || !old.codes().equals(item.codes());
        }

        private boolean isSound(SnapshotMessage.Item item) {
            int before = faults.size();
            Long price = item.unitPriceMicro();
            if (Unit.find(item.unit()) == null) {
                faults.add(new Fault("items." + item.itemId() + ".unit", "is no known unit"));
            }
            requireCategory(item.itemId(), item.taxCategory());
            if (price != null && price < 0) {
                faults.add(new Fault("items." + item.itemId() + ".unitPriceMicro", "is negative"));
            }
            return faults.size() == before;
        }

        /** Returns the price that tiles and lines have: none where it is asked for at each sale. */
        private @Nullable UnitPrice shown(String itemId, @Nullable UnitPrice price) {
            hidden.remove(itemId);
            if (price == null || !prices.isOpenPrice(itemId)) {
                return price;
            }
            hidden.put(itemId, price);
            return null;
        }

        private Map<String, String> names(Map<String, String> told) {
            Map<String, String> names = new HashMap<>();
            told.forEach((own, name) -> names.put(shared(own), name));
            return Map.copyOf(names);
        }

        private String shared(String word) {
            return words.computeIfAbsent(word, own -> own);
        }

        private void requireCategory(String itemId, String category) {
            if (!categories.contains(category)) {
                faults.add(new Fault("items." + itemId + ".taxCategory", "has no rate in this snapshot"));
            }
        }

        CatalogueItems done() {
            if (before != NONE) { // what was kept was checked against the rates of then
                items.values().forEach(item -> requireCategory(item.itemId(), item.taxCategory()));
            }
            if (!faults.isEmpty()) {
                throw new MalformedMessageException(faults);
            }
            return new CatalogueItems(
                    Map.copyOf(items),
                    hidden,
                    isTextChanged ? new Searches(language) : requireNonNull(before.searches));
        }
    }
}
