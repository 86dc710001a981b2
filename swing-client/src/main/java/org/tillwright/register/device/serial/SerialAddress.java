package org.tillwright.register.device.serial;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A serial port and its settings.
 *
 * @param baud bits per second
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 */
public record SerialAddress(Path port, int baud, int dataBits, Parity parity, int stopBits, Flow flow)
        implements LineAddress {

    /** A port at the given speed, 8 data bits, no parity, 1 stop bit, no flow control: what most devices come with. */
    public static SerialAddress of(Path port, int baud) {
        return new SerialAddress(port, baud, 8, Parity.NONE, 1, Flow.NONE);
    }

    @Override
    public SerialLine open() throws IOException {
        return Rs232Line.open(this);
    }

    @Override
    public String toString() {
        return port.toString();
    }

    /** The bit that checks the others. */
    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /** How the far end says that it cannot take more. */
    public enum Flow {
        NONE,
        /** RTS and CTS wires. */
        HARDWARE,
        /** XON and XOFF bytes; not for lines that carry pictures. */
        SOFTWARE
    }
}
