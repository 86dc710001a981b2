package org.tillwright.register.kitchen;

import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.StationState;

/** Hears how the stations' printers are doing, on a station's own thread. */
public interface KitchenListener {

    /** Nobody listens. */
    KitchenListener NOBODY = (stationId, trouble, waiting) -> {};

    /**
     * A ticket was not printed; told once, until another one was.
     *
     * @param waiting tickets that wait for this station now
     */
    void failed(String stationId, Trouble trouble, long waiting);

    /** This register has no printer of a station that was told something. */
    default void missing(String stationId, long waiting) {}

    /** A station's printer did what it was asked, or did not; told each time. */
    default void did(String stationId, StationState state) {}

    /** A station that failed prints again, and nothing waits for it. */
    default void recovered(String stationId) {}
}
