package org.tillwright.register;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.drawer.DrawerAlarm;
import org.tillwright.register.drawer.DrawerAlarm.Ring;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.status.StatusModel;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

/**
 * What the devices have to say, on the screen that is shown: troubles, a roll near its end, a drawer that stands open.
 * Event thread only.
 */
final class DeviceDesk {

    private static final Logger LOG = System.getLogger(DeviceDesk.class.getName());

    private final RegisterParts parts;
    private final StatusDesk troubles;
    private final StatusModel status;
    private final Desk desk;
    private final DrawerAlarm alarm = new DrawerAlarm();
    private boolean wasPaperLow;

    DeviceDesk(RegisterParts parts, StatusDesk troubles, StatusModel status, Desk desk) {
        this.parts = parts;
        this.troubles = troubles;
        this.status = status;
        this.desk = desk;
        new FiscalDesk(parts, desk, status, troubles::zone).listen();
    }

    void recovered(DeviceKind device) {
        troubles.deviceRecovered(device);
        status.show();
    }

    void failed(DeviceException failure) {
        troubles.deviceFailed(failure);
        status.show();
        boolean isUnseen =
                failure.device() == DeviceKind.PRINTER && failure.trouble() != DeviceException.Trouble.QUEUE_FULL;
        if (isUnseen && isDrawerOnPrinter() && !isSaidByThePrinter(failure.trouble())) {
            shut(); // nobody sees the drawer through a printer that is gone
        }
        desk.say(Announcement.warning(desk.texts().text(failure.textKey())));
    }

    private static boolean isSaidByThePrinter(DeviceException.Trouble trouble) {
        return switch (trouble) {
            case COVER_OPEN, FAULTY, PAPER_OUT -> true;
            default -> false;
        };
    }

    void printerSays(DeviceKind device, PrinterHealth health) {
        if (device == DeviceKind.DRAWER || (device == DeviceKind.PRINTER && isDrawerOnPrinter())) {
            drawerIs(health.drawerOpen());
        }
        if (device != DeviceKind.PRINTER) {
            return;
        }
        if (health.paperLow() && !wasPaperLow && !health.paperOut()) {
            desk.say(Announcement.information(desk.texts().text("device.printer.paper-low")));
        }
        wasPaperLow = health.paperLow();
    }

    private void drawerIs(boolean isOpen) {
        if (isOpen) {
            alarm.open(now());
        } else {
            shut();
        }
    }

    /** A drawer with a line of its own tells by itself whether it is open. */
    private boolean isDrawerOnPrinter() {
        return parts.devices()
                .drawer()
                .map(lane -> lane.device().hangsOnPrinter())
                .orElse(true);
    }

    /** Twice a second: rings for a drawer that stands open, but not while its money is being counted. */
    void tick() {
        if (desk.shown() == Screen.TILL_CLOSING || desk.shown() == Screen.TILL_OPENING) {
            alarm.excused(now());
            return;
        }
        Ring ring = alarm.tick(now(), mayStandOpen());
        if (ring == Ring.NOT) {
            return;
        }
        if (ring == Ring.FIRST) {
            writeDown("DRAWER_LEFT_OPEN", isTraining() ? "in training" : null);
        }
        // Who practises giving change has the drawer open all the time, and somebody beside them. It is written
        // down all the same, or training would be the way to keep a drawer open unseen.
        if (!isTraining()) {
            desk.say(Announcement.warning(desk.texts().text("drawer.left-open")));
            parts.sounds().alarm();
        }
    }

    private Duration mayStandOpen() {
        return parts.devices()
                .drawer()
                .map(lane -> lane.device().mayStandOpen())
                .orElse(Duration.ZERO);
    }

    private void shut() {
        Duration stoodOpen = alarm.shut(now());
        if (stoodOpen != null) {
            writeDown("DRAWER_SHUT", "after " + stoodOpen.toSeconds() + " s");
        }
    }

    private boolean isTraining() {
        return hasCatalogue() && parts.sale().isTraining();
    }

    /** Without one there is no sale to ask yet. */
    private boolean hasCatalogue() {
        return parts.catalogues().newest().isPresent();
    }

    private Instant now() {
        return parts.platform().clock().instant();
    }

    private void writeDown(String event, @Nullable String detail) {
        Catalogue catalogue = parts.catalogues().newest().orElse(null);
        if (catalogue == null) {
            LOG.log(Logger.Level.WARNING, "{0} before this register knows its store; only this line tells", event);
            return;
        }
        String operator = parts.sale()
                .operator()
                .map(SnapshotMessage.Operator::operatorId)
                .orElse(null);
        try {
            parts.journal()
                    .append(
                            RecordKind.EVENT,
                            new SellingRule(catalogue.number(), catalogue.taxPolicy()),
                            new EventMessage(event, catalogue.store().storeId(), operator, now(), null, detail));
        } catch (JournalException e) {
            desk.say(Announcement.refused(desk.texts().text(e.notice())));
        }
    }
}
