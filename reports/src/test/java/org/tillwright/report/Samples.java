package org.tillwright.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Unit;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ControlTotal.Check;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SalesFigures;
import org.tillwright.report.content.SalesOfDay;
import org.tillwright.report.content.SalesOfDay.Goods;
import org.tillwright.report.content.StockOnHand;
import org.tillwright.report.content.TaxFigures;
import org.tillwright.report.content.TillReport;

/**
 * A day that was worked out by hand. Four sales: 09:10 two milk 2.58, 09:40 one bread 3.21 and one milk 1.29, 10:05 a milk
 * brought back −1.29, 17:30 a carpet 119.00 by card. Food has 7 % in the price, the rest 19 %.
 */
final class Samples {

    static final Instant MADE_AT = Instant.parse("2026-03-02T19:30:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private Samples() {}

    static ReportHead head(String country) {
        return new ReportHead(
                "Wren & Rye Food Shop",
                List.of("Holunderzeile 7", "00815 Kirschhafen"),
                "DE000000000",
                country,
                "EUR",
                DAY,
                DAY,
                null,
                MADE_AT,
                "Manager");
    }

    static SalesOfDay sales(String country, String departmentName) {
        return new SalesOfDay(
                head(country),
                new Goods(new SalesFigures(4, 10_662 + 0, 1_946), new SalesFigures(1, -121, -8)),
                new SalesOfDay.Overrides(1, 80),
                List.of(
                        new SalesOfDay.Hour(9, new SalesFigures(2, 662, 46)),
                        new SalesOfDay.Hour(10, new SalesFigures(1, -121, -8)),
                        new SalesOfDay.Hour(17, new SalesFigures(1, 10_000, 1_900))),
                List.of(
                        new SalesOfDay.Department(departmentName, new SalesFigures(3, 241, 17)),
                        new SalesOfDay.Department("Хліб і випічка, ґанок, їжа, є", new SalesFigures(1, 300, 21)),
                        new SalesOfDay.Department(null, new SalesFigures(1, 10_000, 1_900))),
                List.of(
                        new TaxFigures("R", 70_000, new SalesFigures(3, 541, 38)),
                        new TaxFigures("S", 190_000, new SalesFigures(1, 10_000, 1_900))),
                List.of(new SalesOfDay.Tender("CARD", 1, 11_900, 0), new SalesOfDay.Tender("CASH", 3, 1_000, -421)),
                controls(12_479));
    }

    /** Agreeing when the ledger has 12,479 too. */
    static List<ControlTotal> controls(long thereMinor) {
        return List.of(
                ControlTotal.amount(Check.LINES_TO_TRANSACTIONS, 12_479, 12_479),
                ControlTotal.amount(Check.TAXES_TO_TRANSACTIONS, 12_479, 12_479),
                ControlTotal.amount(Check.TENDERS_TO_TRANSACTIONS, 12_479, thereMinor));
    }

    static TillReport tills(String country, boolean settled) {
        return new TillReport(
                head(country),
                List.of(new TillReport.Session(
                        "00000000-0000-4000-8000-000000000001",
                        "Till 1",
                        "Ben",
                        DAY,
                        Instant.parse("2026-03-02T07:00:00Z"),
                        settled ? Instant.parse("2026-03-02T18:00:00Z") : null,
                        settled ? "Anna" : null,
                        4,
                        2L,
                        5L,
                        new Goods(new SalesFigures(4, 10_662, 1_946), new SalesFigures(1, -121, -8)),
                        List.of(
                                new TillReport.Tender(
                                        "CARD", 0, 11_900, 0, 11_900, settled ? 11_900L : null, settled ? 0L : null),
                                new TillReport.Tender(
                                        "CASH",
                                        10_000,
                                        579,
                                        -5_000,
                                        5_579,
                                        settled ? 5_559L : null,
                                        settled ? -20L : null)),
                        List.of(
                                new TaxFigures("R", 70_000, new SalesFigures(3, 541, 38)),
                                new TaxFigures("S", 190_000, new SalesFigures(1, 10_000, 1_900))),
                        controls(12_479),
                        settled ? 17L : null,
                        List.of(
                                new TillReport.Movement("NO_SALE", "CASH", 2, 0),
                                new TillReport.Movement("PICKUP", "CASH", 1, -5_000)),
                        settled ? List.of(new TillReport.Movement("LATE", "CASH", 1, 129)) : List.of())));
    }

    static StockOnHand stock(String country, int items) {
        List<StockOnHand.Item> rows = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            rows.add(new StockOnHand.Item(
                    "item-" + i,
                    (i % 7 == 0
                                    ? "Rødgrød med fløde, økologisk æblegrød i glas, særlig stor pakning nr. "
                                    : "Øllebrød ")
                            + i,
                    i < items / 2 ? "Mejeri & æg" : "Kolonial",
                    i % 3 == 0 ? Unit.KILOGRAM : Unit.PIECE,
                    i == 4 ? -3_000 : 1_000L * i + (i % 3 == 0 ? 345 : 0),
                    i == 5 ? null : 1_234_500L,
                    i == 5 ? null : i == 4 ? -370L : 123L * i,
                    Instant.parse("2026-03-02T09:00:00Z")));
        }
        return new StockOnHand(
                head(country), rows, items, List.of(ControlTotal.count(Check.BALANCED_ITEMS, items, items)));
    }
}
