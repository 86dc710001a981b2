package org.tillwright.register.device.jpos.unit;

import jpos.JposConst;
import jpos.JposException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/** Whether a device that can tell is switched on. Every control has these three properties, and none of them in common. */
record Power(Question capability, Setting notifying, Question state) {

    /** Has the service tell when the device goes off; must come before the device is enabled. */
    void watch() throws JposException {
        if (canTell()) {
            notifying.set(JposConst.JPOS_PN_ENABLED);
        }
    }

    /** Refuses to go on with a device that says that it is off. */
    void requireOn() throws JposException, LineException {
        if (canTell() && isOff(state.ask())) {
            throw new LineException(Trouble.NOT_ANSWERING, "it says that it is off or off line");
        }
    }

    /** True for a state, or for the status of an event, that means that nothing can be done with the device. */
    static boolean isOff(int state) {
        return state == JposConst.JPOS_PS_OFF
                || state == JposConst.JPOS_PS_OFFLINE
                || state == JposConst.JPOS_PS_OFF_OFFLINE;
    }

    /** True for the status of an event that tells such a state. */
    static boolean goesOff(int status) {
        return status == JposConst.JPOS_SUE_POWER_OFF
                || status == JposConst.JPOS_SUE_POWER_OFFLINE
                || status == JposConst.JPOS_SUE_POWER_OFF_OFFLINE;
    }

    /** Services older than version 1.3 do not know the question. */
    private boolean canTell() {
        return Ability.number(capability, JposConst.JPOS_PR_NONE) != JposConst.JPOS_PR_NONE;
    }

    /** A property that is a number. */
    @FunctionalInterface
    interface Question {
        int ask() throws JposException;
    }

    /** A property that can be set. */
    @FunctionalInterface
    interface Setting {
        void set(int value) throws JposException;
    }
}
