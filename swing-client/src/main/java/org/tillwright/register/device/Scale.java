package org.tillwright.register.device;

/** What goods are weighed on at the counter. Called from one thread. */
public interface Scale extends AutoCloseable {

    /** Returns what the scale shows at this moment, and whether that can be sold by. */
    ScaleReading weigh() throws DeviceException;

    @Override
    void close();
}
