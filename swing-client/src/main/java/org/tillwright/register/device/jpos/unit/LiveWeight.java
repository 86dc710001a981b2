package org.tillwright.register.device.jpos.unit;

import jpos.ScaleConst;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.ScaleReading.State;

/** The last word of a scale that tells each change by itself. Told on the maker's thread, asked on another. */
final class LiveWeight {

    private @Nullable State state;
    private boolean isOff;

    synchronized void told(int status) {
        if (Power.goesOff(status)) {
            isOff = true;
            return;
        }
        state = switch (status) {
            case ScaleConst.SCAL_SUE_STABLE_WEIGHT, ScaleConst.SCAL_SUE_WEIGHT_ZERO -> State.STILL;
            case ScaleConst.SCAL_SUE_WEIGHT_OVERWEIGHT -> State.TOO_HEAVY;
            case ScaleConst.SCAL_SUE_WEIGHT_UNDER_ZERO -> State.BELOW_ZERO;
            case ScaleConst.SCAL_SUE_WEIGHT_UNSTABLE, ScaleConst.SCAL_SUE_NOT_READY -> State.MOVING;
            default -> state; // not about the weight
        };
    }

    /** Null as long as nothing was told. */
    synchronized @Nullable State state() {
        return state;
    }

    synchronized boolean isOff() {
        return isOff;
    }
}
