package org.tillwright.register.approval;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;

/**
 * The one thing that somebody is asked to allow. Two requests are the same only if everything in them is.
 *
 * @param operatorId who wants to do it
 * @param permission what whoever allows it must have, such as {@code sales.discount}
 * @param action what it is, such as DISCOUNT
 * @param subject the sale or till that it is for
 * @param detail what within the subject, as {@link org.tillwright.wire.ApprovalDetail} writes it; null for all of it
 * @param amount what may be taken off, paid out or given up; null where there is no amount
 * @param share how much of what it takes off, where the shop's limits by role count; else null
 */
public record ApprovalRequest(
        String operatorId,
        String permission,
        String action,
        String subject,
        @Nullable String detail,
        @Nullable Money amount,
        @Nullable Share share) {

    /** Something that no limit by role counts for. */
    public ApprovalRequest(
            String operatorId,
            String permission,
            String action,
            String subject,
            @Nullable String detail,
            @Nullable Money amount) {
        this(operatorId, permission, action, subject, detail, amount, null);
    }
}
