package org.tillwright.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.content.TillReport;

/** Lays out one till session: X while the till is open, Z when it was counted. */
final class TillLayout {

    private final Words words;
    private final SheetLayout house;

    TillLayout(Words words, SheetLayout house) {
        this.words = words;
        this.house = house;
    }

    /** Returns the paper that says that there was no till. */
    Sheet empty(TillReport report) {
        return new Sheet(
                words.of("till-report.title"),
                report.head().storeName() + ", "
                        + words.days(report.head().from(), report.head().to()),
                null,
                words.of("notice.no-tills"),
                house.facts());
    }

    Sheet sheet(TillReport report, TillReport.Session session) {
        List<Sheet.Block> blocks = new ArrayList<>(facts(report, session));
        blocks.add(house.controls(session.controls()));
        blocks.add(tenders(session));
        if (!session.movements().isEmpty()) {
            blocks.add(movements("till-movements", withFloat(session)));
        }
        if (!session.late().isEmpty()) {
            blocks.add(movements("till-supplement", session.late()));
        }
        blocks.add(house.goods(session.goods()));
        blocks.add(house.taxes(session.taxes()));
        return new Sheet(
                words.of(session.isSettled() ? "till-report.title-z" : "till-report.title-x"),
                report.head().storeName() + ", " + session.tillName() + ", " + words.date(session.businessDay()),
                alert(report, session),
                session.isSettled() ? null : words.of("notice.not-final"),
                blocks);
    }

    /** The first paper answers for all: nobody files a bundle whose second page is wrong unseen. */
    private @Nullable String alert(TillReport report, TillReport.Session session) {
        String own = house.alert(session.controls());
        boolean isFirst = report.sessions().get(0).equals(session);
        return own == null && isFirst && !report.agrees() ? words.of("alert.another-differs") : own;
    }

    private List<Sheet.Block> facts(TillReport report, TillReport.Session session) {
        List<Sheet.Block> facts = new ArrayList<>();
        fact(facts, "fact.till", session.tillName());
        fact(facts, "fact.session", session.sessionId());
        fact(facts, "fact.opened", session.openedBy() + moment(session.openedAt()));
        if (session.isSettled()) {
            fact(facts, "fact.settled", session.settledBy() + moment(session.settledAt()));
        } else {
            fact(
                    facts,
                    "fact.settled",
                    words.with("fact.still-open", words.moment(report.head().madeAt())));
        }
        fact(facts, "fact.transactions", words.count(session.transactions()));
        Long first = session.firstSequence();
        Long last = session.lastSequence();
        fact(
                facts,
                "fact.receipts",
                first == null || last == null
                        ? words.of("fact.no-receipts")
                        : words.count(first) + " \u2013 " + words.count(last));
        Long zNumber = session.zNumber();
        if (zNumber != null) {
            fact(facts, "fact.z-number", words.count(zNumber));
        }
        fact(facts, "fact.currency", report.head().currency());
        return facts;
    }

    private void fact(List<Sheet.Block> facts, String key, String text) {
        facts.add(new Sheet.Fact(words.of(key), SheetLayout.text(text)));
    }

    private String moment(@Nullable Instant instant) {
        return instant == null ? "" : ", " + words.moment(instant);
    }

    private Sheet.Block tenders(TillReport.Session session) {
        String code = house.currency().code();
        Table.Builder table = new Table.Builder(
                words.of("by-tender"),
                List.of(
                        words.of("column.tender"),
                        words.with("column.float", code),
                        words.with("column.till-taken", code),
                        words.with("column.expected", code),
                        words.with("column.counted", code),
                        words.with("column.over-short", code)));
        long expected = 0;
        long counted = 0;
        long overShort = 0;
        long taken = 0;
        long floats = 0;
        for (TillReport.Tender tender : session.tenders()) {
            Long count = tender.countedMinor();
            Long over = tender.overShortMinor();
            table.row(
                    SheetLayout.text(house.tender(tender.tender())),
                    house.amount(Math.addExact(tender.floatMinor(), tender.movedMinor())),
                    house.amount(tender.takenMinor()),
                    house.amount(tender.expectedMinor()),
                    count == null ? Cell.BLANK : house.amount(count),
                    over == null ? Cell.BLANK : house.amount(over));
            floats = Math.addExact(floats, Math.addExact(tender.floatMinor(), tender.movedMinor()));
            taken = Math.addExact(taken, tender.takenMinor());
            expected = Math.addExact(expected, tender.expectedMinor());
            counted = Math.addExact(counted, count == null ? 0 : count);
            overShort = Math.addExact(overShort, over == null ? 0 : over);
        }
        return new Sheet.Figures(table.total(
                SheetLayout.text(words.of("sum")),
                house.amount(floats),
                house.amount(taken),
                house.amount(expected),
                session.isSettled() ? house.amount(counted) : Cell.BLANK,
                session.isSettled() ? house.amount(overShort) : Cell.BLANK));
    }

    /** The column beside the sales is the float and what was moved: this is what it is made of. */
    private static List<TillReport.Movement> withFloat(TillReport.Session session) {
        List<TillReport.Movement> all = new ArrayList<>();
        for (TillReport.Tender tender : session.tenders()) {
            if (tender.floatMinor() != 0) {
                all.add(new TillReport.Movement("FLOAT", tender.tender(), 1, tender.floatMinor()));
            }
        }
        all.addAll(session.movements());
        return all;
    }

    /** By kind; each kind has its own sign, so a sum says what the till has less or more. */
    private Sheet.Block movements(String title, List<TillReport.Movement> movements) {
        Table.Builder table = new Table.Builder(
                words.of(title),
                List.of(
                        words.of("column.movement"),
                        words.of("column.tender"),
                        words.of("column.times"),
                        words.with("column.amount", house.currency().code())));
        long times = 0;
        long sum = 0;
        for (TillReport.Movement movement : movements) {
            table.row(
                    SheetLayout.text(words.of("movement." + movement.kind())),
                    SheetLayout.text(house.tender(movement.tender())),
                    SheetLayout.text(words.count(movement.count())),
                    house.amount(movement.amountMinor()));
            times = Math.addExact(times, movement.count());
            sum = Math.addExact(sum, movement.amountMinor());
        }
        return new Sheet.Figures(table.total(
                SheetLayout.text(words.of("sum")),
                Cell.BLANK,
                SheetLayout.text(words.count(times)),
                house.amount(sum)));
    }
}
