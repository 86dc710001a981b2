package org.tillwright.server.value;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.value.ValueKind;

/** The accounts and their ledger. Entries are inserted only; the sums in an account's row follow them. */
@Dependent
class ValueAccounts {

    private static final String OF_ACCOUNT = " where kind = ? and number = ? and currency = ?";

    @Inject
    Sql sql;

    Optional<ValueState> find(ValueKey key) {
        return state(key, "");
    }

    /** Returns the account's state, and lets nobody else change it before this transaction ends. */
    Optional<ValueState> lock(ValueKey key) {
        return state(key, " for update");
    }

    private Optional<ValueState> state(ValueKey key, String suffix) {
        return sql.first(
                "select blocked, balance_minor, held_minor from value_account" + OF_ACCOUNT + suffix,
                row -> new ValueState(row.truth(1), row.number(2), row.number(3)),
                key.kind(),
                key.number(),
                key.currency());
    }

    /** Opens an account, and holds it locked. Another who opens it at the same moment makes this a lost race. */
    ValueState open(ValueKey key, Instant now) {
        sql.update(
                "insert into value_account (kind, number, currency, blocked, balance_minor, held_minor, opened_at)"
                        + " values (?, ?, ?, false, 0, 0, ?)",
                key.kind(),
                key.number(),
                key.currency(),
                now);
        return new ValueState(false, 0, 0);
    }

    void addEntry(ValueMovement movement, Instant now) {
        sql.update(
                "insert into value_entry (source_id, event, line, kind, number, currency, change_minor,"
                        + " authorization_id, store_id, workstation_id, happened_at, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                movement.sourceId(),
                movement.event(),
                movement.line(),
                movement.kind(),
                movement.number(),
                movement.currency(),
                movement.changeMinor(),
                movement.authorizationId(),
                movement.storeId(),
                movement.workstationId(),
                movement.happenedAt(),
                now);
        sql.update(
                "update value_account set balance_minor = balance_minor + ?" + OF_ACCOUNT,
                movement.changeMinor(),
                movement.kind(),
                movement.number(),
                movement.currency());
    }

    void addHeld(ValueKey key, long minor) {
        sql.update(
                "update value_account set held_minor = held_minor + ?" + OF_ACCOUNT,
                minor,
                key.kind(),
                key.number(),
                key.currency());
    }

    void block(ValueKey key, boolean blocked) {
        sql.update(
                "update value_account set blocked = ?" + OF_ACCOUNT, blocked, key.kind(), key.number(), key.currency());
    }

    /** Returns accounts of one number, or those in the red, or the newest. */
    List<ValueSummary> list(@Nullable String number, boolean overdrawnOnly, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where true");
        if (number != null) {
            where.append(" and number = ?");
            values.add(number);
        }
        if (overdrawnOnly) {
            where.append(" and balance_minor < 0 and kind <> '" + ValueKind.ON_ACCOUNT + "'");
        }
        values.add(limit);
        return sql.query(
                "select kind, number, currency, blocked, balance_minor, held_minor, opened_at from value_account"
                        + where + " order by opened_at desc, kind, number limit ?",
                row -> new ValueSummary(
                        ValueKind.valueOf(row.text(1)),
                        row.text(2),
                        row.text(3),
                        row.truth(4),
                        row.number(5),
                        row.number(6),
                        row.instant(7)),
                values.toArray());
    }

    /** Returns the newest entries of an account, newest first. */
    List<ValueLine> entries(ValueKey key, int limit) {
        return sql.query(
                "select source_id, event, change_minor, store_id, workstation_id, happened_at from value_entry"
                        + OF_ACCOUNT + " order by entered_at desc, event, line desc limit ?",
                row -> new ValueLine(
                        row.uuid(1),
                        ValueMovement.Event.valueOf(row.text(2)),
                        row.number(3),
                        row.text(4),
                        row.text(5),
                        row.instant(6)),
                key.kind(),
                key.number(),
                key.currency(),
                limit);
    }

    /** Returns the accounts whose row says otherwise than their entries and holds sum to. */
    List<ValueKey> outOfBalance(int limit) {
        return sql.query(
                "select a.kind, a.number, a.currency from value_account a where a.balance_minor <> (select coalesce(sum(e.change_minor), 0)"
                        + " from value_entry e where e.kind = a.kind and e.number = a.number"
                        + " and e.currency = a.currency)"
                        + " or a.held_minor <> (select coalesce(sum(h.amount_minor), 0) from value_hold h"
                        + " left join value_hold_end x on x.authorization_id = h.authorization_id"
                        + " where h.kind = a.kind and h.number = a.number and h.currency = a.currency"
                        + " and x.authorization_id is null) order by a.kind, a.number, a.currency limit ?",
                row -> new ValueKey(ValueKind.valueOf(row.text(1)), row.text(2), row.text(3)),
                limit);
    }
}
