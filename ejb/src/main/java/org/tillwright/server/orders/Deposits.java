package org.tillwright.server.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.order.OpenDeposits;
import org.tillwright.wire.value.ValueKind;

/** What is owed for deposits, read from the one ledger of money that is kept under numbers; sales and cancellations book there. */
@Dependent
class Deposits {

    /** First line of what is kept of the deposits when an order is cancelled; beyond the lines of any sale. */
    static final int LINE_OF_KEPT = 1_001;

    @Inject
    Sql sql;

    /** What is owed in one currency. */
    record Balance(String currency, long minor) {}

    /** Returns what is left of the deposits on an order, in each currency that there is something left in. */
    List<Balance> balances(UUID orderId) {
        return sql.query(
                "select currency, balance_minor from value_account where kind = ? and number = ? and balance_minor <> 0"
                        + " order by currency",
                row -> new Balance(row.text(1), row.number(2)),
                ValueKind.DEPOSIT,
                orderId.toString());
    }

    /** Returns what was kept when an order was cancelled by this, as positive amounts. */
    List<Balance> keptBy(UUID sourceId) {
        return sql.query(
                "select currency, -change_minor from value_entry where source_id = ? and kind = ? and line >= ?"
                        + " order by line",
                row -> new Balance(row.text(1), row.number(2)),
                sourceId,
                ValueKind.DEPOSIT,
                LINE_OF_KEPT);
    }

    /** Returns the orders of a store of which something is left, those first that were to be fetched first. */
    List<OpenDeposit> openIn(String storeId, int most) {
        return sql.query(
                "select o.order_number, o.state, o.customer_name, o.phone, o.valid_until, a.currency, a.balance_minor"
                        + " from customer_order o join value_account a on a.kind = ?"
                        + " and a.number = cast(o.order_id as char(36)) and a.balance_minor <> 0"
                        + " where o.store_id = ? order by o.valid_until, o.order_number, a.currency limit ?",
                row -> new OpenDeposit(
                        row.number(1),
                        row.text(2),
                        row.textOrNull(3),
                        row.textOrNull(4),
                        row.date(5),
                        row.text(6),
                        row.number(7)),
                ValueKind.DEPOSIT,
                storeId,
                most);
    }

    /** Returns every order of which something is left, or of which more was given back than paid. */
    List<OpenDeposits.Deposit> open(int most) {
        return sql.query(
                "select number, currency, balance_minor from value_account where kind = ? and balance_minor <> 0"
                        + " order by number, currency limit ?",
                row -> new OpenDeposits.Deposit(row.text(1), row.text(2), row.number(3)),
                ValueKind.DEPOSIT,
                most);
    }
}
