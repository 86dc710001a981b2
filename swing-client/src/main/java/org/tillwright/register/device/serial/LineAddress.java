package org.tillwright.register.device.serial;

import java.io.IOException;

/** Where a line goes, and how it is set. */
public interface LineAddress {

    /** Opens a line to the device there. */
    SerialLine open() throws IOException;
}
