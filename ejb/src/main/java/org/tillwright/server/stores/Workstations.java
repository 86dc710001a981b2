package org.tillwright.server.stores;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.platform.Sql;

/** The workstations and their one-time codes. */
@Dependent
class Workstations {

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

    /** Returns the highest sequence that was accepted from a workstation; 0 before its first record. */
    long highestSequence(String workstationId) {
        return sql.first(
                        "select coalesce(max(sequence), 0) from journal_record where workstation_id = ?",
                        row -> row.number(1),
                        workstationId)
                .orElse(0L);
    }
}
