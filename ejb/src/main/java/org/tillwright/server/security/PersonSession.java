package org.tillwright.server.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person signed on at a workstation; known by the hash of the token that the person's requests carry. */
@Entity
@Table(name = "person_session")
class PersonSession {

    @Id
    @Column(name = "token_hash", nullable = false, updatable = false)
    private String tokenHash;

    @Column(name = "operator_id", nullable = false, updatable = false)
    private String operatorId;

    @Column(name = "workstation_id", nullable = false, updatable = false)
    private String workstationId;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected PersonSession() {}

    PersonSession(String tokenHash, String operatorId, String workstationId, Instant begunAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.operatorId = operatorId;
        this.workstationId = workstationId;
        this.begunAt = begunAt;
        this.expiresAt = expiresAt;
    }

    boolean isGoodAt(Instant now) {
        return !now.isBefore(begunAt) && now.isBefore(expiresAt);
    }

    String operatorId() {
        return operatorId;
    }

    String workstationId() {
        return workstationId;
    }
}
