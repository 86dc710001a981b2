package org.tillwright.register.cards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardDay;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.WireJson;

/**
 * The terminal's end of day: what it says that it took, and what this register knows of it, in one record of the journal. Only the
 * terminal's lane calls it.
 *
 * <p>An answer that was lost is asked for again, since a closed day is not closed twice: a terminal that then closes with nothing but
 * what came after the first time had closed before, and has told that total to nobody. An answer that came is kept until all of it is
 * in the journal, since the terminal gives it once.
 */
final class CardDayEnd {

    /** How many receipts the register knew of, and the first of them, when a terminal was asked and has not answered yet. */
    private static final String ASKED = "card-day.asked";

    /** What is left to write down of an answer that the terminal gave; empty when nothing is. */
    private static final String ANSWERED = "card-day.answered";

    private final CardBook book;
    private final CardWork work;
    private final Journal journal;

    CardDayEnd(CardBook book, Journal journal) {
        this.book = book;
        this.work = new CardWork(book);
        this.journal = journal;
    }

    /** In whose name, and by which rule of the journal. */
    record By(String storeId, String operatorId, SellingRule rule) {}

    /** What came of it. */
    sealed interface Outcome {

        /**
         * The day is closed and in the journal.
         *
         * @param known what the register knows of it
         */
        record Closed(CardSettlementMessage settlement, Money known) implements Outcome {

            /** The terminal's total; the register's where the terminal told none. */
            Money total() {
                Long told = settlement.terminalMinor();
                return told == null ? known : new Money(known.currency(), told);
            }

            boolean isEqual() {
                return total().equals(known) && settlement.openCount() == 0;
            }
        }

        /** It is not closed. */
        record Refused(String code) implements Outcome {}

        /** Nobody knows whether it is. */
        record Unknown() implements Outcome {}
    }

    /** @throws JournalException if the day is closed at the terminal and that is not on disk: {@link #finish} tries it again */
    Outcome close(CardTerminal terminal, Currency currency, By by) throws DeviceException, JournalException {
        finish();
        for (CardRequest request : book.open()) {
            work.settle(terminal, request);
        }
        List<CardSettlementMessage.Receipt> receipts = book.unsettled();
        int before = askedBefore(receipts);
        if (before == 0) {
            note(receipts);
        }
        CardDay day = answered(terminal, currency, before == 0);
        if (day instanceof CardDay.Closed closed) {
            return closed(closed, receipts, currency, by);
        }
        return day instanceof CardDay.Refused refused ? new Outcome.Refused(refused.code()) : new Outcome.Unknown();
    }

    /** @param isFirst whether no answer is missing from another time: what is refused now closed nothing then */
    private CardDay answered(CardTerminal terminal, Currency currency, boolean isFirst)
            throws DeviceException, JournalException {
        CardDay day;
        try {
            day = terminal.endOfDay(currency);
        } catch (DeviceException e) {
            if (isFirst) {
                note(List.of());
            }
            throw e;
        }
        if (day instanceof CardDay.Refused && isFirst) {
            note(List.of());
        }
        return day instanceof CardDay.Unknown ? askedAgain(terminal, currency, day) : day;
    }

    private static CardDay askedAgain(CardTerminal terminal, Currency currency, CardDay lost) {
        try {
            CardDay day = terminal.endOfDay(currency);
            // It may have closed the first time, and not be able to close what is empty: the next end of day will tell.
            return day instanceof CardDay.Refused ? lost : day;
        } catch (DeviceException e) {
            return lost;
        }
    }

    private Outcome closed(
            CardDay.Closed closed, List<CardSettlementMessage.Receipt> receipts, Currency currency, By by)
            throws JournalException {
        int before = askedBefore(receipts);
        List<CardSettlementMessage.Receipt> later = receipts.subList(before, receipts.size());
        boolean isClosedBefore = isClosedBefore(closed, receipts, later);
        List<CardSettlementMessage> messages = new ArrayList<>();
        if (isClosedBefore) {
            CardDay.Closed untold = new CardDay.Closed(closed.terminalId(), null, null, null, List.of());
            messages.addAll(messages(untold, receipts.subList(0, before), currency, by));
        }
        int first = isClosedBefore && later.isEmpty() ? 0 : messages.size();
        if (!isClosedBefore || !later.isEmpty()) {
            messages.addAll(messages(closed, isClosedBefore ? later : receipts, currency, by));
        }
        SellingRule rule = by.rule();
        journal.note(
                ANSWERED,
                new CardDayAnswer(journal.nextSequence(), rule.priceBookVersion(), rule.taxPolicy(), messages).text());
        finish();
        long known = messages.subList(first, messages.size()).stream()
                .mapToLong(CardSettlementMessage::receiptsMinor)
                .sum();
        return new Outcome.Closed(messages.get(first), new Money(currency, known));
    }

