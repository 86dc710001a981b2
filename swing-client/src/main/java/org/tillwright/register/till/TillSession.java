package org.tillwright.register.till;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.tillwright.register.tally.Tally;
import org.tillwright.register.tally.TillSums;
import org.tillwright.register.text.Notice;
import org.tillwright.register.till.TillCount.Yes;
import org.tillwright.register.till.TillReports.Asked;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.shop.TillRules;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport;

/**
 * The till of this register: open or not, and what should be in it; where each cashier has a drawer of their own, one for each.
 * Everything it knows is in the journal, so a restart finds it as it was. Used on the event thread only.
 */
public final class TillSession {

    /** Name of the permission to open a till. */
    public static final String MAY_OPEN = "till.open";

    /** Name of the permission to count and close a till. */
    public static final String MAY_SETTLE = "till.settle";

    /** Name of the permission to close a till whose difference is beyond the shop's limit. */
    public static final String MAY_DIFFER = "till.over-short";

    /** Each cashier has a till, and a drawer, of their own. */
    private static final String OWN_DRAWERS = "OWN";

    private static final Logger LOG = System.getLogger(TillSession.class.getName());

    private final Catalogues catalogues;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final TillReports reports;
    private final Map<UUID, TillOpenedMessage> open = new LinkedHashMap<>();
    private Supplier<List<Suspended>> suspended = List::of;
    private @Nullable UUID current;
    private long unreadable;

    /** Takes up the tills as the journal says they are. */
    public TillSession(Catalogues catalogues, Journal journal, Clock clock, Supplier<UUID> ids)
            throws JournalException {
        this.catalogues = catalogues;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.reports = new TillReports(journal);
        this.unreadable = journal.unreadableCount();
        restore();
    }

    /** A record of an opening that cannot be read keeps no register from selling: that till is opened anew. */
    private void restore() throws JournalException {
        TillSums sums = journal.sums();
        for (String till : sums.open()) {
            long sequence = sums.of(till, TillFigure.OPENED).amountMinor();
            try {
                journal.find(sequence)
                        .map(record -> WireJson.read(record.body(), JournalRecord.class)
                                .message(TillOpenedMessage.class))
                        .ifPresent(message -> open.put(message.tillSessionId(), message));
            } catch (MalformedMessageException e) {
                LOG.log(Logger.Level.ERROR, "record " + sequence + " of the journal cannot be read", e);
                unreadable++;
            }
        }
        open.keySet().forEach(id -> {
            if (current == null || id.toString().equals(sums.current())) {
                current = id;
            }
        });
    }

    /** Says how to find the suspended sales that a close leaves for others. */
    public void suspendedSales(Supplier<List<Suspended>> list) {
        suspended = list;
    }

    /** What to tell people about records of this till that could not be read, if there are any. */
    public Optional<Notice> fault() {
        return unreadable == 0
                ? Optional.empty()
                : Optional.of(Notice.of("till.unreadable", Long.toString(unreadable)));
    }

    /** True if there is a till to sell into. */
    public boolean isOpen() {
        return current != null;
    }

    /** True if each cashier has a till of their own. */
    public boolean hasOwnDrawers() {
        return OWN_DRAWERS.equals(rules().drawers());
    }

    /** An operator takes over: where each has a till of their own, theirs is sold into from now on, once it is open. */
    public void turnTo(SnapshotMessage.Operator operator) {
        if (!hasOwnDrawers()) {
            current = current != null
                    ? current
                    : open.keySet().stream().findFirst().orElse(null);
            return;
        }
        current = open.values().stream()
                .filter(till -> till.operatorId().equals(operator.operatorId()))
                .map(TillOpenedMessage::tillSessionId)
                .findFirst()
                .orElse(null);
    }

    /** Turns to a till that somebody else left open, to count it for them. */
    public void take(TillOpenedMessage other) {
        if (open.containsKey(other.tillSessionId())) {
            current = other.tillSessionId();
        }
    }

    /** How the till was opened, when it is open. */
    public Optional<TillOpenedMessage> opened() {
        return Optional.ofNullable(current).map(open::get);
    }

    /** Every till of this register that is open, the oldest first. */
    public List<TillOpenedMessage> openTills() {
        return List.copyOf(open.values());
    }

