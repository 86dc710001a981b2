package org.tillwright.register.till;

import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillReport;

/** What a till wants of the drawer and the printer. Nothing here waits, and nothing that a device lacks stops a till. */
public interface TillDevices {

    void openDrawer();

    void slip(CashMovedMessage moved);

    void report(TillReport report);

    void settled(TillSettledMessage settled);

    /** The paper of a settled till again, marked as a copy. */
    void copy(TillSettledMessage settled);
}
