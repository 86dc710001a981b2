package org.tillwright.server.settlement;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.stores.StoreService;
import org.tillwright.wire.CardNumbers;

/** The door for people who look after card money: what fits nothing, why, and what was made of it. */
@Stateless
public class SettlementService {

    /** Rows in one answer. */
    public static final int MAX_ROWS = 200;

    /** What a terminal or a gateway told within this time may be of a sale that its register has not sent yet. */
    static final Duration ON_THE_WAY = Duration.ofHours(1);

    private static final int MOST_NOTE = 500;

    /** Tenders that are offered for one line. */
    private static final int MOST_CHOICES = 20;

    private static final String LINE = "LINE";
    private static final String TENDER = "TENDER";
    private static final Pattern TENDER_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9]{1,9}");

    @Inject
    OpenAmounts open;

    @Inject
    PayoutFiles files;

    @Inject
    PayoutLines lines;

    @Inject
    TakenTenders tenders;

    @Inject
    UnsettledTenders unsettled;

    @Inject
    SettlementBooks books;

    @Inject
    StoreService stores;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Returns a page of what is open, newest first. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public OpenPage find(String storeId, OpenFilter filter, @Nullable OpenPlace after, int size) {
        int most = Math.max(1, Math.min(size, MAX_ROWS));
        List<OpenAmount> found = open.find(storeId, filter, after, arrived(), most + 1);
        boolean hasMore = found.size() > most;
        return new OpenPage(hasMore ? found.subList(0, most) : found, hasMore);
    }

    /** Returns one amount; empty when it is open no longer. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public Optional<OpenAmount> find(String storeId, String kind, String id) {
        return open.find(storeId, kind, id, arrived());
    }

    @RolesAllowed({SUPERVISOR, MANAGER})
    public List<OpenSum> sums(String storeId) {
        return open.sums(storeId, arrived());
    }

    /** Returns what people settled, newest first. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public List<ResolvedAmount> resolved(String storeId) {
        return open.resolved(storeId, MAX_ROWS);
    }

    /**
     * Offers open tenders that a payout line could be, the nearest amount first.
     *
     * @param lineId of an open line; there is nothing to offer for another
     * @param text a code, trace, terminal or receipt's number to look for among all days; null or blank for the line's own days
     */
    @RolesAllowed(MANAGER)
    public List<TenderChoice> choices(String storeId, String lineId, @Nullable String text) {
        String wanted = text == null || text.isBlank() ? null : text.strip();
        return open.find(storeId, LINE, lineId, arrived())
                .filter(OpenAmount::isMatchable)
                .flatMap(found -> lines.find(storeId, Long.parseLong(found.id())))
                .map(line -> unsettled.near(storeId, line.line(), wanted, MOST_CHOICES))
                .orElse(List.of());
    }

    /**
     * Settles an amount in a manager's name, without a tender.
     *
     * @throws Refused when it is open no longer, or cannot be settled so
     */
    @RolesAllowed(MANAGER)
    public void resolve(
            String storeId, String kind, String id, Resolution reason, @Nullable String note, String operatorId) {
        String why = why(note);
        files.takeTurn(storeId);
        Instant now = now();
        OpenAmount found = open.find(storeId, kind, id, arrived()).orElseThrow(() -> refused(SettlementReason.GONE));
        boolean isMoney = found.kind().equals(LINE) || found.kind().equals(TENDER);
        if (reason != (isMoney ? Resolution.WRITTEN_OFF : Resolution.EXPLAINED)) {
            throw refused(SettlementReason.NOT_SO);
        } else if (found.kind().equals(LINE)) {
            StoredLine line = line(storeId, found.id());
            lines.resolve(line.lineId());
            books.lineWrittenOff(line, storeId, on(storeId, now));
        } else if (found.kind().equals(TENDER)) {
            TakenTender tender = tender(storeId, found.id()).orElseThrow(() -> refused(SettlementReason.GONE));
            unsettled.remove(List.of(tender));
            books.tenderWrittenOff(tender, storeId, on(storeId, now));
        }
        open.resolve(storeId, found, reason, why, operatorId, now);
        note("SETTLEMENT_RESOLVED", storeId, found, operatorId, now, reason + ", was " + found.reason() + ": " + why);
    }

    /**
     * Says in a manager's name that a payout line is this tender; what they differ by is written off, and named in the audit trail.
     *
     * @param tenderId as a {@link TenderChoice} names it
     * @throws Refused when one of them is open no longer, or they cannot be the same payment
     */
    @RolesAllowed(MANAGER)
    public void match(String storeId, String lineId, String tenderId, @Nullable String note, String operatorId) {
        String why = why(note);
        files.takeTurn(storeId);
        Instant now = now();
        OpenAmount found =
                open.find(storeId, LINE, lineId, arrived()).orElseThrow(() -> refused(SettlementReason.GONE));
        StoredLine line = line(storeId, lineId);
        TakenTender tender = tender(storeId, tenderId)
                .filter(free -> found.isMatchable() && !free.isMatched())
                .filter(same -> same.currency().equals(found.currency())
                        && Long.signum(same.amountMinor()) == Long.signum(found.amountMinor()))
                .orElseThrow(() -> refused(SettlementReason.NOT_THE_SAME));
        lines.matchByHand(line.lineId(), tender, operatorId, now);
        books.matchedLater(line, storeId, on(storeId, now), tender);
        open.resolve(storeId, found, Resolution.SAME_PAYMENT, why, operatorId, now);
        note(
                "SETTLEMENT_MATCHED",
                storeId,
                found,
                operatorId,
                now,
                "tender " + tenderId + ", difference " + Math.subtractExact(found.amountMinor(), tender.amountMinor())
                        + ": " + why);
    }

    /**
     * Takes back in a manager's name what a person had made of an amount: it is open again, and the books are as before.
     *
     * @throws Refused when nobody had settled it, or somebody took it back meanwhile
     */
    @RolesAllowed(MANAGER)
    public void undo(String storeId, String kind, String id, String operatorId) {
        files.takeTurn(storeId);
        Instant now = now();
        ResolvedAmount done = open.resolved(storeId, kind, id).orElseThrow(() -> refused(SettlementReason.NOT_SETTLED));
        SettlementBooks.On on = on(storeId, now);
        if (kind.equals(LINE)) {
            reopen(storeId, line(storeId, id), done, on);
        } else if (kind.equals(TENDER)) {
            TakenTender tender = tender(storeId, id).orElseThrow(() -> refused(SettlementReason.NOT_SETTLED));
            unsettled.putBack(tender, storeId);
            books.tenderWriteOffUndone(tender, storeId, on);
        }
        open.forget(kind, id);
        audit.record(new AuditNote(
                "SETTLEMENT_UNDONE",
                now,
                storeId,
                null,
                operatorId,
                kind + " " + id,
                done.reason() + " of " + done.amountMinor() + " " + done.currency() + " in minor units, by "
                        + done.operatorName() + " at " + done.resolvedAt()));
    }

    private void reopen(String storeId, StoredLine line, ResolvedAmount done, SettlementBooks.On on) {
        if (done.reason() == Resolution.SAME_PAYMENT) {
            TakenTender tender = lines.byHand(line.lineId())
                    .flatMap(match -> tenders.find(storeId, match.transactionId(), match.number()))
                    .orElseThrow(() -> refused(SettlementReason.NOT_SETTLED));
            unsettled.putBack(tender, storeId);
            books.matchUndone(line, storeId, on, tender);
        } else {
            books.lineWriteOffUndone(line, storeId, on);
        }
        lines.reopen(line.lineId(), done.wasOpen());
    }

    private static String why(@Nullable String note) {
        String why = note == null ? "" : CardNumbers.masked(note.strip());
        if (why.isEmpty() || why.length() > MOST_NOTE) {
            throw refused(SettlementReason.NOTE_MISSING);
        }
        return why;
    }

    private StoredLine line(String storeId, String lineId) {
        return lines.find(storeId, Long.parseLong(lineId)).orElseThrow(() -> refused(SettlementReason.GONE));
    }

    /** Finds a tender by its sale and number, as lists and forms name it. */
    private Optional<TakenTender> tender(String storeId, String id) {
        return TENDER_ID.matcher(id).matches()
                ? tenders.find(
                        storeId,
                        UUID.fromString(id.substring(0, id.indexOf('/'))),
                        Long.parseLong(id.substring(id.indexOf('/') + 1)))
                : Optional.empty();
    }

    private SettlementBooks.On on(String storeId, Instant now) {
        return stores.find(storeId)
                .map(store -> new SettlementBooks.On(store.businessDayAt(now), now))
                .orElseThrow(() -> refused(SettlementReason.GONE));
    }

    private void note(String action, String storeId, OpenAmount found, String operatorId, Instant now, String detail) {
        audit.record(new AuditNote(
                action,
                now,
                storeId,
                null,
                operatorId,
                found.kind() + " " + found.id(),
                found.amountMinor() + " " + found.currency() + " in minor units, " + detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant arrived() {
        return now().minus(ON_THE_WAY);
    }

    private static Refused refused(SettlementReason reason) {
        return new Refused(ProblemCode.UNSOUND_ENTRY, reason);
    }
}