    /** One message, or several where there are more receipts than one takes: the first has the totals. */
    private List<CardSettlementMessage> messages(
            CardDay.Closed closed, List<CardSettlementMessage.Receipt> receipts, Currency currency, By by)
            throws JournalException {
        List<CardSettlementMessage> messages = new ArrayList<>();
        CardDay.Closed totals = closed;
        for (int from = 0; from == 0 || from < receipts.size(); from += CardSettlementMessage.MAX_RECEIPTS) {
            int to = Math.min(receipts.size(), from + CardSettlementMessage.MAX_RECEIPTS);
            messages.add(message(totals, receipts.subList(from, to), currency, by));
            totals = new CardDay.Closed(closed.terminalId(), null, null, null, List.of());
        }
        return messages;
    }

    /** True if the terminal told of nothing but what came after it had been asked before. */
    private static boolean isClosedBefore(
            CardDay.Closed closed, List<CardSettlementMessage.Receipt> all, List<CardSettlementMessage.Receipt> later) {
        Money total = closed.total();
        return total != null && total.minor() == sum(later) && total.minor() != sum(all);
    }

    private static long sum(List<CardSettlementMessage.Receipt> receipts) {
        return receipts.stream()
                .mapToLong(CardSettlementMessage.Receipt::amountMinor)
                .reduce(0, Math::addExact);
    }

    /** How many of these receipts an end of day had whose answer was lost; 0 when none was. */
    private int askedBefore(List<CardSettlementMessage.Receipt> receipts) throws JournalException {
        String[] words = journal.note(ASKED).orElse("").split(" ", 2);
        boolean isOfThese = words.length == 2 && !receipts.isEmpty() && words[1].equals(nameOf(receipts.get(0)));
        return isOfThese ? Math.min(Integer.parseInt(words[0]), receipts.size()) : 0;
    }

    private void note(List<CardSettlementMessage.Receipt> receipts) throws JournalException {
        journal.note(ASKED, receipts.isEmpty() ? "" : receipts.size() + " " + nameOf(receipts.get(0)));
    }

    private static String nameOf(CardSettlementMessage.Receipt receipt) {
        return receipt.transactionId() + " " + receipt.kind() + " " + receipt.trace();
    }

    private CardSettlementMessage message(
            CardDay.Closed closed, List<CardSettlementMessage.Receipt> receipts, Currency currency, By by)
            throws JournalException {
        Money total = closed.total();
        return new CardSettlementMessage(
                book.newId(),
                by.storeId(),
                by.operatorId(),
                book.now(),
                closed.terminalId(),
                currency.code(),
                closed.fromReceipt(),
                closed.toReceipt(),
                total == null ? null : total.minor(),
                closed.schemes().stream()
                        .map(scheme -> new CardSettlementMessage.SchemeTotal(
                                scheme.name(), scheme.count(), scheme.amount().minor()))
                        .toList(),
                receipts,
                (long) book.open().size());
    }

    /** True while an answer is kept that is not in the journal whole. */
    boolean isUnfinished() throws JournalException {
        return !journal.note(ANSWERED).orElse("").isEmpty();
    }

    /**
     * Writes down what is left of an answer: the program may have ended, or the disk been full, after any part of it.
     *
     * @throws JournalException if that is not on disk; it is tried again
     */
    void finish() throws JournalException {
        String kept = journal.note(ANSWERED).orElse("");
        if (kept.isEmpty()) {
            return;
        }
        CardDayAnswer answer = CardDayAnswer.of(kept);
        SellingRule rule = new SellingRule(answer.priceBookVersion(), answer.taxPolicy());
        Set<UUID> written = writtenSince(answer.sequence());
        for (CardSettlementMessage message : answer.messages()) {
            if (!written.contains(message.settlementId())) {
                journal.append(RecordKind.CARD_SETTLED, rule, message);
            }
            List<CardSettlementMessage.Receipt> left = book.unsettled();
            boolean isLeft = !message.receipts().isEmpty()
                    && !left.isEmpty()
                    && message.receipts().get(0).equals(left.get(0));
            if (isLeft) {
                book.settled(message.settlementId(), message.receipts().size());
            }
        }
        note(List.of());
        journal.note(ANSWERED, "");
    }

    private Set<UUID> writtenSince(long sequence) throws JournalException {
        Set<UUID> written = new HashSet<>();
        for (StoredRecord record : journal.since(sequence, RecordKind.CARD_SETTLED)) {
            written.add(WireJson.read(record.body(), JournalRecord.class)
                    .message(CardSettlementMessage.class)
                    .settlementId());
        }
        return written;
    }
}
