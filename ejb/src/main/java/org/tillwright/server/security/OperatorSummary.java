package org.tillwright.server.security;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator as managers see one: what there is of secrets, never the secrets.
 *
 * @param language null for the store's
 * @param lockedUntil until when wrong PINs lock the operator at the server; null when they do not
 * @param hasPassword whether the operator has a password for the console
 * @param hasBadge whether the operator has a badge
 */
public record OperatorSummary(
        String operatorId,
        String number,
        String name,
        Role role,
        @Nullable String language,
        boolean active,
        boolean hasPin,
        @Nullable Instant lockedUntil,
        boolean hasPassword,
        boolean hasBadge)
        implements Serializable {

    /** Returns what a form shows for changing. */
    public OperatorDraft draft() {
        return new OperatorDraft(number, name, role, language);
    }
}
