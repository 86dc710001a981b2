package org.tillwright.register.testing;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.register.till.TillDevices;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillReport;

/** The devices of a till that only remember what was wanted of them. */
public final class NoPaper implements TillDevices {

    public final List<String> wanted = new ArrayList<>();

    @Override
    public void openDrawer() {
        wanted.add("drawer");
    }

    @Override
    public void slip(CashMovedMessage moved) {
        wanted.add("slip " + moved.kind() + " " + moved.amountMinor());
    }

    @Override
    public void report(TillReport report) {
        wanted.add(report.kind() + " " + report.number());
    }

    @Override
    public void settled(TillSettledMessage settled) {
        wanted.add("Z " + settled.zNumber());
    }

    @Override
    public void copy(TillSettledMessage settled) {
        wanted.add("copy of Z " + settled.zNumber());
    }
}
