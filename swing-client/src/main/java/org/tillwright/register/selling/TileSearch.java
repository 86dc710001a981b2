package org.tillwright.register.selling;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.Tile;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;

/** Which tiles are shown: those of a department, or of all items whose name or code has what is being typed. */
final class TileSearch {

    /** A search begins with so many signs of a name, */
    private static final int LEAST_LETTERS = 2;

    /** or with so many figures: fewer are a quantity more often than a part of a code. */
    private static final int LEAST_FIGURES = 4;

    /** Tiles that a search shows at most; who does not find it among them types one sign more. */
    static final int MOST_FOUND = 64;

    /** Tabs of the register's own; no department's id has a star in it. */
    static final String FAVOURITES = "*favourites";

    static final String SOLD = "*sold";

    /** One page of tiles. */
    private static final int MOST_SOLD = 16;

    private final Deque<String> sold = new ArrayDeque<>();
    private String department = "";
    private String wanted = "";
    private int marked;
    private @Nullable Answer answer;

    /** Takes what is typed so far; true if other tiles are shown now. */
    boolean search(String text) {
        String stripped = text.strip();
        String next = isSearch(stripped) ? stripped : "";
        boolean isOther = !next.equals(wanted);
        wanted = next;
        marked = isOther ? 0 : marked;
        return isOther;
    }

    private static boolean isSearch(String text) {
        return text.chars().anyMatch(Character::isLetter)
                ? text.length() >= LEAST_LETTERS
                : text.length() >= LEAST_FIGURES && text.chars().allMatch(Character::isDigit);
    }

    void clear() {
        wanted = "";
        marked = 0;
    }

    void department(String departmentId) {
        department = departmentId;
        wanted = "";
    }

    /** The department shown; empty during a search. */
    String department(Catalogue catalogue) {
        if (!wanted.isEmpty()) {
            return "";
        }
        List<SnapshotMessage.Department> all = catalogue.departments();
        boolean isOwn = department.equals(FAVOURITES) || (department.equals(SOLD) && hasSold());
        boolean hasFavourites = !favourites(catalogue).isEmpty();
        if (isOwn && (hasFavourites || department.equals(SOLD))) {
            return department;
        }
        boolean isThere = all.stream().anyMatch(each -> each.departmentId().equals(department));
        if (isThere) {
            return department;
        }
        return hasFavourites || all.isEmpty() ? FAVOURITES : all.get(0).departmentId();
    }

    /** The items that the shop wants on its first page of tiles, those that are still sold. */
    static List<Catalogue.Item> favourites(Catalogue catalogue) {
        return items(catalogue.shop().favourites(), catalogue);
    }

    private static List<Catalogue.Item> items(Collection<String> ids, Catalogue catalogue) {
        return ids.stream().map(catalogue::find).flatMap(Optional::stream).toList();
    }

    /** Notes what was sold: the next customer often wants the same. */
    void sold(SaleMessage sale) {
        sale.lines().forEach(line -> {
            sold.remove(line.itemId());
            sold.addFirst(line.itemId());
        });
        while (sold.size() > MOST_SOLD) {
            sold.removeLast();
        }
    }

    boolean hasSold() {
        return !sold.isEmpty();
    }

    List<Tile> tiles(Catalogue catalogue, Function<Catalogue.Item, @Nullable UnitPrice> prices, Texts texts) {
        Map<String, Integer> hues = new HashMap<>();
        catalogue.departments().forEach(each -> hues.put(each.departmentId(), Math.toIntExact(each.hue())));
        return items(catalogue, texts).stream()
                .map(item -> new Tile(
                        item.itemId(),
                        catalogue.nameOf(item, texts.language()),
                        CartDrawing.price(prices.apply(item), item.unit(), texts),
                        item.pictureId(),
                        hues.getOrDefault(item.departmentId(), 0)))
                .toList();
    }

    /** Marks the tile so many further on, for Enter. */
    void move(int step, Catalogue catalogue, Texts texts) {
        marked = Math.max(0, Math.min(items(catalogue, texts).size() - 1, marked + step));
    }

    /** Which of the tiles Enter takes; -1 for none: figures alone are a code and nothing else. */
    int marked(Catalogue catalogue, Texts texts) {
        boolean isByName = wanted.chars().anyMatch(Character::isLetter);
        return isByName && !items(catalogue, texts).isEmpty() ? marked : -1;
    }

    /** The item that Enter takes of what answers the search. */
    Optional<String> found(String entered, Catalogue catalogue, Texts texts) {
        int index = entered.isEmpty() ? -1 : marked(catalogue, texts);
        return index < 0
                ? Optional.empty()
                : Optional.of(items(catalogue, texts).get(index).itemId());
    }

    private List<Catalogue.Item> items(Catalogue catalogue, Texts texts) {
        if (!wanted.isEmpty()) {
            return found(catalogue, texts);
        }
        String shown = department(catalogue);
        return switch (shown) {
            case FAVOURITES -> favourites(catalogue);
            case SOLD -> items(sold, catalogue);
            default -> catalogue.tiles(shown);
        };
    }

    /** The screen is drawn more often than the search changes. */
    private List<Catalogue.Item> found(Catalogue catalogue, Texts texts) {
        Answer last = answer;
        if (last != null
                && last.catalogue() == catalogue
                && last.wanted().equals(wanted)
                && last.language().equals(texts.language())) {
            return last.items();
        }
        List<Catalogue.Item> items = catalogue.search(wanted, texts.language(), MOST_FOUND);
        answer = new Answer(catalogue, wanted, texts.language(), items);
        return items;
    }

    private record Answer(Catalogue catalogue, String wanted, String language, List<Catalogue.Item> items) {}
}
