package org.tillwright.register.device.serial;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** A byte line to one device. Reading and writing may happen on two threads; each by one at a time. */
public interface SerialLine extends Closeable {

    /**
     * Writes all bytes, and waits for the far end to take them as long as it keeps taking some.
     *
     * @throws LineException if the far end is gone or has stopped taking bytes; part of them may have arrived
     */
    void write(byte[] bytes) throws IOException;

    /**
     * Reads what has arrived, up to the buffer's length; returns 0 if nothing came within {@code patience}.
     *
     * @throws LineException if the far end is gone and everything it sent was read
     */
    int read(byte[] buffer, Duration patience) throws IOException;

    /** Closes within a short time, whatever state the far end is in. */
    @Override
    void close();
}
