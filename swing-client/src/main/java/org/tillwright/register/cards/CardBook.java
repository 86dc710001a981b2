package org.tillwright.register.cards;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest.Kind;
import org.tillwright.register.cards.CardRequest.State;
import org.tillwright.register.device.CardLast;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.journal.CardTable;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** The register's own book of what the terminal was asked for. Every change is on disk when it returns. Any thread may call it. */
public final class CardBook {

    private final Journal journal;
    private final CardTable table;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public CardBook(Journal journal, Clock clock, Supplier<UUID> ids) {
        this.journal = journal;
        this.table = journal.cards();
        this.clock = clock;
        this.ids = ids;
    }

    /** Every request that is not a fact or forgotten yet, oldest first. */
    public List<CardRequest> all() throws JournalException {
        List<CardRequest> all = new ArrayList<>();
        for (byte[] body : table.requests()) {
            all.add(WireJson.read(body, CardRequest.class));
        }
        return all;
    }

    /** Those of which something is left to find out or to do. */
    public List<CardRequest> open() throws JournalException {
        return all().stream().filter(CardRequest::isOpen).toList();
    }

    /** The newest request of a sale. */
    public Optional<CardRequest> of(UUID owner) throws JournalException {
        return all().stream().filter(request -> request.owner().equals(owner)).reduce((older, newer) -> newer);
    }

    /** The request that this card's movement came of. */
    public Optional<CardRequest> of(SaleMessage.Card card) throws JournalException {
        return all().stream().filter(request -> isOf(request, card)).findFirst();
    }

    private static boolean isOf(CardRequest request, SaleMessage.Card card) {
        SaleMessage.Card told = request.card();
        return told != null
                && !told.trace().isEmpty()
                && told.trace().equals(card.trace())
                && told.terminalId().equals(card.terminalId());
    }

    /**
     * Writes down that the terminal is going to be asked.
     *
     * @param isUndoing whether it is for a finished sale that is being undone, and so for none in progress
     */
    CardRequest begin(
            UUID owner, Kind kind, Money amount, @Nullable CardRefund refund, boolean isUndoing, CardLast before)
            throws JournalException {
        CardRequest request = new CardRequest(
                ids.get(),
                owner,
                kind.name(),
                amount.minor(),
                amount.currency().code(),
                refund == null ? null : refund.receiptNumber(),
                refund == null ? null : refund.trace(),
                isUndoing,
                journal.nextSequence(),
                clock.instant(),
                State.ASKED.name(),
                true,
                CardRequest.Before.of(before),
                null,
                null);
        keep(request);
        return request;
    }

    void keep(CardRequest request) throws JournalException {
        table.put(request.id(), WireJson.write(request), request.isOpen());
    }

    void forget(CardRequest request) throws JournalException {
        table.remove(request.id());
    }

    /** The terminal did what was asked. Meanwhile somebody may have gone on without it, so it is read again. */
    CardRequest moved(CardRequest asked, SaleMessage.Card card, Money amount) throws JournalException {
        CardRequest request = newest(asked).over(amount);
        CardRequest moved = request.moved(card);
        long sign = request.kindOf() == Kind.PAYMENT ? 1 : -1;
        CardSettlementMessage.Receipt receipt =
                receipt(request, card, sign * request.amountMinor(), request.undoneTrace());
        write(moved, moveId(card, request.id().toString()), receipt);
        return moved;
    }

    /** The terminal undid it. */
    CardRequest undone(CardRequest request, SaleMessage.Card card) throws JournalException {
        SaleMessage.Card first = request.card();
        CardRequest undone = newest(request).in(State.UNDONE);
        long sign = request.kindOf() == Kind.PAYMENT ? -1 : 1;
        CardSettlementMessage.Receipt receipt =
                receipt(request, card, sign * request.amountMinor(), first == null ? "" : first.trace());
        write(undone, moveId(card, request.id() + " undone"), receipt);
        return undone;
    }

    private void write(CardRequest request, String moveId, CardSettlementMessage.Receipt receipt)
            throws JournalException {
        table.putMoved(request.id(), WireJson.write(request), request.isOpen(), moveId, WireJson.write(receipt));
    }

    /** The terminal's own number tells two movements apart; one that tells none has the register's. */
    private static String moveId(SaleMessage.Card card, String otherwise) {
        return card.trace().isEmpty() ? otherwise : otherwise + " " + card.terminalId() + " " + card.trace();
    }

    private CardSettlementMessage.Receipt receipt(
            CardRequest request, SaleMessage.Card card, long signedMinor, @Nullable String reversedTrace) {
        return new CardSettlementMessage.Receipt(
                request.owner(),
                reversedTrace == null ? request.kind() : Kind.REVERSAL.name(),
                signedMinor,
                card.trace(),
                card.receiptNumber(),
                card.authorizationCode(),
                card.scheme(),
                card.lastFour(),
                clock.instant(),
                reversedTrace);
    }

    private CardRequest newest(CardRequest request) throws JournalException {
        return all().stream()
                .filter(other -> other.id().equals(request.id()))
                .findFirst()
                .orElse(request);
    }

    /** The sale goes on without it: what has moved, or turns out to have, is undone. */
    public void unwanted(CardRequest request) throws JournalException {
        keep(newest(request).unwanted());
    }

    /** True once a sale in the journal tells of what the terminal did. */
    boolean isFact(CardRequest request) throws JournalException {
        for (StoredRecord record : journal.since(request.sequence(), RecordKind.SALE)) {
            SaleMessage sale = WireJson.read(record.body(), JournalRecord.class).message(SaleMessage.class);
            for (SaleMessage.Tender tender : sale.tenders()) {
                SaleMessage.Card card = tender.card();
                if (card != null && isOf(request, card)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the terminal moved since its last end of day. */
    List<CardSettlementMessage.Receipt> unsettled() throws JournalException {
        List<CardSettlementMessage.Receipt> receipts = new ArrayList<>();
        for (byte[] body : table.unsettled()) {
            receipts.add(WireJson.read(body, CardSettlementMessage.Receipt.class));
        }
        return receipts;
    }

    /** The oldest of them are in this end of day. */
    void settled(UUID settlementId, int count) throws JournalException {
        table.settled(settlementId, count);
    }

    UUID newId() {
        return ids.get();
    }

    Instant now() {
        return clock.instant();
    }
}
