package org.tillwright.register;

import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.shell.Screen;
import org.tillwright.wire.BadgeCode;

/** Brings what was scanned to the screen that is shown, and lets the operator hear what became of it. Event thread only. */
final class ScanDesk {

    private final RegisterParts parts;
    private final Desk desk;

    ScanDesk(RegisterParts parts, Desk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    boolean takesScans() {
        return desk.floor()
                .filter(floor -> !desk.isCovered() && floor.takesScans(desk.shown()))
                .isPresent();
    }

    boolean isKnown(String code) {
        return BadgeCode.isWhole(code)
                || parts.catalogues()
                        .newest()
                        .flatMap(catalogue -> catalogue.find(ScanCode.of(code)))
                        .isPresent();
    }

    /** Somebody shows who they are: to sign on, or to approve what is being asked. A badge's code is shown nowhere. */
    void badge(String code) {
        desk.touched();
        if (desk.shown() == Screen.SIGN_ON) {
            desk.signOn().badge(BadgeCode.isMeant(code) ? code : BadgeCode.PREFIX);
        } else if (!parts.approvals().badgeShown(code)) {
            desk.say(Announcement.information(desk.texts().text("badge.not-now")));
            parts.sounds().refused();
        }
    }

    void scanned(String code) {
        desk.touched();
        if (BadgeCode.isMeant(code)) {
            badge(code);
            return;
        }
        SalesFloor floor = desk.floor().orElse(null);
        if (floor == null || !floor.takesScans(desk.shown())) {
            desk.say(Announcement.information(desk.texts().text("scan.not-now")));
            parts.sounds().refused();
            return;
        }
        if (desk.shown() == Screen.TENDERING && floor.tendering().scanned(code)) {
            return; // a number or a code that was asked for
        }
        if (desk.shown() == Screen.TENDERING) {
            floor.tendering().leave();
        }
        floor.scanned(code);
        if (floor.selling().notice().isTrouble()) {
            parts.sounds().refused();
        } else {
            parts.sounds().accepted();
        }
    }

    void scanBroken(String read) {
        desk.say(Announcement.warning(desk.texts().text("selling.scan-broken", read)));
        parts.sounds().refused();
    }
}
