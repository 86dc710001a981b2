package org.tillwright.server.approval;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.security.OperatorService;
import org.tillwright.server.security.Role;
import org.tillwright.server.shop.ShopRulesService;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.ApprovalSignature;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.shop.ShopRules;

/** The door for approvals. */
@Stateless
public class ApprovalService {

    private static final String RETURN_WITHOUT_RECEIPT = "sales.return-without-receipt";
    private static final String POST_VOID = "sales.post-void";

    /** What somebody must have to allow what a sale tells the outcome of; a register cannot choose that itself. */
    private static final Map<String, String> NEEDED = Map.of(
            ApprovalDetail.DISCOUNT, "sales.discount",
            ApprovalDetail.PRICE, "sales.override-price",
            ApprovalDetail.RETURN, RETURN_WITHOUT_RECEIPT,
            ApprovalDetail.RETURN_WITHOUT_RECEIPT, RETURN_WITHOUT_RECEIPT,
            ApprovalDetail.POST_VOID, POST_VOID);

    @Inject
    Approvals approvals;

    @Inject
    OperatorService operators;

    @Inject
    EnrolmentService enrolment;

    @Inject
    ShopRulesService shopRules;

    @Inject
    AuditService audit;

    /**
     * Records a yes as the register told it, with both names, and what does not hold about it: the signature, the approver's
     * permission at that time, a yes to oneself, an id that was told before.
     *
     * @return true when something does not hold
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean note(JournalRecord record, ApprovalMessage told) {
        List<String> doubts = new ArrayList<>(doubtsOf(record, told));
        boolean isRepeat = approvals.exists(told.approvalId());
        if (isRepeat) {
            doubts.add("approval " + told.approvalId() + " was told before");
        } else {
            approvals.add(record, told, doubts.isEmpty() ? null : String.join("\n", doubts));
        }
        List<AuditNote> notes = new ArrayList<>();
        notes.add(noteOf("APPROVED", record, told, textOf(told)));
        if (!doubts.isEmpty()) {
            notes.add(noteOf("APPROVAL_DOUBTED", record, told, String.join("; ", doubts)));
        }
        audit.record(notes);
        return !doubts.isEmpty();
    }

    /**
     * Holds what a sale says that somebody allowed against the approvals that its register told of, and what its operator did
     * alone against the limits of the store. Each approval counts once.
     *
     * @return in words, what nobody allowed; empty when all is well
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<String> doubtsOf(JournalRecord record, SaleMessage sale) {
        long version = record.priceBookVersion();
        Optional<ShopRules> rules = shopRules.rulesAt(sale.storeId(), version);
        if (rules.isEmpty() && !approvals.anyOf(record.workstationId())) {
            return List.of(); // an older register, which tells an approver and no approval
        }
        UUID undone = sale.details().postVoidOf();
        if (undone != null) {
            return doubtsOfUndoing(record, sale, undone);
        }
        List<Approvals.Told> told =
                approvals.of(record.workstationId(), sale.transactionId().toString(), record.sequence());
        List<String> doubts = new ArrayList<>(
                new AllowedThings(sale, told, rules.map(ShopRules::selling).orElse(null), operatorId -> operators
                                .roleAt(operatorId, version)
                                .map(Role::name))
                        .doubts());
        doubts.addAll(AllowedReturns.doubtsOf(
                sale,
                told,
                mayAlone(sale.operatorId(), RETURN_WITHOUT_RECEIPT, version),
                rules.map(ShopRules::returns).orElse(null)));
        return doubts;
    }

    /** Of a sale that undoes another only that is asked: what was allowed in the other was looked at when that came. */
    private List<String> doubtsOfUndoing(JournalRecord record, SaleMessage sale, UUID undone) {
        if (mayAlone(sale.operatorId(), POST_VOID, record.priceBookVersion())) {
            return List.of();
        }
        Optional<Approvals.Told> found =
                approvals.of(record.workstationId(), undone.toString(), record.sequence()).stream()
                        .filter(told -> told.action().equals(ApprovalDetail.POST_VOID)
                                && told.operatorId().equals(sale.operatorId()))
                        .min(Comparator.comparing(told -> told.doubts() != null));
        if (found.isEmpty()) {
            return List.of(sale.operatorId() + " may not undo sale " + undone + " alone, and nobody allowed it");
        }
        String why = found.get().doubts();
        return why == null
                ? List.of()
                : List.of("undoing sale " + undone + " was allowed by an approval that does not hold: "
                        + why.replace("\n", ", "));
    }

    private boolean mayAlone(String operatorId, String permission, long version) {
        return operators
                .roleAt(operatorId, version)
                .filter(role -> role.permissions().contains(permission))
                .isPresent();
    }

    private List<String> doubtsOf(JournalRecord record, ApprovalMessage told) {
        List<String> doubts = new ArrayList<>();
        boolean isSigned = enrolment.publicKeysAt(record.workstationId(), told.approvedAt()).stream()
                .anyMatch(key -> ApprovalSignature.holds(told, key));
        if (!isSigned) {
            doubts.add("the approval is not signed by the register of " + record.workstationId());
        }
        if (told.approverId().equals(told.operatorId())) {
            doubts.add(told.approverId() + " approved for oneself");
        }
        String needed = NEEDED.getOrDefault(told.action(), told.permission());
        if (!needed.equals(told.permission())) {
            doubts.add(told.action() + " needs " + needed + ", and what was asked for is " + told.permission());
        }
        Optional<Role> role = operators.roleAt(told.approverId(), record.priceBookVersion());
        if (role.isEmpty()) {
            doubts.add(told.approverId() + " was no operator who may sign on");
        } else if (!role.get().permissions().contains(told.permission())) {
            doubts.add(told.approverId() + " was a " + role.get() + ", who may not " + told.permission());
        }
        if (operators.roleAt(told.operatorId(), record.priceBookVersion()).isEmpty()) {
            doubts.add(told.operatorId() + ", whom it was given to, was no operator who may sign on");
        }
        return doubts;
    }

    private static String textOf(ApprovalMessage told) {
        StringBuilder text = new StringBuilder(told.action() + " for " + told.operatorId() + " by " + told.means());
        if (told.detail() != null) {
            text.append(": ").append(told.detail());
        }
        if (told.amountMinor() != null) {
            text.append(", ")
                    .append(told.amountMinor())
                    .append(' ')
                    .append(told.currency())
                    .append(" in minor units");
        }
        return text.toString();
    }

    private static AuditNote noteOf(String action, JournalRecord record, ApprovalMessage told, String detail) {
        return new AuditNote(
                action,
                told.approvedAt(),
                told.storeId(),
                record.workstationId(),
                told.approverId(),
                told.subject(),
                detail);
    }
}
