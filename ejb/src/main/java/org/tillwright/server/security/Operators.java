package org.tillwright.server.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** The operators, their sessions, and the wrong PINs in a row. */
@Dependent
class Operators {

    /** Wrong PINs in a row, and until when that locks the operator. */
    record WrongPins(long count, @Nullable Instant lockedUntil) {

        boolean isLockedAt(Instant now) {
            return lockedUntil != null && now.isBefore(lockedUntil);
        }
    }

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Sql sql;

    Optional<Operator> find(String operatorId) {
        return Optional.ofNullable(entityManager.find(Operator.class, operatorId));
    }

    Optional<Operator> findActiveByNumber(String number) {
        return entityManager
                .createQuery("select o from Operator o where o.number = :number and o.active = true", Operator.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    List<Operator> active() {
        return entityManager
                .createQuery("select o from Operator o where o.active = true order by o.number", Operator.class)
                .getResultList();
    }

    void begin(PersonSession session, Instant now) {
        sql.update("delete from person_session where expires_at < ?", now);
        entityManager.persist(session);
    }

    Optional<PersonSession> findSession(String tokenHash) {
        return Optional.ofNullable(entityManager.find(PersonSession.class, tokenHash));
    }

    /** Reads an operator's wrong PINs and makes other attempts at this operator wait: nobody guesses in parallel. */
    WrongPins lockWrongPins(String operatorId) {
        // Not "insert ignore": that takes a shared lock first, and two who hold it wait for each other.
        sql.update(
                "insert into sign_on_lock (operator_id, wrong_pins) values (?, 0)"
                        + " on duplicate key update wrong_pins = wrong_pins",
                operatorId);
        return sql.first(
                        "select wrong_pins, locked_until from sign_on_lock where operator_id = ? for update",
                        row -> new WrongPins(row.number(1), row.instantOrNull(2)),
                        operatorId)
                .orElseThrow();
    }

    void setWrongPins(String operatorId, WrongPins wrongPins) {
        sql.update(
                "update sign_on_lock set wrong_pins = ?, locked_until = ? where operator_id = ?",
                wrongPins.count(),
                wrongPins.lockedUntil(),
                operatorId);
    }
}
