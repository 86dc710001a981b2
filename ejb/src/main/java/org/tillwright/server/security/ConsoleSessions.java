package org.tillwright.server.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.tillwright.server.platform.Sql;

/** Who is signed in at the console. Only hashes of tokens are here. */
@Dependent
class ConsoleSessions {

    /**
     * A session, and the person as the person is now.
     *
     * @param roleAtSignIn what the person was when the session began
     */
    record Found(ConsolePerson person, Role roleAtSignIn, boolean active, Instant lastUsedAt, Instant expiresAt) {}

    @Inject
    Sql sql;

    void begin(String tokenHash, Operator operator, Instant now, Instant expiresAt) {
        sql.update("delete from console_session where expires_at < ?", now);
        sql.update(
                "insert into console_session (token_hash, operator_id, role, begun_at, last_used_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                tokenHash,
                operator.operatorId(),
                operator.role(),
                now,
                now,
                expiresAt);
    }

    Optional<Found> find(String tokenHash) {
        return sql.first(
                "select o.operator_id, o.number, o.name, o.role, coalesce(p.language, o.language), p.theme, p.store_id,"
                        + " s.role, o.active, s.last_used_at, s.expires_at"
                        + " from console_session s join operator o on o.operator_id = s.operator_id"
                        + " left join console_preference p on p.operator_id = s.operator_id where s.token_hash = ?",
                row -> new Found(
                        new ConsolePerson(
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                Role.valueOf(row.text(4)),
                                row.textOrNull(5),
                                row.textOrNull(6),
                                row.textOrNull(7)),
                        Role.valueOf(row.text(8)),
                        row.truth(9),
                        row.instant(10),
                        row.instant(11)),
                tokenHash);
    }

    void use(String tokenHash, Instant now) {
        sql.update("update console_session set last_used_at = ? where token_hash = ?", now, tokenHash);
    }

    void end(String tokenHash) {
        sql.update("delete from console_session where token_hash = ?", tokenHash);
    }

    /** Ends whatever an operator has open, at the console and at registers. */
    void endAll(String operatorId) {
        sql.update("delete from console_session where operator_id = ?", operatorId);
        sql.update("delete from person_session where operator_id = ?", operatorId);
    }
}
