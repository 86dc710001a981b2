package org.tillwright.server.platform;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Cuts texts into the words that things are found by. The same for what is stored and for what is typed, so that neither
 * case nor accents nor the apostrophes of Ukrainian keep the two apart.
 */
public final class SearchWords {

    /** Characters of a word that are looked at; nobody types more. */
    private static final int MAX_LENGTH = 48;

    /** Words of one thing; more than any real name has. */
    private static final int MAX_PER_THING = 80;

    /** Words of one search that are looked at. */
    private static final int MAX_PER_SEARCH = 8;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    private SearchWords() {}

    /** Returns the words that find what has these texts, as its names, its codes and its id. */
    public static Set<String> ofTexts(Iterable<String> texts) {
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            for (String word : split(text)) {
                if (words.size() < MAX_PER_THING) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** Returns the words that somebody typed. */
    static List<String> ofSearch(String text) {
        return split(text).stream().distinct().limit(MAX_PER_SEARCH).toList();
    }

    /**
     * Returns the words that somebody typed, the one that finds the fewest first: the others are then looked up for these.
     *
     * @param found how many a word finds, or a limit when it finds more
     */
    public static List<String> rarestFirst(String text, ToLongFunction<String> found) {
        List<String> words = ofSearch(text);
        if (words.size() < 2) {
            return words;
        }
        Map<String, Long> counts = new HashMap<>();
        words.forEach(word -> counts.put(word, found.applyAsLong(word)));
        return words.stream()
                .sorted(Comparator.comparing(word -> counts.getOrDefault(word, 0L)))
                .toList();
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

    /** Returns a text without case, accents and apostrophes. */
    public static String folded(String text) {
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
