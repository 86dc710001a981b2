package org.tillwright.register.device;

/** Hears how the devices are doing. Called on a device's lane: hand over to the event thread before showing anything. */
@FunctionalInterface
public interface DeviceListener {

    /** A job handed to {@link DeviceLane#use} was not done, or the scanner was lost. */
    void failed(DeviceException failure);

    /** A device that had failed did a job again. */
    default void recovered(DeviceKind device) {}
}
