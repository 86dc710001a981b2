package org.tillwright.register.device;

/** Hears how the devices are doing. Called on a device's lane: hand over to the event thread before showing anything. */
@FunctionalInterface
public interface DeviceListener {

    /** A job handed to {@link DeviceLane#use} was not done, or the scanner was lost. */
    void failed(DeviceException failure);

    /** A device that had failed did a job again. */
    default void recovered(DeviceKind device) {}

    /** A device did what it was asked, or is there again; told each time. */
    default void worked(DeviceKind device) {}

    /** A device did not do what it was asked. Also told where {@link #failed} is not, because whoever asked is told. */
    default void troubled(DeviceException failure) {}

    /** The process that drivers live in had ended or hung, and was started anew. */
    default void hostRestarted() {}

    /** A printer that is watched was asked how it is. Told when that has changed, and the first time. */
    default void printerSays(DeviceKind device, PrinterHealth health) {}
}
