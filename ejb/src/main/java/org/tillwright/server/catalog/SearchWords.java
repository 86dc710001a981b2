package org.tillwright.server.catalog;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Cuts texts into the words that items are found by. The same for what is stored and for what is typed, so that neither
 * case nor accents nor the apostrophes of Ukrainian keep the two apart.
 */
final class SearchWords {

    /** Characters of a word that are looked at; nobody types more. */
    static final int MAX_LENGTH = 48;

    /** Words of one item; more than any real name has. */
    static final int MAX_PER_ITEM = 80;

    /** Words of one search that are looked at. */
    static final int MAX_PER_SEARCH = 8;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    private SearchWords() {}

    /** Returns the words that find an item. */
    static Set<String> ofItem(ItemDraft item) {
        Set<String> words = new TreeSet<>();
        addAll(words, item.names().values());
        addAll(words, List.of(item.itemId()));
        addAll(words, item.codes());
        return words;
    }

    /** Returns the words that somebody typed. */
    static List<String> ofSearch(String text) {
        return split(text).stream().distinct().limit(MAX_PER_SEARCH).toList();
    }

    private static void addAll(Set<String> words, Collection<String> texts) {
        for (String text : texts) {
            for (String word : split(text)) {
                if (words.size() < MAX_PER_ITEM) {
                    words.add(word);
                }
            }
        }
    }

    private static List<String> split(String text) {
        return BETWEEN_WORDS
                .splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::comparable)
                .toList();
    }

    /** A GTIN is kept in 14 digits and printed in 13 or 8, so zeros before a number say nothing. */
    private static String comparable(String word) {
        String shown = LEADING_ZEROS.matcher(word).replaceFirst("");
        return shown.length() <= MAX_LENGTH ? shown : shown.substring(0, MAX_LENGTH);
    }

    static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return APOSTROPHES
                .matcher(bare.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace('\u00f8', 'o')
                .replace("\u00e6", "ae")
                .replace("\u00df", "ss");
    }
}
