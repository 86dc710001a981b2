package org.tillwright.server.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ControlTotal.Check;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SalesOfDay;
import org.tillwright.report.content.TillReport;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.json.Fault;

/** Till sessions, with what should be in each and what was. */
@Dependent
class TillQueries {

    @Inject
    Sql sql;

    @Inject
    SalesQueries sales;

    private record Opened(
            UUID sessionId,
            String tillName,
            String openedBy,
            LocalDate businessDay,
            @Nullable Instant openedAt,
            long floatMinor) {}

    private record Settled(Instant settledAt, String settledBy, long toldTransactions, @Nullable Long zNumber) {}

    private record Counted(String tender, long expectedMinor, long toldMinor, long countedMinor, long overShortMinor) {}

    TillReport report(Question question, ReportHead head) {
        List<Opened> sessions = new ArrayList<>(opened(question));
        sessions.addAll(neverOpened(question));
        if (sessions.size() > ReportingService.MAX_SESSIONS) {
            throw new Refused(
                    ProblemCode.MALFORMED,
                    "There were more than " + ReportingService.MAX_SESSIONS + " tills on these days.",
                    List.of(new Fault("to", "is too far; ask for fewer days or for one till")));
        }
        return new TillReport(
                head, sessions.stream().map(opened -> session(opened, question)).toList());
    }

    private List<Opened> opened(Question question) {
        return sql.query(
                "select s.till_session_id, coalesce(w.name, s.workstation_id), coalesce(o.name, s.operator_id),"
                        + " s.business_day, s.opened_at, s.float_minor from till_session s"
                        + " left join workstation w on w.workstation_id = s.workstation_id"
                        + " left join operator o on o.operator_id = s.operator_id"
                        + " where s.store_id = ?" + which("s", question)
                        + " order by s.opened_at, s.till_session_id limit ?",
                row -> new Opened(
                        row.uuid(1), row.text(2), row.text(3), row.date(4), row.instantOrNull(5), row.number(6)),
                values(question));
    }

    /** Sales whose till's opening has not come, or was refused, still lie in a drawer. */
    private List<Opened> neverOpened(Question question) {
        return sql.query(
                "select s.till_session_id, coalesce(w.name, s.workstation_id), coalesce(o.name, s.operator_id),"
                        + " min(s.business_day) from retail_transaction s"
                        + " left join workstation w on w.workstation_id = s.workstation_id"
                        + " left join operator o on o.operator_id = s.operator_id"
                        + " where s.store_id = ?" + which("s", question)
                        + " and not exists (select 1 from till_session k where k.till_session_id = s.till_session_id)"
                        + " group by s.till_session_id order by s.till_session_id limit ?",
                row -> new Opened(row.uuid(1), row.text(2), row.text(3), row.date(4), null, 0),
                values(question));
    }

    private static String which(String table, Question question) {
        if (question.tillSessionId() != null) {
            return " and " + table + ".till_session_id = ?";
        }
        return " and " + table + ".business_day between ? and ?"
                + (question.workstationId() == null ? "" : " and " + table + ".workstation_id = ?");
    }

    private static @Nullable Object[] values(Question question) {
        List<Object> values = new ArrayList<>();
        values.add(question.store().storeId());
        UUID session = question.tillSessionId();
        String workstation = question.workstationId();
        if (session != null) {
            values.add(session);
        } else {
            values.add(question.from());
            values.add(question.to());
            if (workstation != null) {
                values.add(workstation);
            }
        }
        values.add(ReportingService.MAX_SESSIONS + 1);
        return values.toArray();
    }

