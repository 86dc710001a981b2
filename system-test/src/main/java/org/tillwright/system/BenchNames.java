package org.tillwright.system;

import java.util.List;
import java.util.Map;

/** Names as a shop has them, in three languages: a kind, one of three thousand makers, goods, a size. */
final class BenchNames {

    private static final int MAKERS = 3_000;
    private static final List<String> KINDS = List.of(
            "Organic", "Smoked", "Fresh", "Dark", "Light", "Classic", "Small", "Large", "Mild", "Whole", "Sliced");
    private static final List<String> DANISH =
            List.of("Økologisk", "Røget", "Frisk", "Mørk", "Lys", "Klassisk", "Lille", "Stor", "Mild", "Hel", "Skåret");
    private static final List<String> UKRAINIAN = List.of(
            "Органічний",
            "Копчений",
            "Свіжий",
            "Темний",
            "Світлий",
            "Класичний",
            "Малий",
            "Великий",
            "М’який",
            "Цілий",
            "Нарізаний");
    private static final List<String> GOODS = List.of(
            "Walnut",
            "Quince",
            "Barley",
            "Chestnut",
            "Rosehip",
            "Bread",
            "Milk",
            "Butter",
            "Cheese",
            "Apple",
            "Soap",
            "Coffee",
            "Tea",
            "Chocolate",
            "Herring",
            "Ørred");

    private BenchNames() {}

    static Map<String, String> of(int item) {
        int mixed = Math.floorMod(item * 2_654_435_761L, Integer.MAX_VALUE);
        int kind = mixed % KINDS.size();
        String rest = " Brand" + mixed / 7 % MAKERS + " " + GOODS.get(mixed / 11 % GOODS.size()) + " "
                + (mixed / 13 % 40 + 1) * 25 + " g";
        return Map.of(
                "en", KINDS.get(kind) + rest,
                "da", DANISH.get(kind) + rest,
                "uk", UKRAINIAN.get(kind) + rest);
    }
}
