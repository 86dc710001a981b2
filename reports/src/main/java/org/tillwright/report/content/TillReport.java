package org.tillwright.report.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Till sessions, one sheet of paper each: X while a till is open, Z when it was counted. */
public record TillReport(ReportHead head, List<Session> sessions) implements ReportContent {

    public TillReport {
        sessions = List.copyOf(sessions);
    }

    /**
     * One till session.
     *
     * @param openedAt null when the record of the opening has not arrived
     * @param settledAt null while the till is open
     * @param firstSequence number of the first receipt's record on its workstation; null when there is none
     * @param goods what was sold, and what came back; each counts lines
     * @param zNumber of the Z report that the register printed; null while the till is open
     * @param movements cash that moved without a sale, by kind
     * @param late what came after the till was settled: its supplement
     */
    public record Session(
            String sessionId,
            String tillName,
            String openedBy,
            LocalDate businessDay,
            @Nullable Instant openedAt,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            long transactions,
            @Nullable Long firstSequence,
            @Nullable Long lastSequence,
            SalesOfDay.Goods goods,
            List<Tender> tenders,
            List<TaxFigures> taxes,
            List<ControlTotal> controls,
            @Nullable Long zNumber,
            List<Movement> movements,
            List<Movement> late) {

        public Session {
            tenders = List.copyOf(tenders);
            taxes = List.copyOf(taxes);
            controls = List.copyOf(controls);
            movements = List.copyOf(movements);
            late = List.copyOf(late);
        }

        public boolean isSettled() {
            return settledAt != null;
        }
    }

    /**
     * What should be and what is in the till of one tender.
     *
     * @param takenMinor what sales left in it, change taken off
     * @param movedMinor what went in or out without a sale
     * @param countedMinor null while nobody has counted
     */
    public record Tender(
            String tender,
            long floatMinor,
            long takenMinor,
            long movedMinor,
            long expectedMinor,
            @Nullable Long countedMinor,
            @Nullable Long overShortMinor) {}

    /**
     * Money that moved in one way.
     *
     * @param kind LOAN, PICKUP, PAID_IN, PAID_OUT, NO_SALE, or LATE for what came after the settlement
     * @param amountMinor negative when it left the till
     */
    public record Movement(String kind, String tender, long count, long amountMinor) {}

    @Override
    public ReportId id() {
        return ReportId.TILL_REPORT;
    }

    @Override
    public List<ControlTotal> controls() {
        return sessions.stream().flatMap(session -> session.controls().stream()).toList();
    }
}
