package org.tillwright.register.device.fiscal;

import java.util.Locale;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;

/** A fiscal device answered, and did not sign, or not so that it counts. */
public final class FiscalException extends DeviceException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public FiscalException(Reason reason) {
        super(DeviceKind.FISCAL, Trouble.FAULTY);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return "The fiscal device did not sign: " + reason;
    }

    /** Returns the key of this message in a bundle, such as {@code device.fiscal.memory-full}. */
    @Override
    public String textKey() {
        return "device.fiscal." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why. */
    public enum Reason {
        /** It has no room for another signature. */
        MEMORY_FULL,
        /** Its certificate has expired. */
        EXPIRED,
        /** It signed something else under the same transaction. */
        CONFLICT,
        /** It gave a number that it had given to another transaction. */
        NUMBER_TWICE,
        /** Its signature is not one of what it was to sign. */
        NOT_GENUINE,
        /** It says no for a reason that this program does not know. */
        REFUSED
    }
}
