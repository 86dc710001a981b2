package org.tillwright.server.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** The console's passwords, as verifiers, and the wrong ones in a row. */
@Dependent
class Passwords {

    /** Wrong passwords in a row, and until when that locks the operator out of the console. */
    record Wrong(long count, @Nullable Instant lockedUntil) {

        static final Wrong NONE = new Wrong(0, null);

        boolean isLockedAt(Instant now) {
            return lockedUntil != null && now.isBefore(lockedUntil);
        }
    }

    @Inject
    Sql sql;

    Optional<String> verifier(String operatorId) {
        return sql.first(
                "select verifier from operator_password where operator_id = ?", row -> row.text(1), operatorId);
    }

    boolean anyManagerHasOne() {
        return sql.first(
                        "select 1 from operator_password p join operator o on o.operator_id = p.operator_id"
                                + " where o.active = true and o.role = ? limit 1",
                        row -> true,
                        Role.MANAGER)
                .isPresent();
    }

    void set(String operatorId, String verifier, Instant now) {
        sql.update(
                "insert into operator_password (operator_id, verifier, set_at) values (?, ?, ?)"
                        + " on duplicate key update verifier = ?, set_at = ?",
                operatorId,
                verifier,
                now,
                verifier,
                now);
        sql.update("delete from console_lock where operator_id = ?", operatorId);
    }

    /** Reads an operator's wrong passwords and makes other attempts at this operator wait: nobody guesses in parallel. */
    Wrong lock(String operatorId) {
        // Not "insert ignore": that takes a shared lock first, and two who hold it wait for each other.
        sql.update(
                "insert into console_lock (operator_id, wrong_passwords) values (?, 0)"
                        + " on duplicate key update wrong_passwords = wrong_passwords",
                operatorId);
        return sql.first(
                        "select wrong_passwords, locked_until from console_lock where operator_id = ? for update",
                        row -> new Wrong(row.number(1), row.instantOrNull(2)),
                        operatorId)
                .orElseThrow();
    }

    void setWrong(String operatorId, Wrong wrong) {
        sql.update(
                "update console_lock set wrong_passwords = ?, locked_until = ? where operator_id = ?",
                wrong.count(),
                wrong.lockedUntil(),
                operatorId);
    }
}
