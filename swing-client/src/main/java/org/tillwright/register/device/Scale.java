package org.tillwright.register.device;

/** What goods are weighed on at the counter. Called from one thread. */
public interface Scale extends AutoCloseable {

    /** Returns what the scale shows at this moment, and whether that can be sold by. */
    ScaleReading weigh() throws DeviceException;

    /**
     * Returns what the scale shows of these goods at this moment. A scale that computes prices is told the price, and
     * tells what it made of it; any other weighs, and the tare is taken off here.
     */
    default ScaleReading weigh(WeighingOrder order) throws DeviceException {
        return weigh().less(order.tareGrams());
    }

    @Override
    void close();
}
