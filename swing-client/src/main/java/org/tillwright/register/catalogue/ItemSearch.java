package org.tillwright.register.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Finds items by parts of their names in one language and of their codes: {@code milk 4006} is every milk of that maker.
 * Each part has to be in a word or in a code. The best answers come first: a whole code, then the beginning of one, then
 * names that begin so, words that do, and the rest, each by name. Never changes, so any thread may search.
 */
final class ItemSearch {

    static final byte CODE = 0;
    static final byte CODE_START = 1;
    static final byte NAME_START = 2;
    static final byte WORD_START = 3;
    static final byte INSIDE = 4;
    static final byte INSIDE_CODE = 5;
    private static final byte NOWHERE = 6;

    /** More parts than this are not looked for: a name has fewer words. */
    private static final int MOST_PARTS = 8;

    private final CodeIndex codes;
    private final WordIndex words;

    /** Items in the order of their names. */
    private final int[] byName;

    /** The place of each item in that order. */
    private final int[] places;

    private ItemSearch(CodeIndex codes, WordIndex words, int[] byName, int[] places) {
        this.codes = codes;
        this.words = words;
        this.byName = byName;
        this.places = places;
    }

    /** @param nameOf the name that is shown of an item, by its id */
    static ItemSearch of(CodeIndex codes, Function<String, String> nameOf) {
        int size = codes.size();
        List<Named> named = new ArrayList<>(size);
        for (int item = 0; item < size; item++) {
            String itemId = codes.itemId(item);
            named.add(new Named(item, String.join(" ", SearchText.words(nameOf.apply(itemId))), itemId));
        }
        named.sort(Comparator.comparing(Named::name).thenComparing(Named::itemId));
        int[] byName = new int[size];
        int[] places = new int[size];
        WordIndex.Making words = new WordIndex.Making();
        for (int place = 0; place < size; place++) {
            Named next = named.get(place);
            byName[place] = next.item();
            places[next.item()] = place;
            String shown = nameOf.apply(next.itemId());
            String plain = SearchText.plain(shown);
            List<String> folded = List.of(next.name().split(" ", -1));
            words.add(place, folded, plain.equalsIgnoreCase(shown) ? List.of() : SearchText.words(plain));
        }
        return new ItemSearch(codes, words.done(), byName, places);
    }

    /**
     * Returns the ids of the best answers.
     *
     * @param most how many at most
     */
    List<String> best(String wanted, int most) {
        byte[] ranks = new byte[byName.length];
        int parts = 0;
        for (String part : wanted.strip().split("\\s+", -1)) {
            if (parts < MOST_PARTS && rankAll(part, parts == 0, ranks)) {
                parts++;
            }
        }
        return parts == 0 ? List.of() : best(ranks, most);
    }

    /** Makes ranks worse where a part of what is wanted is not found as well; false for a part that is no word. */
    private boolean rankAll(String part, boolean isFirst, byte[] ranks) {
        List<String> folded = SearchText.words(part);
        if (folded.isEmpty()) {
            return false;
        }
        byte[] found = nowhere();
        codes.rank(part.toUpperCase(Locale.ROOT), places, found);
        String whole = folded.get(0);
        if (folded.size() == 1) {
            words.rank(whole, found);
        }
        List<String> split =
                folded.stream().flatMap(word -> SearchText.parts(word).stream()).toList();
        if (split.size() > 1) {
            byte[] inParts = together(split);
            for (int i = 0; i < found.length; i++) {
                found[i] = (byte) Math.min(found[i], inParts[i]);
            }
        }
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = isFirst ? found[i] : (byte) Math.max(ranks[i], found[i]);
        }
        return true;
    }

    /** Each of these begins a word: 500g finds what is called 500 g. */
    private byte[] together(List<String> split) {
        byte[] all = new byte[byName.length];
        for (String each : split) {
            byte[] found = nowhere();
            words.rank(each, found);
            for (int i = 0; i < all.length; i++) {
                all[i] = found[i] > WORD_START ? NOWHERE : (byte) Math.max(all[i], found[i]);
            }
        }
        return all;
    }

    private byte[] nowhere() {
        byte[] ranks = new byte[byName.length];
        Arrays.fill(ranks, NOWHERE);
        return ranks;
    }

    private List<String> best(byte[] ranks, int most) {
        List<List<String>> byRank = new ArrayList<>();
        for (byte rank = CODE; rank < NOWHERE; rank++) {
            byRank.add(new ArrayList<>());
        }
        for (int place = 0; place < ranks.length; place++) {
            if (ranks[place] < NOWHERE) {
                List<String> same = byRank.get(ranks[place]);
                if (same.size() < most) {
                    same.add(codes.itemId(byName[place]));
                }
            }
        }
        return byRank.stream().flatMap(List::stream).limit(most).toList();
    }

    private record Named(int item, String name, String itemId) {}
}
