package org.tillwright.register.receipts;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.JournalSearch;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.ReceiptRef;

/** Finds this register's sales, newest first, by what a person remembers of them. Reads the journal, so it waits. */
public final class SaleSearch {

    /** Sales that one search shows. */
    public static final int MOST = 60;

    /** Sales that one search looks through: some busy weeks. */
    static final int LOOKED_THROUGH = 10_000;

    private static final int AT_ONCE = 200;
    private static final int CARD_DIGITS = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Journal journal;

    public SaleSearch(Journal journal) {
        this.journal = journal;
    }

    /**
     * Returns the sales that fit; all, newest first, for an empty text.
     *
     * @param text a number, an amount, a time such as 14:05, part of an item's name, the last four digits of a card or a
     *     receipt's code
     */
    public List<FinishedSale> find(String text, ZoneId zone) throws JournalException {
        List<FinishedSale> found = new ArrayList<>();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        JournalSearch search = new JournalSearch(journal);
        long below = journal.nextSequence();
        for (int looked = 0; looked < LOOKED_THROUGH && found.size() < MOST; looked += AT_ONCE) {
            List<StoredRecord> records = search.before(below, RecordKind.SALE, AT_ONCE);
            for (StoredRecord record : records) {
                read(record)
                        .filter(sale -> found.size() < MOST)
                        .filter(sale -> wanted.isEmpty() || fits(sale, wanted, zone))
                        .ifPresent(found::add);
                below = record.sequence();
            }
            if (records.size() < AT_ONCE) {
                return found;
            }
        }
        return found;
    }

    /** What cannot be read is not found; that it cannot is told where the till is opened. */
    private static Optional<FinishedSale> read(StoredRecord record) {
        try {
            return Optional.of(FinishedSale.of(WireJson.read(record.body(), JournalRecord.class)));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(FinishedSale finished, String wanted, ZoneId zone) {
        SaleMessage sale = finished.sale();
        return Long.toString(finished.record().sequence()).equals(wanted)
                || TIME.format(sale.endedAt().atZone(zone)).equals(wanted)
                || isAmount(finished, wanted)
                || isCode(sale, wanted)
                || sale.lines().stream()
                        .anyMatch(line ->
                                line.description().toLowerCase(Locale.ROOT).contains(wanted))
                || (wanted.length() == CARD_DIGITS
                        && sale.tenders().stream()
                                .map(SaleMessage.Tender::card)
                                .anyMatch(
                                        card -> card != null && card.lastFour().equals(wanted)));
    }

    /** What was to be paid, or a part of it that was paid in one way. */
    private static boolean isAmount(FinishedSale finished, String wanted) {
        Optional<Money> amount = KeyedFigures.amount(wanted, finished.total().currency());
        return amount.isPresent()
                && (Math.abs(finished.payable().minor()) == amount.get().minor()
                        || finished.sale().tenders().stream()
                                .anyMatch(tender -> Math.abs(tender.amountMinor())
                                        == amount.get().minor()));
    }

    private static boolean isCode(SaleMessage sale, String wanted) {
        return ReceiptRef.code(wanted)
                .filter(ReceiptRef.ByCode.class::isInstance)
                .map(ref -> ((ReceiptRef.ByCode) ref).digits())
                .filter(digits ->
                        sale.transactionId().toString().replace("-", "").startsWith(digits))
                .isPresent();
    }
}
