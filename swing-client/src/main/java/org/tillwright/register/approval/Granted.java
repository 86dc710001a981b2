package org.tillwright.register.approval;

/** The approvals that were given and are not used up. */
public interface Granted {

    /** Nobody ever approves anything. */
    Granted NONE = (request, approverId) -> false;

    /** Uses up the approval of exactly this by exactly that person; false if there is none that still counts. */
    boolean use(ApprovalRequest request, String approverId);
}
