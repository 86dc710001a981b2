package org.tillwright.register.device.jpos.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import jpos.JposConst;
import jpos.JposException;
import jpos.Scale;
import jpos.ScaleConst;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposCall.Verb;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.serial.LineException;

/**
 * A scale. Where the service tells each change by itself, its last word is taken; otherwise the weight is asked for, without
 * waiting for it to come to rest. A scale that is not set to kilograms or grams is refused: nothing is sold by a weight that
 * was converted.
 */
final class ScaleUnit extends Unit<Scale> {

    /** The first version of UnifiedPOS in which a weight can be asked for without waiting. */
    private static final int VERSION_OF_ASYNC = 1_003_000;

    private final AsyncWeight async = new AsyncWeight();
    private final LiveWeight live = new LiveWeight();
    private Way way = Way.WAITING;
    private boolean isInGrams;

    ScaleUnit(Scale scale) {
        super(scale, new Power(scale::getCapPowerReporting, scale::setPowerNotify, scale::getPowerState));
    }

    @Override
    void prepare(Scale scale) throws JposException {
        scale.addStatusUpdateListener(event -> live.told(event.getStatus()));
        if (Ability.is(scale::getCapStatusUpdate)
                && Ability.done(() -> scale.setStatusNotify(ScaleConst.SCAL_SN_ENABLED))) {
            way = Way.TOLD;
        } else if (Ability.number(scale::getDeviceServiceVersion, 0) >= VERSION_OF_ASYNC) {
            scale.addDataListener(event -> async.weighed(event.getStatus()));
            scale.addErrorListener(event -> async.failed(event.getErrorCode(), event.getErrorCodeExtended()));
            way = Ability.done(() -> scale.setAsyncMode(true)) ? Way.ASYNC : Way.WAITING;
        }
    }

    @Override
    void begin(Scale scale) throws JposException, LineException {
        int unit = scale.getWeightUnit();
        if (unit != ScaleConst.SCAL_WU_GRAM && unit != ScaleConst.SCAL_WU_KILOGRAM) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, "it weighs in ounces or pounds; set it to kilograms");
        }
        isInGrams = unit == ScaleConst.SCAL_WU_GRAM;
        if (way == Way.ASYNC) {
            Ability.done(() -> scale.setAutoDisable(false));
            scale.setDataEventEnabled(true);
        }
    }

    @Override
    JposReply answer(Scale scale, JposCall call) throws JposException, LineException {
        if (!call.is(Verb.WEIGH)) {
            throw unknown(call);
        }
        try {
            return switch (way) {
                case TOLD -> told(scale);
                case ASYNC -> reading(async.weigh(scale));
                case WAITING -> reading(waitedFor(scale));
            };
        } catch (JposException e) {
            return beyond(e);
        }
    }

    private JposReply told(Scale scale) throws JposException, LineException {
        if (live.isOff()) {
            throw new LineException(Trouble.NOT_ANSWERING, "it went off or off line");
        }
        State state = live.state();
        if (state == null) { // nothing has changed since it was switched on
            return reading(waitedFor(scale));
        }
        boolean hasWeight = state == State.STILL || state == State.MOVING;
        return hasWeight ? JposReply.weighed(state.name(), grams(scale.getScaleLiveWeight())) : none(state);
    }

    private static int waitedFor(Scale scale) throws JposException {
        int[] weight = new int[1];
        scale.readWeight(weight, AsyncWeight.MILLIS);
        return weight[0];
    }

    /** A weight that was asked for is one at rest; {@link AsyncWeight#NONE_YET} is none. */
    private JposReply reading(int weight) {
        if (weight == AsyncWeight.NONE_YET) {
            return none(State.MOVING);
        }
        long grams = grams(weight);
        return JposReply.weighed((grams < 0 ? State.BELOW_ZERO : State.STILL).name(), grams);
    }

    /** A weight that cannot be had is no trouble with the scale, where it says why. */
    private static JposReply beyond(JposException error) throws JposException {
        if (error.getErrorCode() == JposConst.JPOS_E_TIMEOUT) {
            return none(State.MOVING);
        }
        if (error.getErrorCode() == JposConst.JPOS_E_EXTENDED) {
            if (error.getErrorCodeExtended() == ScaleConst.JPOS_ESCAL_OVERWEIGHT) {
                return none(State.TOO_HEAVY);
            }
            if (error.getErrorCodeExtended() == ScaleConst.JPOS_ESCAL_UNDER_ZERO) {
                return none(State.BELOW_ZERO);
            }
            if (error.getErrorCodeExtended() == ScaleConst.JPOS_ESCAL_SAME_WEIGHT) {
                return none(State.NOT_MOVED);
            }
        }
        throw error;
    }

    private static JposReply none(State state) {
        return JposReply.weighed(state.name(), 0);
    }

    /** UnifiedPOS counts thousandths of the unit. To the gram, a half up: finer scales show more than anybody is billed for. */
    private long grams(int thousandths) {
        return BigDecimal.valueOf(thousandths)
                .movePointLeft(isInGrams ? 3 : 0)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Override
    void abandon(Scale scale) throws JposException {
        if (way == Way.ASYNC) {
            scale.clearInput();
        }
    }

    /** How a weight is come by. */
    private enum Way {
        TOLD,
        ASYNC,
        WAITING
    }
}
