package org.tillwright.register.device.jpos.unit;

import jpos.BaseJposControl;
import jpos.JposConst;
import jpos.JposException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.host.HostedService.HostedDriver;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * One device that a maker's service drives: opened, claimed and enabled before anything else, and given up whole by
 * {@link #close()}. After a failure the register closes it and opens another.
 *
 * @param <C> the control of JavaPOS
 */
abstract class Unit<C extends BaseJposControl> implements HostedDriver {

    /** How long another program that has the device is waited for, in milliseconds. */
    private static final int CLAIM_MILLIS = 1_000;

    private final C control;
    private final Power power;

    Unit(C control, Power power) {
        this.control = control;
        this.power = power;
    }

    /** True for what only one program may use at a time; UnifiedPOS lets several use a cash drawer. */
    boolean isExclusive() {
        return true;
    }

    /** Sets what must be set before the device is enabled, and listens to it. */
    void prepare(C device) throws JposException {}

    /** Sets what can only be set once the device is enabled. */
    void begin(C device) throws JposException, LineException {}

    abstract JposReply answer(C device, JposCall call) throws JposException, LineException;

    /** Takes back what was begun and will not be finished. */
    void abandon(C device) throws JposException {}

    Trouble troubleOf(JposException error) {
        return ErrorCodes.troubleOf(error);
    }

    /** What may be said of an error in a log. */
    String words(JposException error) {
        return ErrorCodes.described(error);
    }

    /**
     * Takes the device.
     *
     * @param name the logical name of the service in {@code jpos.xml}
     */
    final void open(String name) throws LineException {
        try {
            control.open(name);
            if (isExclusive()) {
                claim();
            }
            Ability.done(() -> control.setFreezeEvents(false));
            Ability.done(power::watch);
            prepare(control);
            control.setDeviceEnabled(true);
            power.requireOn();
            begin(control);
        } catch (JposException e) {
            close();
            throw failure(e);
        } catch (LineException e) {
            close();
            throw e;
        } catch (LinkageError e) {
            close();
            throw incomplete(e);
        }
    }

    private void claim() throws JposException, LineException {
        try {
            control.claim(CLAIM_MILLIS);
        } catch (JposException e) {
            if (e.getErrorCode() == JposConst.JPOS_E_TIMEOUT) {
                throw new LineException(Trouble.BUSY, "another program has claimed it and does not give it up", e);
            }
            throw e;
        }
    }

    @Override
    public final byte[] call(byte[] request) throws LineException {
        try {
            JposCall call = WireJson.read(request, JposCall.class);
            power.requireOn();
            return WireJson.write(answer(control, call));
        } catch (JposException e) {
            Ability.done(() -> abandon(control));
            throw failure(e);
        } catch (LineException e) {
            Ability.done(() -> abandon(control));
            throw e;
        } catch (LinkageError e) {
            throw incomplete(e);
        } catch (MalformedMessageException | IllegalArgumentException e) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, "the register's request makes no sense", e);
        }
    }

    /** A question that this kind of device has no answer to. */
    static LineException unknown(JposCall call) {
        return new LineException(Trouble.NOT_UNDERSTOOD, "this kind of device knows nothing of " + call.verb());
    }

    private LineException failure(JposException error) {
        return new LineException(troubleOf(error), words(error));
    }

    private static LineException incomplete(LinkageError error) {
        return new LineException(
                Trouble.NO_DRIVER,
                "a part of its driver is missing or does not fit (" + error + "); look into the folder drivers");
    }

    /** Gives the device up, whatever state it is in, so that it can be taken afresh. */
    @Override
    public final void close() {
        try {
            Ability.done(() -> control.setFreezeEvents(true));
            Ability.done(() -> control.setDeviceEnabled(false));
            if (isExclusive()) {
                Ability.done(control::release);
            }
            Ability.done(control::close);
        } catch (LinkageError e) {
            // The driver is not whole; nothing of it holds the device.
        }
    }
}