    private TillReport.Session session(Opened opened, Question question) {
        TransactionFilter filter =
                TransactionFilter.of(opened.sessionId(), question.store().currency());
        Settled settled = settled(opened.sessionId());
        List<Counted> counts = counts(opened.sessionId());
        List<TillReport.Tender> tenders = tenders(opened, filter, counts);
        List<@Nullable Long> receipts = receipts(filter);
        return new TillReport.Session(
                opened.sessionId().toString(),
                opened.tillName(),
                opened.openedBy(),
                opened.businessDay(),
                opened.openedAt(),
                settled == null ? null : settled.settledAt(),
                settled == null ? null : settled.settledBy(),
                sales.sum("1", "", filter),
                receipts.get(0),
                receipts.get(1),
                sales.goods(filter),
                tenders,
                sales.taxes(filter),
                controls(opened, filter, tenders, settled, counts),
                settled == null ? null : settled.zNumber(),
                movements(opened),
                late(opened));
    }

    /** As they were told; what opened the drawer and moved nothing is counted too. */
    private List<TillReport.Movement> movements(Opened opened) {
        return sql.query(
                "select kind, if(worth_minor is null, 'CASH', 'FOREIGN_CASH'), count(*),"
                        + " sum(if(kind in ('PICKUP', 'PAID_OUT'), -1, 1) * coalesce(worth_minor, amount_minor))"
                        + " from till_movement where till_session_id = ? group by 1, 2 order by 1, 2",
                row -> new TillReport.Movement(row.text(1), row.text(2), row.number(3), row.number(4)),
                opened.sessionId());
    }

    /** What came after the till was settled. */
    private List<TillReport.Movement> late(Opened opened) {
        return sql.query(
                "select 'LATE', tender, count(*), sum(amount_minor) from till_entry"
                        + " where till_session_id = ? and is_late group by 2 order by 2",
                row -> new TillReport.Movement(row.text(1), row.text(2), row.number(3), row.number(4)),
                opened.sessionId());
    }

    private @Nullable Settled settled(UUID sessionId) {
        return sql.first(
                        "select z.settled_at, coalesce(o.name, z.operator_id), z.told_transaction_count, z.z_number"
                                + " from till_settlement z left join operator o on o.operator_id = z.operator_id"
                                + " where z.till_session_id = ?",
                        row -> new Settled(row.instant(1), row.text(2), row.number(3), row.numberOrNull(4)),
                        sessionId)
                .orElse(null);
    }

    private List<Counted> counts(UUID sessionId) {
        return sql.query(
                "select tender, expected_minor, told_expected_minor, counted_minor, over_short_minor from till_count"
                        + " where till_session_id = ? order by tender",
                row -> new Counted(row.text(1), row.number(2), row.number(3), row.number(4), row.number(5)),
                sessionId);
    }

    private List<@Nullable Long> receipts(TransactionFilter filter) {
        return sql.first(
                        "select min(t.sequence), max(t.sequence) from " + filter.from() + " where " + filter.where(),
                        row -> {
                            List<@Nullable Long> found = new ArrayList<>();
                            found.add(row.numberOrNull(1));
                            found.add(row.numberOrNull(2));
                            return found;
                        },
                        filter.values())
                .orElseThrow();
    }

    /** Expected is the float and the tender lines of the sales; the till's own entries are what it is held against. */
    private List<TillReport.Tender> tenders(Opened opened, TransactionFilter filter, List<Counted> counts) {
        Map<String, Long> taken = new TreeMap<>();
        taken.put("CASH", 0L);
        for (SalesOfDay.Tender tender : sales.tenders(filter)) {
            taken.put(tender.tender(), Math.addExact(tender.takenMinor(), tender.givenBackMinor()));
        }
        Map<String, Long> moved = new TreeMap<>();
        for (TillReport.Movement movement : movements(opened)) {
            moved.merge(movement.tender(), movement.amountMinor(), Math::addExact);
            taken.putIfAbsent(movement.tender(), 0L);
        }
        Map<String, Counted> counted = new TreeMap<>();
        for (Counted count : counts) {
            counted.put(count.tender(), count);
            taken.putIfAbsent(count.tender(), 0L);
        }
        List<TillReport.Tender> tenders = new ArrayList<>();
        taken.forEach((tender, takenMinor) -> {
            long floatMinor = tender.equals("CASH") ? opened.floatMinor() : 0;
            long movedMinor = moved.getOrDefault(tender, 0L);
            Counted count = counted.get(tender);
            tenders.add(new TillReport.Tender(
                    tender,
                    floatMinor,
                    takenMinor,
                    movedMinor,
                    Math.addExact(floatMinor, Math.addExact(takenMinor, movedMinor)),
                    count == null ? null : count.countedMinor(),
                    count == null ? null : count.overShortMinor()));
        });
        return tenders;
    }

