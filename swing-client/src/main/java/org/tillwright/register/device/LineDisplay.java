package org.tillwright.register.device;

/** The two lines of text that face the customer. Called from one thread. */
public interface LineDisplay extends AutoCloseable {

    /** Shows two lines in place of what was there; what does not fit is cut off at the right. */
    void show(String top, String bottom) throws DeviceException;

    /** Returns a text in the letters that this display has; it may be longer than it was. */
    String written(String text);

    /** Returns how many characters a line has. */
    int columns();

    @Override
    void close();
}
