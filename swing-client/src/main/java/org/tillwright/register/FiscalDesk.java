package org.tillwright.register;

import java.time.ZoneId;
import java.util.function.Supplier;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.fiscal.FiscalState;
import org.tillwright.register.fiscal.FiscalWords;
import org.tillwright.register.status.StatusModel;
import org.tillwright.register.text.Notice;

/** Says on the screen that is shown when the time without the fiscal device runs out. */
final class FiscalDesk {

    private final RegisterParts parts;
    private final Desk desk;
    private final StatusModel status;
    private final Supplier<ZoneId> zone;
    private FiscalState last = FiscalState.NONE;

    FiscalDesk(RegisterParts parts, Desk desk, StatusModel status, Supplier<ZoneId> zone) {
        this.parts = parts;
        this.desk = desk;
        this.status = status;
        this.zone = zone;
    }

    void listen() {
        parts.fiscal().onChange(now -> parts.platform().eventThread().execute(() -> changed(now)));
    }

    private void changed(FiscalState now) {
        Notice warning = FiscalWords.warning(last, now, zone.get());
        last = now;
        status.show();
        if (warning != null) {
            desk.say(Announcement.warning(desk.texts().text(warning)));
        }
    }
}
