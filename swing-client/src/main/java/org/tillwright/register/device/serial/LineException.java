package org.tillwright.register.device.serial;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;

/** A line failed, and it is known how. */
public final class LineException extends IOException {

    private final Trouble trouble;
    private final boolean beforeAnything;

    public LineException(Trouble trouble, String message, @Nullable Throwable cause) {
        this(trouble, message, cause, false);
    }

    private LineException(Trouble trouble, String message, @Nullable Throwable cause, boolean beforeAnything) {
        super(message, cause);
        this.trouble = trouble;
        this.beforeAnything = beforeAnything;
    }

    public LineException(Trouble trouble, String message) {
        this(trouble, message, null);
    }

    public Trouble trouble() {
        return trouble;
    }

    /** The same for another thread to throw, with this one as its cause. */
    public LineException again() {
        return new LineException(trouble, String.valueOf(getMessage()), this, beforeAnything);
    }

    /** The same, told by somebody who knows that nothing of the job had reached the device yet. */
    public LineException beforeAnything() {
        return new LineException(trouble, String.valueOf(getMessage()), this, true);
    }

    /** Whether the device may have done some or all of what it was asked. */
    public boolean mayBeDone() {
        return !beforeAnything;
    }
}
