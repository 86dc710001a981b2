package org.tillwright.register.device.serial;

import java.io.IOException;
import java.nio.file.Path;

/** A device file that takes and gives bytes without settings, such as {@code /dev/usb/lp0}. */
public record FileAddress(Path file) implements LineAddress {

    @Override
    public SerialLine open() throws IOException {
        return FileLine.open(this);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
