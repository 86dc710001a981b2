package org.tillwright.register.device.serial;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;

/** A line failed, and it is known how. */
public final class LineException extends IOException {

    private final Trouble trouble;

    public LineException(Trouble trouble, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public LineException(Trouble trouble, String message) {
        this(trouble, message, null);
    }

    public Trouble trouble() {
        return trouble;
    }
}
