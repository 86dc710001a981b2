package org.tillwright.server.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SnapshotMessage;

/** A person who may sign on. Knows the PIN's verifier, never the PIN. */
@Entity
@Table(name = "operator")
class Operator {

    @Id
    @Column(name = "operator_id", nullable = false, updatable = false)
    private String operatorId;

    @Column(name = "number", nullable = false)
    private String number;

    @Column(name = "name", nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false)
    private Role role;

    @Column(name = "language")
    private @Nullable String language;

    @Column(name = "pin_verifier")
    private @Nullable String pinVerifier;

    @Column(name = "active", nullable = false)
    private boolean active;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Operator() {}

    /** An operator who may sign on once there is a PIN. */
    Operator(String operatorId, OperatorDraft draft) {
        this.operatorId = operatorId;
        this.number = draft.number();
        this.name = draft.name();
        this.role = draft.role();
        this.language = draft.language();
        this.active = true;
    }

    String operatorId() {
        return operatorId;
    }

    Role role() {
        return role;
    }

    boolean isActive() {
        return active;
    }

    boolean hasPin() {
        return pinVerifier != null;
    }

    /** True if this operator may sign on with this PIN; takes 0.1 s on purpose. */
    boolean accepts(String pin) {
        return active && pinVerifier != null && PinVerifier.matches(pin, pinVerifier);
    }

    void setPinVerifier(String verifier) {
        pinVerifier = verifier;
    }

    void become(OperatorDraft draft) {
        number = draft.number();
        name = draft.name();
        role = draft.role();
        language = draft.language();
    }

    void activate() {
        active = true;
    }

    void deactivate() {
        active = false;
    }

    OperatorDraft draft() {
        return new OperatorDraft(number, name, role, language);
    }

    FirstStart.Pin firstPin(String pin) {
        return new FirstStart.Pin(number, name, role.name(), pin);
    }

    FirstStart.Password firstPassword(String password) {
        return new FirstStart.Password(number, name, password);
    }

    SnapshotMessage.Operator forRegisters(@Nullable String badgeVerifier) {
        return new SnapshotMessage.Operator(
                operatorId, number, name, role.name(), language, pinVerifier, role.permissions(), badgeVerifier);
    }
}
