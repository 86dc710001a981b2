package org.tillwright.core.paymentqr;

/** The lines of a credit transfer. */
enum EpcLine {
    TAG(0, "service tag", 3),
    VERSION(1, "version", 3),
    ENCODING(2, "encoding", 1),
    KIND(3, "kind of transfer", 3),
    BIC(4, "BIC", 11),
    NAME(5, "name", 70),
    IBAN(6, "IBAN", 34),
    AMOUNT(7, "amount", 15),
    PURPOSE(8, "purpose", 4),
    REFERENCE(9, "reference", 35),
    TEXT(10, "text", 140),
    INFORMATION(11, "information", 70);

    static final int COUNT = 12;

    private final int place;
    private final String words;
    private final int max;

    EpcLine(int place, String words, int max) {
        this.place = place;
        this.words = words;
        this.max = max;
    }

    /** Counted from 0. */
    int place() {
        return place;
    }

    String words() {
        return words;
    }

    /** In letters. */
    int max() {
        return max;
    }
}
