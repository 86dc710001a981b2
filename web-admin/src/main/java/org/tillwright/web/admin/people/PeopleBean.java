package org.tillwright.web.admin.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.security.BadgeService;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.OperatorDraft;
import org.tillwright.server.security.OperatorReason;
import org.tillwright.server.security.OperatorService;
import org.tillwright.server.security.OperatorSummary;
import org.tillwright.server.security.Role;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.QrDrawing;
import org.tillwright.web.admin.shell.Refusals;
import org.tillwright.wire.BadgeUid;

/** The list of people, and one of them beside it for a manager. */
@Named("people")
@ViewScoped
public class PeopleBean implements Serializable {

    /** Stands in the address in place of an id when somebody is to be added. */
    private static final String NEW = "new";

    private static final String PAGE = "/admin/people/people.xhtml";

    /** The forms of the panel, where their faults are shown. */
    private static final String PERSON_FORM = "person";

    private static final String PIN_FORM = "pinForm";
    private static final String CARD_FORM = "cardForm";

    @Inject
    OperatorService operators;

    @Inject
    BadgeService badges;

    @Inject
    ConsoleAccessService access;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Refusals refusals;

    @Inject
    Navigation navigation;

    private List<OperatorSummary> people = List.of();
    private @Nullable String operatorId;
    private @Nullable OperatorSummary shown;
    private @Nullable OperatorDraft seen;

    private @Nullable String number;
    private @Nullable String name;
    private Role role = Role.CASHIER;
    private @Nullable String language;

    private @Nullable String pin;
    private @Nullable String pinAgain;
    private @Nullable String uid;
    private BadgeUid.Format uidFormat = BadgeUid.Format.HEX;
    private @Nullable String madePin;
    private @Nullable String madePassword;
    private @Nullable String madeBadge;
    private boolean leavingAsked;

    /** Reads the list and, when the address names one and a manager asks, the person. */
    public void load() {
        refresh();
        if (operatorId == null || !console.isManager()) {
            operatorId = null;
        } else if (!operatorId.equals(NEW)) {
            shown().ifPresentOrElse(this::fill, this::sayGone);
        }
    }

    private void fill(OperatorSummary person) {
        seen = person.draft();
        number = person.number();
        name = person.name();
        role = person.role();
        language = person.language();
    }

    private void sayGone() {
        operatorId = null;
        messages.refused("people.gone");
    }

    private void refresh() {
        people = operators.all();
        shown = people.stream()
                .filter(person -> person.operatorId().equals(operatorId))
                .findFirst()
                .orElse(null);
    }

    /** Adds the person, or stores what was changed. */
    public void save() {
        OperatorDraft wanted = new OperatorDraft(text(number), text(name), role, language);
        try {
            if (isAdding()) {
                String id = operators.create(wanted, console.getOperatorId());
                messages.done("people.done.created", wanted.name());
                navigation.go(PAGE + "?operator=" + id);
            } else if (operatorId != null && seen != null) {
                operators.change(operatorId, seen, wanted, console.getOperatorId());
                messages.done("people.done.saved", wanted.name());
                navigation.go(PAGE + "?operator=" + operatorId);
            }
        } catch (Refused refused) {
            refusals.say(refused, PERSON_FORM);
        }
    }

    /** Gives the person the PIN that was keyed in twice. */
    public void choosePin() {
        String chosen = text(pin);
        if (!chosen.equals(text(pinAgain))) {
            refusals.say(OperatorReason.PINS_DIFFER, PIN_FORM);
            return;
        }
        try {
            operators.setPin(text(operatorId), chosen, console.getOperatorId());
            madePin = null;
            messages.done("people.done.pinSet", nameShown());
            refresh();
        } catch (Refused refused) {
            refusals.say(refused, PIN_FORM);
        }
    }

    /** Makes a PIN, to be shown until the page is left. */
    public void makePin() {
        madePin = operators.makePin(text(operatorId), console.getOperatorId());
        refresh();
    }

    /** Makes a password for the console, to be shown until the page is left. */
    public void makePassword() {
        madePassword = access.setPassword(text(operatorId), console.getOperatorId());
        refresh();
    }

