package org.tillwright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SalesFigures;
import org.tillwright.report.content.SalesOfDay;

/** Lays out the sales of a day. */
final class SalesLayout {

    private final Words words;
    private final SheetLayout house;

    SalesLayout(Words words, SheetLayout house) {
        this.words = words;
        this.house = house;
    }

    Sheet sheet(SalesOfDay sales) {
        ReportHead head = sales.head();
        List<Sheet.Block> blocks = new ArrayList<>(house.facts());
        blocks.add(house.controls(sales.controls()));
        blocks.add(house.goods(sales.goods()));
        if (sales.overrides().lines() > 0) {
            blocks.add(new Sheet.Note(words.with(
                    "note.overrides",
                    sales.overrides().lines(),
                    words.text(house.amount(sales.overrides().givenAwayMinor())) + " " + head.currency())));
        }
        blocks.add(hours(sales.hours()));
        if (!sales.hours().isEmpty()) {
            blocks.add(new Sheet.Picture(new HourChart(sales.hours(), house.currency(), words)));
        }
        blocks.add(departments(sales.departments()));
        blocks.add(new Sheet.Note(words.of("note.departments")));
        blocks.add(house.taxes(sales.taxes()));
        if (!sales.singleTaxes().isEmpty()) {
            blocks.add(house.singleTaxes(sales.singleTaxes()));
        }
        blocks.add(tenders(sales.tenders()));
        if (sales.cashRoundingMinor() != 0) {
            blocks.add(new Sheet.Note(words.with(
                    "note.cash-rounding",
                    words.text(house.amount(sales.cashRoundingMinor())) + " " + head.currency())));
        }
        return new Sheet(
                words.of("sales-of-day.title"),
                head.storeName() + ", " + words.days(head.from(), head.to()),
                house.alert(sales.controls()),
                sales.hours().isEmpty() ? words.of("notice.no-sales") : null,
                blocks);
    }

    private Sheet.Block hours(List<SalesOfDay.Hour> hours) {
        Table.Builder table =
                new Table.Builder(words.of("by-hour"), house.columns("column.hour", "column.transactions"));
        SalesFigures sum = SalesFigures.NONE;
        for (SalesOfDay.Hour hour : hours) {
            table.row(house.figures(span(hour.hour()), hour.figures()));
            sum = sum.plus(hour.figures());
        }
        return new Sheet.Figures(table.total(house.figures(words.of("sum"), sum)));
    }

    private static String span(int hour) {
        return String.format(Locale.ROOT, "%02d:00 \u2013 %02d:00", hour, (hour + 1) % 24);
    }

    private Sheet.Block departments(List<SalesOfDay.Department> departments) {
        Table.Builder table =
                new Table.Builder(words.of("by-department"), house.columns("column.department", "column.lines"));
        SalesFigures sum = SalesFigures.NONE;
        for (SalesOfDay.Department department : departments) {
            String name = department.name();
            table.row(house.figures(name == null ? words.of("no-department") : name, department.figures()));
            sum = sum.plus(department.figures());
        }
        return new Sheet.Figures(table.total(house.figures(words.of("sum"), sum)));
    }

    private Sheet.Block tenders(List<SalesOfDay.Tender> tenders) {
        String code = house.currency().code();
        Table.Builder table = new Table.Builder(
                words.of("by-tender"),
                List.of(
                        words.of("column.tender"),
                        words.of("column.payments"),
                        words.with("column.taken", code),
                        words.with("column.given-back", code),
                        words.with("column.kept", code)));
        long count = 0;
        long taken = 0;
        long givenBack = 0;
        for (SalesOfDay.Tender tender : tenders) {
            table.row(row(house.tender(tender.tender()), tender.count(), tender.takenMinor(), tender.givenBackMinor()));
            count = Math.addExact(count, tender.count());
            taken = Math.addExact(taken, tender.takenMinor());
            givenBack = Math.addExact(givenBack, tender.givenBackMinor());
        }
        return new Sheet.Figures(table.total(row(words.of("sum"), count, taken, givenBack)));
    }

    private Cell[] row(String label, long count, long takenMinor, long givenBackMinor) {
        return new Cell[] {
            SheetLayout.text(label),
            SheetLayout.count(count),
            house.amount(takenMinor),
            house.amount(givenBackMinor),
            house.amount(Math.addExact(takenMinor, givenBackMinor))
        };
    }
}
