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
 * Which card payments of a sale that is being undone the terminal was asked to undo, and which it undid: kept on disk between
 * the terminal's word and the record, so that a crash asks a person and never the terminal twice.
 */
public final class UndoneCards {

    private static final String NOTE = "post-void.";
    private static final String ASKED = "asked";
    private static final String DONE = "done";
    private static final char BETWEEN = '\n';
    private static final char PART = '\t';
    private static final int PARTS_OF_CARD = 8;

    private final Journal journal;

    public UndoneCards(Journal journal) {
        this.journal = journal;
    }

    /** What is known of the card payments of one sale, by their place among its tenders. */
    record State(Set<Integer> asked, Map<Integer, SaleMessage.Card> done) {

        State {
            asked = Set.copyOf(asked);
            done = Map.copyOf(done);
        }
    }

    State of(UUID transactionId) throws JournalException {
        Set<Integer> asked = new LinkedHashSet<>();
        Map<Integer, SaleMessage.Card> done = new LinkedHashMap<>();
        String note = journal.note(NOTE + transactionId).orElse("");
        for (String line : note.split(String.valueOf(BETWEEN), -1)) {
            String[] parts = line.split(String.valueOf(PART), -1);
            if (parts.length > 1 && parts[1].equals(ASKED)) {
                asked.add(Integer.valueOf(parts[0]));
            } else if (parts.length == PARTS_OF_CARD && parts[1].equals(DONE)) {
                String receipt = parts[7].isEmpty() ? null : parts[7];
                done.put(
                        Integer.valueOf(parts[0]),
                        new SaleMessage.Card(parts[2], parts[3], parts[4], parts[5], parts[6], receipt));
            }
        }
        return new State(asked, done);
    }

    /** The terminal is about to be asked. */
    void asked(UUID transactionId, int index) throws JournalException {
        put(transactionId, index, index + String.valueOf(PART) + ASKED);
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

    /** The terminal certainly did not undo it. */
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
