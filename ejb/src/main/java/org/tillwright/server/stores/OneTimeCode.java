package org.tillwright.server.stores;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The hash of a code that lets one register become one workstation, once and within a day. */
@Entity
@Table(name = "enrolment_code")
class OneTimeCode {

    @Id
    @Column(name = "code_hash", nullable = false, updatable = false)
    private String codeHash;

    @Column(name = "workstation_id", nullable = false, updatable = false)
    private String workstationId;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected OneTimeCode() {}

    OneTimeCode(String codeHash, String workstationId, Instant madeAt, Instant expiresAt) {
        this.codeHash = codeHash;
        this.workstationId = workstationId;
        this.madeAt = madeAt;
        this.expiresAt = expiresAt;
    }

    boolean isGoodAt(Instant now) {
        return usedAt == null && !now.isBefore(madeAt) && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    String workstationId() {
        return workstationId;
    }
}
