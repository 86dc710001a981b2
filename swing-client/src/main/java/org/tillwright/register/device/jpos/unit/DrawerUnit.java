package org.tillwright.register.device.jpos.unit;

import jpos.CashDrawer;
import jpos.JposException;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposCall.Verb;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.jpos.JposReply.Health;
import org.tillwright.register.device.serial.LineException;

/** A cash drawer. Not claimed: UnifiedPOS lets several programs use it, and another that has claimed it says so. */
final class DrawerUnit extends Unit<CashDrawer> {

    DrawerUnit(CashDrawer drawer) {
        super(drawer, new Power(drawer::getCapPowerReporting, drawer::setPowerNotify, drawer::getPowerState));
    }

    @Override
    boolean isExclusive() {
        return false;
    }

    @Override
    JposReply answer(CashDrawer drawer, JposCall call) throws JposException, LineException {
        if (call.is(Verb.HEALTH)) {
            boolean isOpen = Ability.is(drawer::getCapStatus) && drawer.getDrawerOpened();
            return JposReply.of(new Health(false, false, false, isOpen));
        }
        if (!call.is(Verb.OPEN_DRAWER)) {
            throw unknown(call);
        }
        drawer.openDrawer();
        return JposReply.DONE;
    }
}
