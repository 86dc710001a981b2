package org.tillwright.register.device;

import java.util.function.Consumer;

/** Reads barcodes. */
public interface Scanner extends Listening {

    @Override
    void open() throws DeviceException;

    /**
     * Hands over each code as it was read, without line ends and without the scanner's own AIM prefix; a code read
     * twice comes twice. Stays in here, on the caller's thread, until {@link #close()}.
     *
     * @throws DeviceException if the scanner is not there or was lost; the caller may listen again
     */
    @Override
    void listen(Consumer<String> codes) throws DeviceException;

    @Override
    void close();
}