    private List<ControlTotal> controls(
            Opened opened,
            TransactionFilter filter,
            List<TillReport.Tender> tenders,
            @Nullable Settled settled,
            List<Counted> counts) {
        long total = sales.sum("t.total_minor", "", filter);
        long taxes = sales.sum("x.gross_minor", " join tax_line x on x.transaction_id = t.transaction_id", filter);
        long taken = tenders.stream().mapToLong(TillReport.Tender::takenMinor).sum();
        long expected =
                tenders.stream().mapToLong(TillReport.Tender::expectedMinor).sum();
        long cash = tenders.stream()
                .filter(tender -> tender.tender().equals("CASH"))
                .mapToLong(TillReport.Tender::expectedMinor)
                .sum();
        List<ControlTotal> controls = new ArrayList<>();
        controls.add(ControlTotal.amount(Check.TAXES_TO_TRANSACTIONS, taxes, total));
        controls.add(ControlTotal.amount(
                Check.TENDERS_TO_TRANSACTIONS,
                taken,
                Math.addExact(total, Math.addExact(sales.cashRounding(filter), sales.moneyIn(filter)))));
        controls.add(ControlTotal.amount(
                Check.SALES_TO_TILL,
                expected,
                number("select coalesce(sum(amount_minor), 0) from till_entry where till_session_id = ?", opened)));
        controls.add(ControlTotal.amount(Check.CASH_TO_LEDGER, cash, cashBooked(opened, filter)));
        if (settled != null) {
            controls.add(ControlTotal.amount(
                    Check.EXPECTED_TO_SETTLEMENT,
                    expected,
                    Math.addExact(
                            counts.stream().mapToLong(Counted::expectedMinor).sum(),
                            late(opened).stream()
                                    .mapToLong(TillReport.Movement::amountMinor)
                                    .sum())));
            controls.add(ControlTotal.amount(
                    Check.EXPECTED_TO_REGISTER,
                    counts.stream().mapToLong(Counted::expectedMinor).sum(),
                    counts.stream().mapToLong(Counted::toldMinor).sum()));
            controls.add(ControlTotal.count(
                    Check.COUNT_TO_REGISTER, sales.sum("1", "", filter), settled.toldTransactions()));
            controls.add(ControlTotal.amount(
                    Check.OVER_SHORT_TO_LEDGER,
                    counts.stream().mapToLong(Counted::overShortMinor).sum(),
                    Math.negateExact(number(
                            "select coalesce(sum(amount_minor), 0) from posting where source_id = ?"
                                    + " and event = 'TILL_SETTLED' and account_id = 'OVER_SHORT'",
                            opened))));
        }
        return controls;
    }

    private long cashBooked(Opened opened, TransactionFilter filter) {
        long opening = number(
                "select coalesce(sum(amount_minor), 0) from posting where source_id = ? and event = 'TILL_OPENED'"
                        + " and account_id = 'CASH'",
                opened);
        long moved = number(
                "select coalesce(sum(b.amount_minor), 0) from till_movement m join posting b"
                        + " on b.source_id = m.movement_id and b.event = m.kind and b.account_id = 'CASH'"
                        + " where m.till_session_id = ?",
                opened);
        return Math.addExact(
                Math.addExact(opening, moved),
                sales.sum(
                        "b.amount_minor",
                        " join posting b on b.source_id = t.transaction_id and b.event = 'SALE'"
                                + " and b.account_id = 'CASH'",
                        filter));
    }

    private long number(String query, Opened opened) {
        return sql.first(query, row -> row.number(1), opened.sessionId()).orElseThrow();
    }
}
