package org.tillwright.register.selling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.Tile;
import org.tillwright.wire.SnapshotMessage;

/** Which tiles are shown: those of a department, or of all items whose name or code has what is being typed. */
final class TileSearch {

    /** A search begins with so many signs of a name, */
    private static final int LEAST_LETTERS = 2;

    /** or with so many figures: fewer are a quantity more often than a part of a code. */
    private static final int LEAST_FIGURES = 4;

    /** Tiles that a search shows at most; who does not find it among them types one sign more. */
    static final int MOST_FOUND = 64;

    private String department = "";
    private String wanted = "";
    private @Nullable Answer answer;

    /** Takes what is typed so far; true if other tiles are shown now. */
    boolean search(String text) {
        String stripped = text.strip();
        String next = isSearch(stripped) ? stripped : "";
        boolean isOther = !next.equals(wanted);
        wanted = next;
        return isOther;
    }

    private static boolean isSearch(String text) {
        return text.chars().anyMatch(Character::isLetter)
                ? text.length() >= LEAST_LETTERS
                : text.length() >= LEAST_FIGURES && text.chars().allMatch(Character::isDigit);
    }

    void clear() {
        wanted = "";
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
        boolean isThere = all.stream().anyMatch(each -> each.departmentId().equals(department));
        return isThere || all.isEmpty() ? department : all.get(0).departmentId();
    }

    List<Tile> tiles(Catalogue catalogue, Texts texts) {
        Map<String, Integer> hues = new HashMap<>();
        catalogue.departments().forEach(each -> hues.put(each.departmentId(), Math.toIntExact(each.hue())));
        return items(catalogue, texts).stream()
                .map(item -> new Tile(
                        item.itemId(),
                        catalogue.nameOf(item, texts.language()),
                        CartDrawing.price(item.price(), item.unit(), texts),
                        item.pictureId(),
                        hues.getOrDefault(item.departmentId(), 0)))
                .toList();
    }

    /** The first item that answers the search, for Enter. */
    Optional<String> only(Catalogue catalogue, Texts texts) {
        return wanted.isEmpty()
                ? Optional.empty()
                : items(catalogue, texts).stream().map(Catalogue.Item::itemId).findFirst();
    }

    private List<Catalogue.Item> items(Catalogue catalogue, Texts texts) {
        return wanted.isEmpty() ? catalogue.tiles(department(catalogue)) : found(catalogue, texts);
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
