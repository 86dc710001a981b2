package org.tillwright.server.catalog;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/** The door for departments. Each change is one publication, and returns its number. */
@Stateless
public class DepartmentService {

    /** Departments of a shop; a register's screen has tabs for far fewer. */
    public static final int MAX_DEPARTMENTS = 1_000;

    /** Characters of an audit entry's detail. */
    private static final int MAX_DETAIL = 1_000;

    @Inject
    Departments departments;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Returns all departments in the order of the register's tabs. */
    @RolesAllowed(SUPERVISOR)
    public List<DepartmentSummary> all(String language) {
        return departments.all(language);
    }

    /** Adds a department, or makes one what the draft says. */
    @RolesAllowed(MANAGER)
    public long put(DepartmentDraft draft) {
        return put(draft, null);
    }

    /** As {@link #put(DepartmentDraft)}, by a person whom the audit trail names. */
    @RolesAllowed(MANAGER)
    public long put(DepartmentDraft draft, @Nullable String operatorId) {
        List<Fault> faults = Departments.faultsOf(draft);
        if (!faults.isEmpty()) {
            throw unsound(faults);
        }
        long number = publications.publish("department " + draft.departmentId());
        departments.put(draft);
        note("DEPARTMENT_CHANGED", operatorId, "department " + draft.departmentId(), "publication " + number);
        return number;
    }

    /** Adds a department; an id that is taken is refused. */
    @RolesAllowed(MANAGER)
    public long create(DepartmentDraft draft, String operatorId) {
        publications.hold();
        Set<String> known = departments.ids();
        if (known.contains(draft.departmentId())) {
            throw unsound(List.of(new Fault("departmentId", "is another department's: " + draft.departmentId())));
        } else if (known.size() >= MAX_DEPARTMENTS) {
            throw unsound(List.of(new Fault("departmentId", "would be more than " + MAX_DEPARTMENTS)));
        }
        return put(draft, operatorId);
    }

    /**
     * Adds a department that has no id yet, under one made from its name.
     *
     * @return the id
     */
    @RolesAllowed(MANAGER)
    public String createNamed(DepartmentDraft draft, String operatorId) {
        publications.hold();
        String name = draft.names().values().stream().findFirst().orElse("");
        String id = NewIds.of(name, "department", departments.ids()::contains);
        create(new DepartmentDraft(id, draft.names(), draft.position(), draft.hue()), operatorId);
        return id;
    }

    /** Puts the departments in an order; those that are not named follow in the order that they had. */
    @RolesAllowed(MANAGER)
    public long arrange(List<String> departmentIds, String operatorId) {
        long number = publications.publish("order of departments");
        departments.arrange(departmentIds);
        note("DEPARTMENTS_ARRANGED", operatorId, "publication " + number, String.join(", ", departmentIds));
        return number;
    }

    private void note(String action, @Nullable String operatorId, String subject, String detail) {
        String shown = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
        audit.record(new AuditNote(action, clock.instant(), null, null, operatorId, subject, shown));
    }

    private static Refused unsound(List<Fault> faults) {
        return new Refused(ProblemCode.UNSOUND_ITEM, "The department cannot be stored.", faults);
    }
}
