package org.tillwright.register.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every word of every name, once, in one text, and the items that have it. A shop with two hundred thousand names has some
 * thousands of words, so the text is read from end to end in a millisecond, whatever part of a word is looked for.
 */
final class WordIndex {

    private static final char END = '\n';

    /** All words, each with a line end before and behind it. */
    private final String text;

    /** Where each word begins in the text. */
    private final int[] begins;

    /** Where the places of each word begin among all; one more at the end. */
    private final int[] firstPlaces;

    /** An item's place in the order of names, doubled, and one more where the name begins with the word. */
    private final int[] places;

    private WordIndex(String text, int[] begins, int[] firstPlaces, int[] places) {
        this.text = text;
        this.begins = begins;
        this.firstPlaces = firstPlaces;
        this.places = places;
    }

    /**
     * Makes ranks better: of every item of which a word has {@code part} in it.
     *
     * @param ranks by place in the order of names
     */
    void rank(String part, byte[] ranks) {
        int at = text.indexOf(part);
        while (at >= 0) {
            int found = Arrays.binarySearch(begins, at);
            boolean isStart = found >= 0;
            int word = isStart ? found : -found - 2;
            rank(word, isStart, ranks);
            at = text.indexOf(part, text.indexOf(END, at));
        }
    }

    private void rank(int word, boolean isStart, byte[] ranks) {
        for (int i = firstPlaces[word]; i < firstPlaces[word + 1]; i++) {
            boolean isFirst = (places[i] & 1) == 1;
            byte rank = !isStart ? ItemSearch.INSIDE : isFirst ? ItemSearch.NAME_START : ItemSearch.WORD_START;
            int place = places[i] >> 1;
            if (rank < ranks[place]) {
                ranks[place] = rank;
            }
        }
    }

    /** Takes names one after the other, in their order. */
    static final class Making {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final StringBuilder text = new StringBuilder().append(END);
        private final Growing begins = new Growing();
        private final Growing words = new Growing();
        private final Growing places = new Growing();

        /** @param folded the words of the name; the first of them is what it begins with */
        void add(int place, List<String> folded, List<String> others) {
            for (int i = 0; i < folded.size(); i++) {
                add(place, folded.get(i), i == 0);
            }
            for (int i = 0; i < others.size(); i++) {
                if (i >= folded.size() || !others.get(i).equals(folded.get(i))) {
                    add(place, others.get(i), i == 0);
                }
            }
        }

        private void add(int place, String word, boolean isFirst) {
            Integer known = numbers.get(word);
            int number = known == null ? begins.size() : known;
            if (known == null) {
                numbers.put(word, number);
                begins.add(text.length());
                text.append(word).append(END);
            }
            words.add(number);
            places.add(place << 1 | (isFirst ? 1 : 0));
        }

        WordIndex done() {
            int[] firsts = new int[begins.size() + 1];
            for (int i = 0; i < words.size(); i++) {
                firsts[words.get(i) + 1]++;
            }
            for (int i = 1; i < firsts.length; i++) {
                firsts[i] += firsts[i - 1];
            }
            int[] next = Arrays.copyOf(firsts, firsts.length);
            int[] ordered = new int[places.size()];
            for (int i = 0; i < words.size(); i++) {
                ordered[next[words.get(i)]++] = places.get(i);
            }
            return new WordIndex(text.toString(), begins.toArray(), firsts, ordered);
        }
    }
}