    /** Makes a badge, to be printed until the page is left. */
    public void makeBadge() {
        madeBadge = badges.make(text(operatorId), console.getOperatorId());
        refresh();
    }

    /** Makes a radio card that the person has already their badge. */
    public void enrolCard() {
        try {
            badges.enrol(text(operatorId), text(uid), uidFormat, console.getOperatorId());
            madeBadge = null;
            messages.done("people.done.cardEnrolled", nameShown());
            refresh();
        } catch (Refused refused) {
            refusals.say(refused, CARD_FORM);
        } finally {
            uid = null;
        }
    }

    /** Takes the badge away, as when it was lost. */
    public void revokeBadge() {
        badges.revoke(text(operatorId), console.getOperatorId());
        madeBadge = null;
        messages.done("people.done.badgeRevoked", nameShown());
        refresh();
    }

    public void unlock() {
        operators.unlock(text(operatorId), console.getOperatorId());
        messages.done("people.done.unlocked", nameShown());
        refresh();
    }

    public void activate() {
        operators.activate(text(operatorId), console.getOperatorId());
        messages.done("people.done.activated", nameShown());
        refresh();
    }

    public void askLeaving() {
        leavingAsked = true;
    }

    public void keep() {
        leavingAsked = false;
    }

    public void deactivate() {
        leavingAsked = false;
        operators.deactivate(text(operatorId), console.getOperatorId());
        messages.done("people.done.deactivated", nameShown());
        refresh();
    }

    public List<OperatorSummary> getPeople() {
        return people;
    }

    /** Returns how many may sign on. */
    public long getActiveCount() {
        return people.stream().filter(OperatorSummary::active).count();
    }

    /** Returns how many of those have no PIN, and so cannot. */
    public long getWithoutPinCount() {
        return people.stream()
                .filter(person -> person.active() && !person.hasPin())
                .count();
    }

    public long getLockedCount() {
        return people.stream()
                .filter(person -> person.active() && person.lockedUntil() != null)
                .count();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public boolean isPanelOpen() {
        return operatorId != null;
    }

    public boolean isAdding() {
        return NEW.equals(operatorId);
    }

    /** True when the manager looks at himself. */
    public boolean isOwn() {
        return console.getOperatorId().equals(operatorId);
    }

    /** True for those who may come into the console. */
    public boolean isForConsole() {
        return shown().filter(person -> person.role() != Role.CASHIER).isPresent();
    }

    public @Nullable OperatorSummary getShown() {
        return shown;
    }

    private Optional<OperatorSummary> shown() {
        return Optional.ofNullable(shown);
    }

    private String nameShown() {
        return shown().map(OperatorSummary::name).orElse("");
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    public @Nullable String getOperatorId() {
        return operatorId;
    }

    public void setOperatorId(@Nullable String operatorId) {
        this.operatorId = operatorId;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getPin() {
        return pin;
    }

    public void setPin(@Nullable String pin) {
        this.pin = pin;
    }

    public @Nullable String getPinAgain() {
        return pinAgain;
    }

    public void setPinAgain(@Nullable String pinAgain) {
        this.pinAgain = pinAgain;
    }

    /** Returns nothing: the number of a card is never shown again. */
    public @Nullable String getUid() {
        return null;
    }

    public void setUid(@Nullable String uid) {
        this.uid = uid;
    }

    public BadgeUid.Format getUidFormat() {
        return uidFormat;
    }

    public void setUidFormat(BadgeUid.Format uidFormat) {
        this.uidFormat = uidFormat;
    }

    public List<BadgeUid.Format> getUidFormats() {
        return List.of(BadgeUid.Format.values());
    }

    public @Nullable String getMadePin() {
        return madePin;
    }

    public @Nullable String getMadePassword() {
        return madePassword;
    }

    public @Nullable String getMadeBadge() {
        return madeBadge;
    }

    /** Returns the width and height of the badge's code. */
    public int getBadgeSize() {
        return madeBadge == null ? 0 : QrDrawing.of(madeBadge).size();
    }

    /** Returns the dark modules of the badge's code. */
    public String getBadgePath() {
        return madeBadge == null ? "" : QrDrawing.of(madeBadge).path();
    }

    public boolean isLeavingAsked() {
        return leavingAsked;
    }
}
