package org.tillwright.register.device;

import java.util.function.Consumer;

/** Reads barcodes. */
public interface Scanner extends Listening {

    @Override
    void open() throws DeviceException;

    /**
     * Hands over each code as it was read, without line ends but with what the scanner says of the symbol before it
     * (AIM); a code read twice comes twice. Stays in here, on the caller's thread, until {@link #close()}.
     *
     * @throws DeviceException if the scanner is not there or was lost; the caller may listen again
     */
    @Override
    void listen(Consumer<String> codes) throws DeviceException;

    /** Whether the scanner can be told what became of a code, so that it sounds by itself. */
    default boolean answers() {
        return false;
    }

    /** The last code counts. On a thread of its own; a scanner that cannot be told does nothing. */
    default void accepted() {}

    /** The last code does not count. */
    default void refused() {}

    @Override
    void close();
}
