package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.shell.Tile;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/** Which tiles are shown: those of a department, or those whose names have what is being typed. */
final class TileSearch {

    private static final int LEAST_LETTERS = 2;
    private static final int MOST_FOUND = 64;

    private String department = "";
    private String wanted = "";

    /** Takes what is typed so far; true if other tiles are shown now. */
    boolean search(String text) {
        String stripped = text.strip();
        boolean isSearch =
                stripped.length() >= LEAST_LETTERS && stripped.chars().anyMatch(Character::isLetter);
        String next = isSearch ? stripped : "";
        boolean isOther = !next.equals(wanted);
        wanted = next;
        return isOther;
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
        String shown = department(catalogue);
        List<Tile> tiles = new ArrayList<>();
        for (SnapshotMessage.Department each : catalogue.departments()) {
            if (wanted.isEmpty() && !each.departmentId().equals(shown)) {
                continue;
            }
            int hue = Math.toIntExact(each.hue());
            for (Catalogue.Item item : catalogue.tiles(each.departmentId())) {
                String name = catalogue.nameOf(item, texts.language());
                if (wanted.isEmpty() || has(name, wanted)) {
                    String price = CartDrawing.price(item.price(), item.unit(), texts);
                    tiles.add(new Tile(item.itemId(), name, price, item.pictureId(), hue));
                }
            }
        }
        return wanted.isEmpty() || tiles.size() <= MOST_FOUND ? tiles : tiles.subList(0, MOST_FOUND);
    }

    /** The first item that answers the search, for Enter. */
    Optional<String> only(Catalogue catalogue, Texts texts) {
        return wanted.isEmpty()
                ? Optional.empty()
                : tiles(catalogue, texts).stream().map(Tile::itemId).findFirst();
    }

    private static boolean has(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
