package org.tillwright.register.receipts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.SaleMessage;

/**
 * Which payments of a sale that is being undone a terminal or a gateway was asked to undo, and which it undid: kept on disk
 * between its word and the record, so that a crash asks a person, or what became of it, and never moves money twice.
 */
public final class UndonePayments {

    private static final String NOTE = "post-void.";
    private static final String ASKED = "asked";
    private static final String DONE = "done";
    private static final String REFUND = "refund";
    private static final String PAID_BACK = "paid-back";
    private static final char BETWEEN = '\n';
    private static final char PART = '\t';
    private static final int PARTS_OF_CARD = 8;

    private final Journal journal;

    public UndonePayments(Journal journal) {
        this.journal = journal;
    }

    /**
     * What is known of the payments of one sale, by their place among its tenders.
     *
     * @param asked cards that the terminal was asked for
     * @param done cards that it undid
     * @param refunds under which ids a gateway was asked to pay back
     * @param paidBack what it paid back
     */
    record State(
            Set<Integer> asked,
            Map<Integer, SaleMessage.Card> done,
            Map<Integer, UUID> refunds,
            Set<Integer> paidBack) {

        State {
            asked = Set.copyOf(asked);
            done = Map.copyOf(done);
            refunds = Map.copyOf(refunds);
            paidBack = Set.copyOf(paidBack);
        }
    }

    State of(UUID transactionId) throws JournalException {
        Set<Integer> asked = new LinkedHashSet<>();
        Map<Integer, SaleMessage.Card> done = new LinkedHashMap<>();
        Map<Integer, UUID> refunds = new LinkedHashMap<>();
        Set<Integer> paidBack = new LinkedHashSet<>();
        String note = journal.note(NOTE + transactionId).orElse("");
        for (String line : note.split(String.valueOf(BETWEEN), -1)) {
            String[] parts = line.split(String.valueOf(PART), -1);
            if (parts.length > 1 && parts[1].equals(ASKED)) {
                asked.add(Integer.valueOf(parts[0]));
            } else if (parts.length > 2 && parts[1].equals(REFUND)) {
                refunds.put(Integer.valueOf(parts[0]), UUID.fromString(parts[2]));
            } else if (parts.length > 1 && parts[1].equals(PAID_BACK)) {
                paidBack.add(Integer.valueOf(parts[0]));
            } else if (parts.length == PARTS_OF_CARD && parts[1].equals(DONE)) {
                String receipt = parts[7].isEmpty() ? null : parts[7];
                done.put(
                        Integer.valueOf(parts[0]),
                        new SaleMessage.Card(parts[2], parts[3], parts[4], parts[5], parts[6], receipt));
            }
        }
        return new State(asked, done, refunds, paidBack);
    }

    /** The terminal is about to be asked. */
    void asked(UUID transactionId, int index) throws JournalException {
        put(transactionId, index, index + String.valueOf(PART) + ASKED);
    }

    /** The gateway is about to be asked, under this id. */
    void asked(UUID transactionId, int index, UUID refundId) throws JournalException {
        put(transactionId, index, index + String.valueOf(PART) + REFUND + PART + refundId);
    }

    /** The gateway paid it back. */
    void paidBack(UUID transactionId, int index) throws JournalException {
        put(transactionId, index, index + String.valueOf(PART) + PAID_BACK);
    }

    /** The terminal undid it. */
    void done(UUID transactionId, int index, SaleMessage.Card card) throws JournalException {
        String told = String.join(
                String.valueOf(PART),
                Integer.toString(index),
                DONE,
                plain(card.scheme()),
                plain(card.lastFour()),
                plain(card.authorizationCode()),
                plain(card.terminalId()),
                plain(card.trace()),
                card.receiptNumber() == null ? "" : plain(card.receiptNumber()));
        put(transactionId, index, told);
    }

    /** It certainly was not undone. */
    void notDone(UUID transactionId, int index) throws JournalException {
        put(transactionId, index, null);
    }

    private static String plain(String text) {
        return text.replace(PART, ' ').replace(BETWEEN, ' ');
    }

    private void put(UUID transactionId, int index, @Nullable String line) throws JournalException {
        StringBuilder all = new StringBuilder();
        String note = journal.note(NOTE + transactionId).orElse("");
        for (String before : note.split(String.valueOf(BETWEEN), -1)) {
            if (!before.isEmpty() && !before.startsWith(index + String.valueOf(PART))) {
                all.append(before).append(BETWEEN);
            }
        }
        journal.note(NOTE + transactionId, line == null ? all.toString() : all + line);
    }
}
