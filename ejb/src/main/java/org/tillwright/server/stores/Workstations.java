package org.tillwright.server.stores;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The workstations and their one-time codes. */
@Dependent
class Workstations {

    private static final String ID_PREFIX = "till-";

    /** Workstations in one list; a store that retired as many began anew every month for a century. */
    private static final int MAX_LISTED = 1_000;

    /** Keys of one workstation that a signature is tried with. */
    private static final int MAX_FORMER_KEYS = 20;

    private static final String STATE =
            "select w.workstation_id, w.store_id, s.name, w.name, w.enrolled_at, t.retired_at, c.heard_at,"
                    + " c.snapshot_number, (select max(r.sequence) from journal_record r"
                    + " where r.workstation_id = w.workstation_id), (select r.accepted_at from journal_record r"
                    + " where r.workstation_id = w.workstation_id order by r.sequence desc limit 1),"
                    + " (select max(e.expires_at) from enrolment_code e where e.workstation_id = w.workstation_id"
                    + " and e.used_at is null and e.expires_at > ?)"
                    + " from workstation w join store s on s.store_id = w.store_id"
                    + " left join workstation_retired t on t.workstation_id = w.workstation_id"
                    + " left join workstation_contact c on c.workstation_id = w.workstation_id";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Sql sql;

    Optional<Workstation> find(String workstationId) {
        return Optional.ofNullable(entityManager.find(Workstation.class, workstationId));
    }

    List<Workstation> all() {
        return entityManager
                .createQuery("select w from Workstation w order by w.workstationId", Workstation.class)
                .getResultList();
    }

    List<WorkstationState> states(String storeId, Instant now) {
        return sql.query(
                STATE + " where w.store_id = ? order by t.retired_at is not null, length(w.workstation_id),"
                        + " w.workstation_id limit ?",
                Workstations::stateOf,
                now,
                storeId,
                MAX_LISTED);
    }

    Optional<WorkstationState> state(String workstationId, Instant now) {
        return sql.first(STATE + " where w.workstation_id = ?", Workstations::stateOf, now, workstationId);
    }

    private static WorkstationState stateOf(Row row) throws SQLException {
        return new WorkstationState(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.instantOrNull(5),
                row.instantOrNull(6),
                later(row.instantOrNull(7), row.instantOrNull(10)),
                row.number(9),
                row.numberOrNull(8),
                row.instantOrNull(11));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    void add(String workstationId, String storeId, String name) {
        sql.update(
                "insert into workstation (workstation_id, store_id, name) values (?, ?, ?)",
                workstationId,
                storeId,
                name);
    }

    /** Returns an id that no workstation has: receipts print it, so it is short, and one number counts for all stores. */
    String nextId() {
        long last = sql
                .query(
                        "select workstation_id from workstation where workstation_id regexp '^" + ID_PREFIX
                                + "[0-9]{1,9}$'",
                        row -> Long.parseLong(row.text(1).substring(ID_PREFIX.length())))
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return ID_PREFIX + (last < 9 ? "0" : "") + (last + 1);
    }

    long countInUse(String storeId) {
        return sql.first(
                        "select count(*) from workstation w where w.store_id = ? and not exists (select 1"
                                + " from workstation_retired t where t.workstation_id = w.workstation_id)",
                        row -> row.number(1),
                        storeId)
                .orElse(0L);
    }

    boolean isRetired(String workstationId) {
        return sql.first(
                        "select 1 from workstation_retired where workstation_id = ?",
                        row -> row.number(1),
                        workstationId)
                .isPresent();
    }

    void retire(String workstationId, Instant now) {
        sql.update("insert into workstation_retired (workstation_id, retired_at) values (?, ?)", workstationId, now);
    }

    void bringBack(String workstationId) {
        sql.update("delete from workstation_retired where workstation_id = ?", workstationId);
    }

    void heard(String workstationId, long snapshotNumber, Instant now) {
        sql.update(
                "insert into workstation_contact (workstation_id, heard_at, snapshot_number)"
                        + " select workstation_id, ?, ? from workstation where workstation_id = ?"
                        + " on duplicate key update heard_at = ?, snapshot_number = ?",
                now,
                snapshotNumber,
                workstationId,
                now,
                snapshotNumber);
    }

    /** Ends the open codes of a workstation and returns how many there were. */
    int endCodes(String workstationId, Instant now) {
        return sql.update(
                "update enrolment_code set expires_at = ? where workstation_id = ? and used_at is null and expires_at > ?",
                now,
                workstationId,
                now);
    }

    boolean anyCode() {
        return sql.first("select 1 from enrolment_code limit 1", row -> row.number(1))
                .isPresent();
    }

    void add(OneTimeCode code) {
        entityManager.persist(code);
    }

    /** Finds a code and keeps others from using it until this transaction ends. */
    Optional<OneTimeCode> lockCode(String codeHash) {
        return Optional.ofNullable(entityManager.find(OneTimeCode.class, codeHash, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Keeps the key that a register signed with until now, where one did. */
    void keepFormerKey(Workstation workstation, Instant now) {
        byte[] key = workstation.publicKey();
        if (key != null) {
            addFormerKey(workstation.summary().workstationId(), key, now);
        }
    }

    void addFormerKey(String workstationId, byte[] key, Instant now) {
        sql.update(
                "insert into register_former_key (workstation_id, replaced_at, public_key) values (?, ?, ?)",
                workstationId,
                now,
                key);
    }

    /** Finds a key that was replaced by the name that seals know it by: how a digest of it begins. */
    Optional<byte[]> formerKey(String workstationId, String keyId) {
        return sql.first(
                "select public_key from register_former_key where workstation_id = ?"
                        + " and left(sha2(public_key, 256), 16) = ? limit 1",
                row -> row.bytes(1),
                workstationId,
                keyId);
    }

    /** The newest sealed record of a workstation, and the head of its chain after it. */
    record Head(long sequence, String head) {}

    Optional<Head> newestHead(String workstationId) {
        return sql.first(
                "select sequence, head from journal_seal where workstation_id = ? order by sequence desc limit 1",
                row -> new Head(row.number(1), row.text(2)),
                workstationId);
    }

    /** Returns the keys that were replaced after a moment, and so may have signed what happened then. */
    List<byte[]> formerKeysAt(String workstationId, Instant moment) {
        return sql.query(
                "select public_key from register_former_key where workstation_id = ? and replaced_at >= ?"
                        + " order by replaced_at limit ?",
                row -> row.bytes(1),
                workstationId,
                moment,
                MAX_FORMER_KEYS);
    }

    /** Returns the highest sequence that was accepted from a workstation; 0 before its first record. */
    long highestSequence(String workstationId) {
        return sql.first(
                        "select coalesce(max(sequence), 0) from journal_record where workstation_id = ?",
                        row -> row.number(1),
                        workstationId)
                .orElse(0L);
    }

    /** The number of its newest Z report; empty when none has arrived. */
    Optional<Long> newestZ(String workstationId) {
        return sql.first(
                        "select max(z_number) from till_settlement where workstation_id = ?",
                        row -> Optional.ofNullable(row.numberOrNull(1)),
                        workstationId)
                .flatMap(number -> number);
    }
}
