package org.tillwright.register.device;

import java.util.function.Consumer;

/** A device that speaks by itself, whenever a person shows it something. */
interface Listening extends AutoCloseable {

    /** Makes sure that the device is there. */
    void open() throws DeviceException;

    /**
     * Hands over what the device read, as often as it reads something. Stays in here, on the caller's thread, until
     * {@link #close()}.
     *
     * @throws DeviceException if the device is not there or was lost; the caller may listen again
     */
    void listen(Consumer<String> read) throws DeviceException;

    @Override
    void close();
}
