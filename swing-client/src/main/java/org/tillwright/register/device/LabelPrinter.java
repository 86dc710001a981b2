package org.tillwright.register.device;

/** Prints labels of one size. Implementations are called from one thread and may block until the labels are out. */
public interface LabelPrinter extends AutoCloseable {

    /** Most copies of one label in one job. */
    int MAX_COPIES = 500;

    /**
     * Prints so many of one label.
     *
     * @param label exactly as large as {@link #size} says
     * @param copies from 1 to {@link #MAX_COPIES}
     * @throws DeviceException if the printer did not print them all; some may be out
     */
    void print(LabelDots label, int copies) throws DeviceException;

    /** Returns the size of the labels on the roll, as the settings say. */
    LabelSize size();

    @Override
    void close();
}
