package org.tillwright.register.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillFigure;

/** Works out what one record adds to the figures. */
public final class Tally {

    /** Events that a till's report counts. What is not here counts for nothing. */
    private static final Map<String, TillFigure> EVENTS = Map.ofEntries(
            Map.entry("SIGNED_ON", TillFigure.SIGN_ONS),
            Map.entry("LINE_VOIDED", TillFigure.VOIDED_LINES),
            Map.entry("RECEIPT_REPRINTED", TillFigure.COPIES),
            Map.entry("PRICE_CHECKED", TillFigure.PRICE_CHECKS),
            Map.entry("DRAWER_OPENED", TillFigure.DRAWER_OPENED),
            Map.entry("SALE_SUSPENDED", TillFigure.SUSPENDED),
            Map.entry("SALE_RESUMED", TillFigure.RESUMED));

    /** The event that an X report was printed. */
    public static final String X_REPORT = "X_REPORT";

    private final Map<Where, long[]> added = new LinkedHashMap<>();
    private final String till;

    private record Where(String till, TillFigure figure, String subject) {}

    private Tally(String till) {
        this.till = till;
    }

    /**
     * What a record adds.
     *
     * @param sequence of the record
     * @param before the sums that it is added to: they tell which till an event belongs to
     */
    public static List<Addition> of(RecordKind kind, long sequence, Record message, TillSums before) {
        if (message instanceof SaleMessage sale) {
            Tally tally = new Tally(sale.tillSessionId().toString());
            if (kind == RecordKind.TRAINING_SALE) {
                tally.add(TillFigure.TRAINING, "", 1, sale.totalMinor());
            } else {
                new SaleTally(tally, sale).add();
            }
            return tally.additions();
        } else if (message instanceof SaleVoidedMessage voided) {
            return one(voided.tillSessionId().toString(), TillFigure.VOIDED_SALES, voided.totalMinor());
        } else if (message instanceof TillOpenedMessage opened) {
            return opened(sequence, opened);
        } else if (message instanceof TillSettledMessage settled) {
            return settled(settled, before);
        } else if (message instanceof CashMovedMessage moved) {
            return moved(moved);
        } else if (message instanceof EventMessage event) {
            return event(event, before);
        } else if (message instanceof ApprovalMessage approval) {
            return one(before.tillOf(approval.operatorId()), TillFigure.APPROVALS, 0);
        }
        return List.of();
    }

    private static List<Addition> one(String till, TillFigure figure, long minor) {
        return List.of(new Addition(till, figure, "", 1, minor));
    }

    private static List<Addition> opened(long sequence, TillOpenedMessage opened) {
        Tally tally = new Tally(opened.tillSessionId().toString());
        tally.add(TillFigure.OPENED, opened.operatorId(), 1, sequence);
        tally.add(TillFigure.FLOAT, "", 1, opened.floatMinor());
        tally.add(TillFigure.DRAWER_OPENED, "", 1, 0);
        return tally.additions();
    }

    /** The number goes on from what was told, so that a register with a new disk does not begin anew. */
    private static List<Addition> settled(TillSettledMessage settled, TillSums before) {
        Tally tally = new Tally(settled.tillSessionId().toString());
        Long number = settled.zNumber();
        long last = before.of(TillSums.WORKSTATION, TillFigure.Z_REPORTS, "").count();
        tally.addTo(TillSums.WORKSTATION, TillFigure.Z_REPORTS, "", number == null ? 1 : number - last, 0);
        tally.add(TillFigure.SETTLED, "", 1, 0);
        return tally.additions();
    }

    private static List<Addition> moved(CashMovedMessage moved) {
        Tally tally = new Tally(moved.tillSessionId().toString());
        CashMovedMessage.Kind kind = CashMovedMessage.Kind.find(moved.kind());
        if (kind == null) {
            return List.of();
        }
        Long worth = moved.worthMinor();
        String reason = moved.reason() == null ? "" : moved.reason();
        tally.add(TillFigure.DRAWER_OPENED, "", 1, 0);
        if (worth == null) {
            tally.add(TillFigure.valueOf(kind.name()), reason, 1, kind.signed(moved.amountMinor()));
        } else {
            tally.add(TillFigure.FOREIGN_MOVED, moved.currency(), 1, kind.signed(moved.amountMinor()));
            tally.add(TillFigure.FOREIGN_WORTH, moved.currency(), 0, kind.signed(worth));
        }
        return tally.additions();
    }

    private static List<Addition> event(EventMessage event, TillSums before) {
        if (event.event().equals(X_REPORT)) {
            return one(TillSums.WORKSTATION, TillFigure.X_REPORTS, 0);
        }
        TillFigure figure = EVENTS.get(event.event());
        String operator = event.operatorId();
        return figure == null ? List.of() : one(before.tillOf(operator == null ? "" : operator), figure, 0);
    }

    void add(TillFigure figure, @Nullable String subject, long count, long minor) {
        addTo(till, figure, subject == null ? "" : subject, count, minor);
    }

    void addTo(String where, TillFigure figure, String subject, long count, long minor) {
        long[] sum = added.computeIfAbsent(new Where(where, figure, subject), key -> new long[2]);
        sum[0] = Math.addExact(sum[0], count);
        sum[1] = Math.addExact(sum[1], minor);
    }

    private List<Addition> additions() {
        List<Addition> additions = new ArrayList<>(added.size());
        added.forEach((where, sum) -> {
            if (sum[0] != 0 || sum[1] != 0) {
                additions.add(new Addition(where.till(), where.figure(), where.subject(), sum[0], sum[1]));
            }
        });
        return additions;
    }
}
