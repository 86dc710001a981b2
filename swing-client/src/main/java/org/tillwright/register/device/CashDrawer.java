package org.tillwright.register.device;

/** The box with the money. Called from one thread. */
public interface CashDrawer extends AutoCloseable {

    /** Opens the drawer. Most drawers cannot tell whether they did; then this returns when the pulse was sent. */
    void open() throws DeviceException;

    @Override
    void close();
}
