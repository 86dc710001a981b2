package org.tillwright.web.admin.setup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.security.RegisterAccessService;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.server.stores.WorkstationService;
import org.tillwright.server.stores.WorkstationState;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.QrDrawing;
import org.tillwright.web.admin.shell.Refusals;
import org.tillwright.wire.EnrolmentCode;

/** The workstations of the store that is looked at, and one of them beside the list for a manager. */
@Named("workstations")
@ViewScoped
public class WorkstationsBean implements Serializable {

    /** Stands in the address in place of an id when a workstation is to be added. */
    private static final String NEW = "new";

    private static final String PAGE = "/admin/setup/workstations.xhtml";
    private static final String FORM = "place";

    /** What cannot be taken back, and is asked about once. */
    public enum Question {
        REVOKE,
        RETIRE
    }

    @Inject
    WorkstationService workstations;

    @Inject
    EnrolmentService enrolment;

    @Inject
    RegisterAccessService access;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Refusals refusals;

    @Inject
    Navigation navigation;

    @Inject
    HttpServletRequest request;

    private List<WorkstationState> all = List.of();
    private @Nullable String workstationId;
    private @Nullable WorkstationState shown;
    private @Nullable String name;

    private @Nullable String code;
    private @Nullable Instant codeUntil;
    private @Nullable String qrText;
    private @Nullable Question question;

    /** Reads the list and, when the address names one and a manager asks, the workstation. */
    public void load() {
        refresh();
        if (workstationId == null || !console.isManager()) {
            workstationId = null;
        } else if (!isAdding()) {
            if (shown == null) {
                workstationId = null;
                messages.refused("setup.workstations.gone");
            } else {
                name = shown.name();
            }
        }
    }

    private void refresh() {
        all = workstations.of(console.getStoreId());
        shown = all.stream()
                .filter(one -> one.workstationId().equals(workstationId))
                .findFirst()
                .orElse(null);
    }

    /** Adds the workstation, or gives it its new name. */
    public void save() {
        String wanted = name == null ? "" : name.strip();
        try {
            if (isAdding()) {
                String id = workstations.create(console.getStoreId(), wanted, console.getOperatorId());
                messages.done("setup.workstations.done.created", wanted);
                navigation.go(PAGE + "?workstation=" + id);
            } else {
                workstations.rename(id(), wanted, console.getOperatorId());
                messages.done("setup.workstations.done.renamed", wanted);
                navigation.go(PAGE + "?workstation=" + id());
            }
        } catch (Refused refused) {
            refusals.say(refused, FORM);
        }
    }

    /** Makes an enrolment code, to be shown until the page is left. */
    public void makeCode() {
        EnrolmentCode made = enrolment.makeCode(id(), console.getOperatorId());
        code = made.code();
        codeUntil = made.expiresAt();
        qrText = ServerAddress.of(request).with(made.code());
        refresh();
    }

    public void withdrawCode() {
        enrolment.withdrawCodes(id(), console.getOperatorId());
        forgetCode();
        messages.done("setup.workstations.done.withdrawn");
        refresh();
    }

    public void askRevoke() {
        question = Question.REVOKE;
    }

    public void askRetire() {
        question = Question.RETIRE;
    }

    public void keep() {
        question = null;
    }

    public void revoke() {
        question = null;
        access.revoke(id(), console.getOperatorId());
        messages.done("setup.workstations.done.revoked", nameShown());
        refresh();
    }

    public void retire() {
        question = null;
        access.retire(id(), console.getOperatorId());
        forgetCode();
        messages.done("setup.workstations.done.retired", nameShown());
        refresh();
    }

    public void bringBack() {
        workstations.bringBack(id(), console.getOperatorId());
        messages.done("setup.workstations.done.broughtBack", nameShown());
        refresh();
    }

    private void forgetCode() {
        code = null;
        codeUntil = null;
        qrText = null;
    }

    private String id() {
        return workstationId == null ? "" : workstationId;
    }

    private String nameShown() {
        return Optional.ofNullable(shown).map(WorkstationState::name).orElse("");
    }

    public List<WorkstationState> getAll() {
        return all;
    }

    public long getInUseCount() {
        return all.stream().filter(one -> !one.isRetired()).count();
    }

    public long getEnrolledCount() {
        return all.stream().filter(WorkstationState::isEnrolled).count();
    }

    public boolean isPanelOpen() {
        return workstationId != null;
    }

    public boolean isAdding() {
        return NEW.equals(workstationId);
    }

    public @Nullable WorkstationState getShown() {
        return shown;
    }

    public @Nullable String getCode() {
        return code;
    }

    public @Nullable Instant getCodeUntil() {
        return codeUntil;
    }

    /** Returns the server's address as this browser has it, which registers are to use too. */
    public String getAddress() {
        return ServerAddress.of(request).text();
    }

    /** True when that address means another machine on each machine. */
    public boolean isAddressOnlyHere() {
        return ServerAddress.of(request).isOnlyHere();
    }

    public int getQrSize() {
        return qrText == null ? 0 : QrDrawing.of(qrText).size();
    }

    public String getQrPath() {
        return qrText == null ? "" : QrDrawing.of(qrText).path();
    }

    public boolean isRevokeAsked() {
        return question == Question.REVOKE;
    }

    public boolean isRetireAsked() {
        return question == Question.RETIRE;
    }

    public @Nullable String getWorkstationId() {
        return workstationId;
    }

    public void setWorkstationId(@Nullable String workstationId) {
        this.workstationId = workstationId;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
