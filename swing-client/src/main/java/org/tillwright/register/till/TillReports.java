package org.tillwright.register.till;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.Quarantined;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.tally.TillSums;
import org.tillwright.register.till.TillCount.Yes;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport;
import org.tillwright.wire.till.TillReport.Figure;

/** Makes X and Z reports from the figures of a till. */
final class TillReports {

    /** Records and suspended sales that a report names one by one; the others it counts. */
    static final int MOST_NAMED = 100;

    /** Items that are in no catalogue any more are told under this. */
    static final String OTHER_DEPARTMENT = "";

    private final Journal journal;

    TillReports(Journal journal) {
        this.journal = journal;
    }

    /** Who asks for a report, and when. */
    record Asked(String kind, String operatorId, Instant at) {}

    /**
     * Makes a report.
     *
     * @param more figures that the till does not have by itself: what is carried over, and differences
     */
    TillReport of(Asked asked, TillOpenedMessage opened, Catalogue catalogue, List<Figure> more) {
        TillSums sums = journal.sums();
        String till = opened.tillSessionId().toString();
        List<Figure> figures = new ArrayList<>();
        Map<String, TillSums.Sum> departments = new TreeMap<>();
        sums.all(till).forEach((key, sum) -> {
            if (key.figure() == TillFigure.ITEM) {
                String department = catalogue
                        .find(key.subject())
                        .map(Catalogue.Item::departmentId)
                        .orElse(OTHER_DEPARTMENT);
                departments.merge(department, sum, TillReports::plus);
            } else if (key.figure() != TillFigure.OPENED) {
                figures.add(figure(key.figure(), key.subject(), sum));
            }
        });
        departments.forEach((id, sum) -> figures.add(figure(TillFigure.DEPARTMENT, id, sum)));
        sums.all(TillSums.WORKSTATION).forEach((key, sum) -> {
            if (key.figure() == TillFigure.GRAND_SALES || key.figure() == TillFigure.GRAND_RETURNS) {
                figures.add(figure(key.figure(), key.subject(), sum));
            }
        });
        figures.addAll(more);
        boolean isZ = asked.kind().equals(TillReport.Z);
        TillFigure numbered = isZ ? TillFigure.Z_REPORTS : TillFigure.X_REPORTS;
        return new TillReport(
                asked.kind(),
                sums.of(TillSums.WORKSTATION, numbered, "").count() + 1,
                asked.operatorId(),
                opened.operatorId(),
                opened.businessDay(),
                opened.openedAt(),
                asked.at(),
                opened.currency(),
                figures.subList(0, Math.min(figures.size(), TillReport.MAX_FIGURES)));
    }

    /** What is known of a till that is about to be settled. */
    record Closing(
            TillOpenedMessage till,
            Comparison comparison,
            @Nullable Yes yes,
            List<TillSession.Suspended> suspended,
            long transactions) {}

    /** Writes the settlement with its Z report. */
    TillSettledMessage settled(Asked asked, Closing closing, Catalogue catalogue) throws JournalException {
        Comparison comparison = closing.comparison();
        TillOpenedMessage till = closing.till();
        Yes yes = closing.yes();
        List<Figure> more = new ArrayList<>(comparison.figures());
        more.addAll(carriedOver(closing.suspended()));
        return new TillSettledMessage(
                till.tillSessionId(),
                till.storeId(),
                asked.operatorId(),
                asked.at(),
                till.currency(),
                comparison.counts(),
                closing.transactions(),
                comparison.foreign(),
                comparison.vouchers(),
                comparison.count().reason(),
                comparison.count().note(),
                yes == null ? null : yes.approvalId(),
                yes == null ? null : yes.approverId(),
                of(asked, till, catalogue, more));
    }

    /** What a close leaves behind for others: each is named, and none of it keeps the till open. */
    private List<Figure> carriedOver(List<TillSession.Suspended> suspended) throws JournalException {
        List<Figure> figures = new ArrayList<>();
        for (StoredRecord record : journal.waiting().oldest(MOST_NAMED)) {
            figures.add(new Figure(TillFigure.UNSENT.name(), Long.toString(record.sequence()), 1L, amountOf(record)));
        }
        rest(figures, TillFigure.UNSENT, journal.waitingCount() - figures.size());
        List<Quarantined> refused = journal.quarantined();
        refused.stream()
                .limit(MOST_NAMED)
                .forEach(record ->
                        figures.add(new Figure(TillFigure.REFUSED.name(), Long.toString(record.sequence()), 1L, 0L)));
        rest(figures, TillFigure.REFUSED, refused.size() - MOST_NAMED);
        suspended.stream()
                .limit(MOST_NAMED)
                .forEach(sale -> figures.add(
                        new Figure(TillFigure.STILL_SUSPENDED.name(), sale.reference(), 1L, sale.totalMinor())));
        rest(figures, TillFigure.STILL_SUSPENDED, suspended.size() - MOST_NAMED);
        return figures;
    }

    private static void rest(List<Figure> figures, TillFigure figure, long more) {
        if (more > 0) {
            figures.add(new Figure(figure.name(), null, more, 0L));
        }
    }

    /** A sale's total; what else waits moves no goods, and a record that cannot be read is still named. */
    private static long amountOf(StoredRecord record) {
        if (!record.kind().equals(RecordKind.SALE.name())) {
            return 0;
        }
        try {
            return WireJson.read(record.body(), JournalRecord.class)
                    .message(SaleMessage.class)
                    .totalMinor();
        } catch (MalformedMessageException e) {
            return 0;
        }
    }

    private static Figure figure(TillFigure figure, String subject, TillSums.Sum sum) {
        return new Figure(figure.name(), subject.isEmpty() ? null : subject, sum.count(), sum.amountMinor());
    }

    private static TillSums.Sum plus(TillSums.Sum one, TillSums.Sum other) {
        return new TillSums.Sum(
                Math.addExact(one.count(), other.count()), Math.addExact(one.amountMinor(), other.amountMinor()));
    }
}