    /** The id of the open till; with a closed one there is nothing to sell into, and asking is a bug. */
    public UUID requireId() {
        return requireNonNull(current, "the till is closed");
    }

    /** The trading day it is now. */
    public LocalDate businessDay() {
        return BusinessDay.of(clock.instant(), catalogue().store());
    }

    /** Opens the till with this much cash in it. */
    public TillOutcome open(Money cashFloat, SnapshotMessage.Operator operator) {
        turnTo(operator);
        if (current != null) {
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
        return written(RecordKind.TILL_OPENED, message, () -> {
            open.put(message.tillSessionId(), message);
            current = message.tillSessionId();
            return new TillOutcome.Opened(message);
        });
    }

    /**
     * Puts cash in or takes it out without a sale, or notes that the drawer was opened for nothing.
     *
     * @param yes of who may do it, where the operator may not; null when nobody was asked
     */
    public TillOutcome move(CashMovement wanted, SnapshotMessage.Operator operator, @Nullable Yes yes) {
        TillOpenedMessage till = opened().orElse(null);
        if (till == null) {
            return new TillOutcome.Said(Notice.of("till.not-open"));
        }
        Notice fault = CashMovementRules.fault(wanted, Currency.of(till.currency()), expectedNow(till), tenders());
        if (fault != null) {
            return new TillOutcome.Said(fault);
        }
        if (yes == null && !operator.permissions().contains(wanted.permission())) {
            return new TillOutcome.NeedsApproval(wanted.permission());
        }
        Money worth = CashMovementRules.worth(wanted, Currency.of(till.currency()), tenders());
        CashMovedMessage message = new CashMovedMessage(
                ids.get(),
                catalogue().store().storeId(),
                till.tillSessionId(),
                operator.operatorId(),
                businessDay(),
                clock.instant(),
                wanted.kind().name(),
                wanted.amount().currency().code(),
                wanted.amount().minor(),
                wanted.reason(),
                wanted.note(),
                yes == null ? null : yes.approvalId(),
                worth == null ? null : worth.minor());
        return written(RecordKind.CASH_MOVED, message, () -> new TillOutcome.Moved(message));
    }

    /** Takes an X report: the figures so far, under a number of its own. It resets nothing. */
    public TillOutcome takeX(SnapshotMessage.Operator operator) {
        TillOpenedMessage till = opened().orElse(null);
        if (till == null) {
            return new TillOutcome.Said(Notice.of("till.not-open"));
        }
        TillReport report = reports.of(
                new Asked(TillReport.X, operator.operatorId(), clock.instant()), till, catalogue(), List.of());
        EventMessage event = new EventMessage(
                Tally.X_REPORT,
                till.storeId(),
                operator.operatorId(),
                clock.instant(),
                till.tillSessionId().toString(),
                "X report " + report.number());
        return written(RecordKind.EVENT, event, () -> new TillOutcome.Reported(report));
    }

    /** Writes down that the report of a settled till is printed again; returns null, or why that is not on disk. */
    public @Nullable Notice copied(TillSettledMessage settled, SnapshotMessage.Operator operator) {
        return copied(settled, operator.operatorId());
    }

    /** The same in the name of who settled it, because a printer lost its driver in the middle. Any thread may call it. */
    public @Nullable Notice copied(TillSettledMessage settled) {
        return copied(settled, settled.operatorId());
    }

    private @Nullable Notice copied(TillSettledMessage settled, String operatorId) {
        EventMessage event = new EventMessage(
                "Z_REPORT_REPRINTED",
                settled.storeId(),
                operatorId,
                clock.instant(),
                settled.tillSessionId().toString(),
                "Z report " + settled.zNumber());
        TillOutcome outcome = written(RecordKind.EVENT, event, () -> new TillOutcome.Settled(settled));
        return outcome instanceof TillOutcome.Said said ? said.notice() : null;
    }

    /**
     * Counts and closes the till.
     *
     * @param counted what a person found, by tender; a tender that is not named was found to be zero
     */
    public TillOutcome settle(Map<TenderType, Money> counted, SnapshotMessage.Operator operator) {
        return settle(TillCount.of(counted), operator, null);
    }

    /**
     * The same, of all that can be counted.
     *
     * @param yes of who may close a till that differs by so much, where the operator may not; null when nobody was asked
     */
    public TillOutcome settle(TillCount count, SnapshotMessage.Operator operator, @Nullable Yes yes) {
        TillOpenedMessage till = opened().orElse(null);
        if (till == null) {
            return new TillOutcome.Said(Notice.of("till.not-open"));
        }
        if (count.isNegative()) {
            return new TillOutcome.Said(Notice.of("till.count-negative"));
        }
        if (!operator.permissions().contains(MAY_SETTLE)) {
            return new TillOutcome.NeedsApproval(MAY_SETTLE);
        }
        Comparison comparison = compare(till, count);
        if (comparison.isBeyond(rules().overShortMaxMinor())
                && yes == null
                && !operator.permissions().contains(MAY_DIFFER)) {
            return new TillOutcome.NeedsApproval(MAY_DIFFER);
        }
        try {
            TillSettledMessage message = reports.settled(
                    new Asked(TillReport.Z, operator.operatorId(), clock.instant()),
                    new TillReports.Closing(till, comparison, yes, suspended.get(), transactionCount()),
                    catalogue());
            return written(RecordKind.TILL_SETTLED, message, () -> {
                open.remove(till.tillSessionId());
                current = null;
                return new TillOutcome.Settled(message);
            });
        } catch (JournalException e) {
            return new TillOutcome.Said(e.notice());
        }
    }

    /** True if what was counted is not what should be there. */
    public boolean differs(TillCount count) {
        return opened().map(till -> compare(till, count).isBeyond(0L)).orElse(false);
    }

    /** By how much a count differs over all tenders; zero for a closed till. */
    public Money difference(TillCount count) {
        return opened().map(till -> compare(till, count).difference())
                .orElseGet(() -> Money.zero(catalogue().currency()));
    }

    /** True if what should be there is told after the count only. */
    public boolean isBlind() {
        Boolean blind = rules().blindCount();
        return blind == null || blind;
    }

    private Comparison compare(TillOpenedMessage till, TillCount count) {
        return new Comparison(expectedNow(till), count, tenders());
    }

    /** What should be in the till now, by tender: the float, what was moved, and the takings. Empty when it is closed. */
    public Map<TenderType, Money> expected() {
        return opened().map(till -> expectedNow(till).byTender()).orElse(Map.of());
    }

    /** Notes of other currencies that should be in the till, each in its own units. */
    public Map<String, Money> expectedForeign() {
        return opened().map(till -> expectedNow(till).foreign()).orElse(Map.of());
    }

    /** The cash in the drawer, when it is so much that the shop wants some of it in the safe. */
    public Optional<Money> tooMuchCash() {
        Long most = rules().pickupAboveMinor();
        return most == null
                ? Optional.empty()
                : opened().map(till -> expectedNow(till).cash()).filter(cash -> cash.minor() > most);
    }

    /** Sales and returns finished in this till. */
    public long transactionCount() {
        return opened().map(till -> journal.sums()
                        .of(till.tillSessionId().toString(), TillFigure.TRANSACTIONS)
                        .count())
                .orElse(0L);
    }

    private Expected expectedNow(TillOpenedMessage till) {
        return new Expected(journal.sums(), till.tillSessionId().toString(), Currency.of(till.currency()));
    }

    private TillOutcome written(RecordKind kind, Record message, Supplier<TillOutcome> then) {
        try {
            journal.append(
                    kind, new SellingRule(catalogue().number(), catalogue().taxPolicy()), message);
        } catch (JournalException e) {
            return new TillOutcome.Said(e.notice());
        }
        return then.get();
    }

    private TillRules rules() {
        return catalogue().shop().till();
    }

    private TenderRules tenders() {
        return catalogue().shop().tenders();
    }

    private Catalogue catalogue() {
        return catalogues
                .newest()
                .orElseThrow(() -> new IllegalStateException("a register without a catalogue has no till to open"));
    }

    /**
     * A suspended sale that waits.
     *
     * @param reference what people find it by, at most 60 characters
     */
    public record Suspended(String reference, long totalMinor) {}
}
