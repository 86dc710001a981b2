package org.tillwright.server.stores;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One register position, and the public key of the register that stands there now. */
@Entity
@Table(name = "workstation")
class Workstation {

    @Id
    @Column(name = "workstation_id", nullable = false, updatable = false)
    private String workstationId;

    @Column(name = "store_id", nullable = false, updatable = false)
    private String storeId;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "public_key")
    private byte @Nullable [] publicKey;

    @Column(name = "enrolled_at")
    private @Nullable Instant enrolledAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Workstation() {}

    /** From now on the holder of this key is the workstation, and nobody else is. */
    void enrol(byte[] newPublicKey, Instant now) {
        this.publicKey = newPublicKey.clone();
        this.enrolledAt = now;
    }

    /** From now on nobody is the workstation. */
    void revoke() {
        this.publicKey = null;
        this.enrolledAt = null;
    }

    void rename(String newName) {
        this.name = newName;
    }

    byte @Nullable [] publicKey() {
        return publicKey == null ? null : publicKey.clone();
    }

    WorkstationSummary summary() {
        return new WorkstationSummary(workstationId, storeId, name, enrolledAt);
    }
}
