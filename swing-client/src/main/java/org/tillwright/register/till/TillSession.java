package org.tillwright.register.till;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * The till of this register: open or not, and what should be in it. Everything it knows is in the journal, so a restart
 * finds it as it was. Used on the event thread only.
 */
public final class TillSession {

    /** Name of the permission to open a till. */
    public static final String MAY_OPEN = "till.open";

    /** Name of the permission to count and close a till. */
    public static final String MAY_SETTLE = "till.settle";

    private static final Logger LOG = System.getLogger(TillSession.class.getName());

    private final Catalogues catalogues;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Map<TenderType, Long> takingsMinor = new EnumMap<>(TenderType.class);
    private @Nullable TillOpenedMessage opened;
    private long transactionCount;
    private long unreadable;

    /** Takes up the till as the journal says it is. */
    public TillSession(Catalogues catalogues, Journal journal, Clock clock, Supplier<UUID> ids)
            throws JournalException {
        this.catalogues = catalogues;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        restore();
    }

    private void restore() throws JournalException {
        Optional<StoredRecord> newest = journal.newest(RecordKind.TILL_OPENED);
        if (newest.isEmpty()) {
            return;
        }
        long since = newest.get().sequence();
        if (journal.since(since, RecordKind.TILL_SETTLED).isEmpty()) {
            read(newest.get(), TillOpenedMessage.class, this::begin);
            if (opened == null) {
                return; // nobody knows which till it was: it is opened anew
            }
            for (StoredRecord sale : journal.since(since, RecordKind.SALE)) {
                read(sale, SaleMessage.class, this::sold);
            }
        }
    }

    /** One record that cannot be read keeps no register from selling; it is counted, and said. */
    private <T extends Record> void read(StoredRecord record, Class<T> type, Consumer<T> taken) {
        T message;
        try {
            message = WireJson.read(record.body(), JournalRecord.class).message(type);
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.ERROR, "record " + record.sequence() + " of the journal cannot be read", e);
            unreadable++;
            return;
        }
        taken.accept(message);
    }

    /** What to tell people about records of this till that could not be read, if there are any. */
    public Optional<Notice> fault() {
        return unreadable == 0
                ? Optional.empty()
                : Optional.of(Notice.of("till.unreadable", Long.toString(unreadable)));
    }

    public boolean isOpen() {
        return opened != null;
    }

    /** How the till was opened, when it is open. */
    public Optional<TillOpenedMessage> opened() {
        return Optional.ofNullable(opened);
    }

    /** The id of the open till; with a closed one there is nothing to sell into, and asking is a bug. */
    public UUID requireId() {
        return requireNonNull(opened, "the till is closed").tillSessionId();
    }

    /** The trading day it is now. */
    public LocalDate businessDay() {
        return BusinessDay.of(clock.instant(), catalogue().store());
    }

    /** Opens the till with this much cash in it. */
    public TillOutcome open(Money cashFloat, SnapshotMessage.Operator operator) {
        if (opened != null) {
            return new TillOutcome.Said(Notice.of("till.already-open"));
        }
        if (cashFloat.isNegative()) {
            return new TillOutcome.Said(Notice.of("till.float-negative"));
        }
        if (!operator.permissions().contains(MAY_OPEN)) {
            return new TillOutcome.NeedsApproval(MAY_OPEN);
        }
        TillOpenedMessage message = new TillOpenedMessage(
                ids.get(),
                catalogue().store().storeId(),
                operator.operatorId(),
                businessDay(),
                clock.instant(),
                cashFloat.currency().code(),
                cashFloat.minor());
        try {
            journal.append(RecordKind.TILL_OPENED, rule(), message);
        } catch (JournalException e) {
            return new TillOutcome.Said(e.notice());
        }
        begin(message);
        return new TillOutcome.Opened(message);
    }

    /**
     * Counts and closes the till.
     *
     * @param counted what a person found, by tender; a tender that is not named was found to be zero
     */
    public TillOutcome settle(Map<TenderType, Money> counted, SnapshotMessage.Operator operator) {
        TillOpenedMessage open = opened;
        if (open == null) {
            return new TillOutcome.Said(Notice.of("till.not-open"));
        }
        if (counted.values().stream().anyMatch(Money::isNegative)) {
            return new TillOutcome.Said(Notice.of("till.count-negative"));
        }
        if (!operator.permissions().contains(MAY_SETTLE)) {
            return new TillOutcome.NeedsApproval(MAY_SETTLE);
        }
        TillSettledMessage message = new TillSettledMessage(
                open.tillSessionId(),
                open.storeId(),
                operator.operatorId(),
                clock.instant(),
                open.currency(),
                counts(counted),
                transactionCount);
        try {
            journal.append(RecordKind.TILL_SETTLED, rule(), message);
        } catch (JournalException e) {
            return new TillOutcome.Said(e.notice());
        }
        opened = null;
        return new TillOutcome.Settled(message);
    }

    private List<TillSettledMessage.Count> counts(Map<TenderType, Money> counted) {
        List<TillSettledMessage.Count> counts = new ArrayList<>();
        expected().forEach((tender, money) -> {
            Money found = counted.get(tender);
            counts.add(new TillSettledMessage.Count(tender.name(), money.minor(), found == null ? 0 : found.minor()));
        });
        return counts;
    }

    /** What should be in the till now, by tender: the float and the takings. Empty when it is closed. */
    public Map<TenderType, Money> expected() {
        Map<TenderType, Money> expected = new EnumMap<>(TenderType.class);
        TillOpenedMessage open = opened;
        if (open != null) {
            Currency currency = Currency.of(open.currency());
            for (TenderType type : TenderType.values()) {
                long cashFloat = type == TenderType.CASH ? open.floatMinor() : 0;
                Long takings = takingsMinor.get(type);
                if (takings != null || type.isToldAlways()) {
                    expected.put(type, new Money(currency, Math.addExact(cashFloat, takings == null ? 0 : takings)));
                }
            }
        }
        return expected;
    }

    /** Sales and returns finished in this till. */
    public long transactionCount() {
        return transactionCount;
    }

    /** Counts a sale that is in the journal. */
    public void sold(SaleMessage sale) {
        for (SaleMessage.Tender tender : sale.tenders()) {
            takingsMinor.merge(TenderType.valueOf(tender.type()), tender.amountMinor(), Math::addExact);
        }
        transactionCount++;
    }

    private void begin(TillOpenedMessage message) {
        opened = message;
        takingsMinor.clear();
        transactionCount = 0;
    }

    private SellingRule rule() {
        return new SellingRule(catalogue().number(), catalogue().taxPolicy());
    }

    private Catalogue catalogue() {
        return catalogues
                .newest()
                .orElseThrow(() -> new IllegalStateException("a register without a catalogue has no till to open"));
    }
}
