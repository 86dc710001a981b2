package org.tillwright.register;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.TypedBadges;
import org.tillwright.register.device.scanner.PaymentCards;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.keyboard.TypedReads;
import org.tillwright.register.shell.Screen;
import org.tillwright.wire.BadgeCode;

/** Brings what was scanned to the screen that is shown, and lets the operator hear what became of it. Event thread only. */
final class ScanDesk implements TypedReads {

    /** In place of a text that a payment card's number may be in. */
    private static final String NOT_SHOWN = "\u2026";

    private final RegisterParts parts;
    private final Desk desk;

    ScanDesk(RegisterParts parts, Desk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    /** Hears the scanner and the badge reader from now on. */
    void listen(Executor events) {
        var codes = new WaitingReads(events, this::scanned, () -> tooMany(DeviceKind.SCANNER));
        var badges = new WaitingReads(events, this::badge, () -> tooMany(DeviceKind.BADGE_READER));
        parts.deviceShelf().whenOpened(devices -> {
            devices.listenToScanner(codes::put);
            devices.listenToBadgeReader(badges::put);
        });
    }

    @Override
    public boolean takesScans() {
        if (desk.shown() == Screen.DEVICES) {
            return desk.setup().awaitsScan();
        }
        return desk.floor()
                .filter(floor -> !desk.isCovered() && floor.takesScans(desk.shown()))
                .isPresent();
    }

    @Override
    public boolean isKnown(String code) {
        return BadgeCode.isWhole(code)
                || parts.catalogues()
                        .newest()
                        .flatMap(catalogue -> catalogue.find(ScanCode.of(code)))
                        .isPresent();
    }

    /** Somebody shows who they are: to sign on, or to approve what is being asked. A badge's code is shown nowhere. */
    void badge(String code) {
        desk.touched();
        if (code.equals(BadgeReader.PAYMENT_CARD) || PaymentCards.isTrack(code)) {
            paymentCard();
        } else if (desk.shown() == Screen.DEVICES) {
            desk.setup().badgeShown();
        } else if (desk.shown() == Screen.SIGN_ON) {
            desk.signOn().badgeShown(BadgeCode.isMeant(code) ? code : BadgeCode.PREFIX);
        } else if (!parts.approvals().badgeShown(code)) {
            desk.say(Announcement.information(desk.texts().text("badge.not-now")));
            parts.sounds().refused();
        }
    }

    /** A payment card was swiped where it does not belong: nothing of it is kept, and nobody is shown its number. */
    private void paymentCard() {
        desk.say(Announcement.warning(desk.texts().text("badge.payment-card")));
        refused();
    }

    /** A reader sends more than anybody can have shown it. */
    void tooMany(DeviceKind reader) {
        desk.say(Announcement.warning(desk.texts().text(new DeviceException(reader, Trouble.QUEUE_FULL).textKey())));
        refused();
    }

    private void accepted() {
        parts.sounds().accepted();
        parts.devices().scanAccepted();
    }

    private void refused() {
        parts.sounds().refused();
        parts.devices().scanRefused();
    }

    @Override
    public void scanned(String code) {
        desk.touched();
        if (PaymentCards.isTrack(code)) {
            paymentCard();
            return;
        }
        if (BadgeCode.isMeant(code)) {
            badge(BadgeCode.isUid(code) ? BadgeCode.PREFIX : code); // a radio card's number counts from its reader only
            return;
        }
        if (desk.shown() == Screen.DEVICES) {
            desk.setup().scanned(code);
            return;
        }
        SalesFloor floor = desk.floor().orElse(null);
        if (floor == null || !floor.takesScans(desk.shown())) {
            desk.say(Announcement.information(desk.texts().text("scan.not-now")));
            refused();
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
            refused();
        } else {
            accepted();
        }
    }

    @Override
    public void scanBroken(String read) {
        if (PaymentCards.isTrack(read)) {
            paymentCard();
        } else if (desk.shown() == Screen.DEVICES && desk.setup().misread(read)) {
            refused();
        } else if (BadgeCode.isMeant(read) || (desk.shown() == Screen.SIGN_ON && isPrivate(read))) {
            badge(BadgeCode.PREFIX); // a torn one
        } else {
            desk.say(
                    Announcement.warning(desk.texts().text("selling.scan-broken", isPrivate(read) ? NOT_SHOWN : read)));
            refused();
        }
    }

    @Override
    public boolean takesBadges() {
        return desk.shown() == Screen.SIGN_ON || typedBadges().isPresent();
    }

    private Optional<TypedBadges> typedBadges() {
        return parts.devices().typedBadges();
    }

    /**
     * A number can be a badge's and goods' at once, by its length and check digit. It is a badge where one is asked for, or
     * where somebody has it; otherwise whoever scans such goods would not get them rung.
     */
    @Override
    public boolean isBadge(String text) {
        String badge = typedBadges().flatMap(typed -> typed.read(text)).orElse(null);
        return badge != null
                && (!mayBeGoods(text)
                        || isAskedWho()
                        || parts.signOn().ofBadge(badge).isPresent());
    }

    private boolean mayBeGoods(String text) {
        return ScanCode.of(text).check() == ScanCode.Check.VALID || isKnown(text);
    }

    private boolean isAskedWho() {
        return desk.shown() == Screen.SIGN_ON
                || (desk.shown() == Screen.DEVICES && desk.setup().awaitsScan())
                || parts.approvals().isAsking();
    }

    @Override
    public boolean isPrivate(String text) {
        return BadgeCode.isMeant(text)
                || PaymentCards.mayHoldNumber(text)
                || typedBadges().filter(typed -> typed.mayHold(text)).isPresent();
    }

    @Override
    public void badgeTyped(String text) {
        desk.touched();
        typedBadges().ifPresent(reader -> reader.read(text).ifPresent(reader::shown));
    }
}
