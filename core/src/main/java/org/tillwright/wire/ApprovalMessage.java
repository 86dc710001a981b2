package org.tillwright.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * One person's yes to one thing that another may not do: for this thing, this amount and once. It is signed with the register's
 * own key, so that nobody can write it afterwards.
 *
 * @param action what was allowed, such as DISCOUNT or NO_SALE
 * @param permission what the approver has and the operator lacks, such as {@code sales.discount}
 * @param subject the sale or till that it is for; an approval counts for no other
 * @param detail what within the subject, such as the number of a line; null for all of it
 * @param amountMinor what may be taken off, paid out or given up; null where there is no amount
 * @param means PIN or BADGE
 * @param signature base64 of the register key's signature over {@link #signedText}
 */
public record ApprovalMessage(
        UUID approvalId,
        @Limit(40) String storeId,
        @Limit(40) String action,
        @Limit(40) String permission,
        @Limit(40) String subject,
        @Nullable @Limit(200) String detail,
        @Nullable Long amountMinor,
        @Nullable @Limit(3) String currency,
        @Limit(40) String operatorId,
        @Limit(40) String approverId,
        @Limit(10) String means,
        Instant approvedAt,
        @Limit(200) String signature) {

    /** The means: the approver's number and PIN, or the approver's badge. */
    public static final String PIN = "PIN";

    public static final String BADGE = "BADGE";

    /** Returns the same approval with another signature. */
    public ApprovalMessage withSignature(String changed) {
        return new ApprovalMessage(
                approvalId,
                storeId,
                action,
                permission,
                subject,
                detail,
                amountMinor,
                currency,
                operatorId,
                approverId,
                means,
                approvedAt,
                changed);
    }

    /** Returns the text that is signed: every member but the signature, in order, one a line. */
    public String signedText() {
        return String.join(
                "\n",
                approvalId.toString(),
                storeId,
                action,
                permission,
                subject,
                String.valueOf(detail),
                String.valueOf(amountMinor),
                String.valueOf(currency),
                operatorId,
                approverId,
                means,
                approvedAt.toString());
    }
}
