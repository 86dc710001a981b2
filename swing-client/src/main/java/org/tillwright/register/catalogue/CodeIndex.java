package org.tillwright.register.catalogue;

import java.util.Arrays;
import java.util.Collection;

/** Every code of every item in one text, read from end to end at a search. The same for all languages. */
final class CodeIndex {

    private static final char END = '\n';
    private static final int GTIN_LENGTH = 14;

    private final String[] itemIds;
    private final Codes figures;
    private final Codes others;

    private CodeIndex(String[] itemIds, Codes figures, Codes others) {
        this.itemIds = itemIds;
        this.figures = figures;
        this.others = others;
    }

    static CodeIndex of(Collection<Catalogue.Item> items) {
        String[] itemIds = new String[items.size()];
        CodesMaking figures = new CodesMaking();
        CodesMaking others = new CodesMaking();
        int item = 0;
        for (Catalogue.Item each : items) {
            itemIds[item] = each.itemId();
            for (String code : each.codes()) {
                boolean isFigures = code.chars().allMatch(sign -> sign >= '0' && sign <= '9');
                (isFigures ? figures : others).add(code, item);
            }
            item++;
        }
        return new CodeIndex(itemIds, figures.done(), others.done());
    }

    int size() {
        return itemIds.length;
    }

    String itemId(int item) {
        return itemIds[item];
    }

    /**
     * Makes ranks better: of every item of which a code has {@code part} in it.
     *
     * @param part in capitals
     * @param places of each item in the order of names
     */
    void rank(String part, int[] places, byte[] ranks) {
        if (part.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            figures.rank(part, places, ranks);
        }
        others.rank(part, places, ranks);
    }

    /** All codes in one text, each with a line end before and behind it, and the item of each. */
    private static final class Codes {

        private final String text;
        private final int[] begins;
        private final int[] items;

        Codes(String text, int[] begins, int[] items) {
            this.text = text;
            this.begins = begins;
            this.items = items;
        }

        void rank(String part, int[] places, byte[] ranks) {
            int at = text.indexOf(part);
            while (at >= 0) {
                int found = Arrays.binarySearch(begins, at);
                int code = found >= 0 ? found : -found - 2;
                int end = text.indexOf(END, at);
                byte rank = rank(begins[code], at, at + part.length(), end);
                int place = places[items[code]];
                if (rank < ranks[place]) {
                    ranks[place] = rank;
                }
                at = text.indexOf(part, end);
            }
        }

        /** A GTIN is kept in 14 digits; the zeros before it are not printed on the goods. */
        private byte rank(int begin, int from, int to, int end) {
            boolean isStart = from == begin || (end - begin == GTIN_LENGTH && isZeros(begin, from));
            if (!isStart) {
                return ItemSearch.INSIDE_CODE;
            }
            return to == end ? ItemSearch.CODE : ItemSearch.CODE_START;
        }

        private boolean isZeros(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) != '0') {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class CodesMaking {

        private final StringBuilder text = new StringBuilder().append(END);
        private final Growing begins = new Growing();
        private final Growing items = new Growing();

        void add(String code, int item) {
            begins.add(text.length());
            items.add(item);
            text.append(code).append(END);
        }

        Codes done() {
            return new Codes(text.toString(), begins.toArray(), items.toArray());
        }
    }
}
