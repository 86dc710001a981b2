package org.tillwright.server.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.order.OpenDeposits;

/** The ledger of deposits. Insert and select only. */
@Dependent
class Deposits {

    @Inject
    Sql sql;

    /** What is owed in one currency. */
    record Balance(String currency, long minor) {}

    void add(List<DepositEntry> entries, Instant now) {
        sql.batch(
                "insert into deposit_entry (source_id, number, reference, kind, currency, amount_minor, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> Sql.row(
                                entry.sourceId(),
                                entry.number(),
                                entry.reference(),
                                entry.kind(),
                                entry.currency(),
                                entry.amountMinor(),
                                now))
                        .toList());
    }

    /** Returns what is left of the deposits on an order, in each currency that there is something left in. */
    List<Balance> balances(UUID orderId) {
        return sql.query(
                "select currency, sum(amount_minor) from deposit_entry where reference = ? group by currency"
                        + " having sum(amount_minor) <> 0 order by currency",
                row -> new Balance(row.text(1), row.number(2)),
                orderId.toString());
    }

    /** Returns what was kept when an order was cancelled by this, as positive amounts. */
    List<Balance> keptBy(UUID sourceId) {
        return sql.query(
                "select currency, -sum(amount_minor) from deposit_entry where source_id = ? and kind = 'KEPT'"
                        + " group by currency order by currency",
                row -> new Balance(row.text(1), row.number(2)),
                sourceId);
    }

    /** Returns every order of which something is left, or of which more was given back than paid. */
    List<OpenDeposits.Deposit> open(int most) {
        return sql.query(
                "select reference, currency, sum(amount_minor) from deposit_entry group by reference, currency"
                        + " having sum(amount_minor) <> 0 order by reference, currency limit ?",
                row -> new OpenDeposits.Deposit(row.text(1), row.text(2), row.number(3)),
                most);
    }
}
