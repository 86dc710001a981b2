package org.tillwright.register;

import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.shell.Screen;

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
        return parts.catalogues()
                .newest()
                .flatMap(catalogue -> catalogue.find(ScanCode.of(code)))
                .isPresent();
    }

    void scanned(String code) {
        desk.touched();
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
