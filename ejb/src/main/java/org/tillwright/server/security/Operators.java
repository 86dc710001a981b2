package org.tillwright.server.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
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

    private static final String ID_PREFIX = "operator-";

    private static final String SUMMARY =
            "select o.operator_id, o.number, o.name, o.role, o.language, o.active, o.pin_verifier is not null,"
                    + " case when l.locked_until > ? then l.locked_until end, p.operator_id is not null,"
                    + " b.operator_id is not null"
                    + " from operator o left join sign_on_lock l on l.operator_id = o.operator_id"
                    + " left join operator_password p on p.operator_id = o.operator_id"
                    + " left join operator_badge b on b.operator_id = o.operator_id";

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

    /** Returns everybody, those who have left last, in the order of their numbers as people count. */
    List<OperatorSummary> summaries(Instant now) {
        return sql.query(
                SUMMARY + " order by o.active desc, length(o.number), o.number limit ?",
                Operators::summaryOf,
                now,
                OperatorService.MAX_OPERATORS);
    }

    Optional<OperatorSummary> summary(String operatorId, Instant now) {
        return sql.first(SUMMARY + " where o.operator_id = ?", Operators::summaryOf, now, operatorId);
    }

    private static OperatorSummary summaryOf(Row row) throws SQLException {
        return new OperatorSummary(
                row.text(1),
                row.text(2),
                row.text(3),
                Role.valueOf(row.text(4)),
                row.textOrNull(5),
                row.truth(6),
                row.truth(7),
                row.instantOrNull(8),
                row.truth(9),
                row.truth(10));
    }

    void add(Operator operator) {
        entityManager.persist(operator);
    }

    long count() {
        return sql.first("select count(*) from operator", row -> row.number(1)).orElse(0L);
    }

    boolean isNumberTaken(String number, String exceptOperatorId) {
        return sql.first(
                        "select 1 from operator where number = ? and operator_id <> ?",
                        row -> row.number(1),
                        number,
                        exceptOperatorId)
                .isPresent();
    }

    /** Returns an id that nobody ever had; operators are never deleted, because old sales name them. */
    String nextId() {
        long last = sql
                .query(
                        "select operator_id from operator where operator_id regexp '^" + ID_PREFIX + "[0-9]{1,9}$'",
                        row -> Long.parseLong(row.text(1).substring(ID_PREFIX.length())))
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return ID_PREFIX + (last + 1);
    }

    /** True if another active manager has a password for the console. */
    boolean otherManagerMayComeIn(String operatorId) {
        return sql.first(
                        "select 1 from operator o join operator_password p on p.operator_id = o.operator_id"
                                + " where o.role = 'MANAGER' and o.active and o.operator_id <> ? limit 1",
                        row -> row.number(1),
                        operatorId)
                .isPresent();
    }

    /** Writes down what an operator was until a publication changed it. */
    void keepFormer(Operator operator, long untilVersion) {
        sql.update(
                "insert into operator_former_role (operator_id, until_version, role, active) values (?, ?, ?, ?)",
                operator.operatorId(),
                untilVersion,
                operator.role(),
                operator.isActive());
    }

    /** Returns what an active operator was at a version; empty for one who was not, and for nobody. */
    Optional<Role> roleAt(String operatorId, long version) {
        return sql.first(
                        "select coalesce(f.role, o.role), coalesce(f.active, o.active) from operator o"
                                + " left join operator_former_role f on f.operator_id = o.operator_id"
                                + " and f.until_version = (select min(n.until_version) from operator_former_role n"
                                + " where n.operator_id = o.operator_id and n.until_version > ?)"
                                + " where o.operator_id = ?",
                        row -> new FormerRole(Role.valueOf(row.text(1)), row.truth(2)),
                        version,
                        operatorId)
                .filter(FormerRole::active)
                .map(FormerRole::role);
    }

    private record FormerRole(Role role, boolean active) {}

    /** Ends an operator's sessions at registers, not those at the console. */
    void endSessions(String operatorId) {
        sql.update("delete from person_session where operator_id = ?", operatorId);
    }

    /** Ends all sessions that were begun at a workstation. */
    void endSessionsAt(String workstationId) {
        sql.update("delete from person_session where workstation_id = ?", workstationId);
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
