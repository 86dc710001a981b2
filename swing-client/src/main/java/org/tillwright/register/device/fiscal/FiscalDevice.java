package org.tillwright.register.device.fiscal;

import org.tillwright.register.device.DeviceException;
import org.tillwright.wire.fiscal.FiscalMessage;

/** Signs what was sold, under numbers of its own. Used on its lane only; its methods wait for an answer, for a limited time. */
public interface FiscalDevice extends AutoCloseable {

    /**
     * Asks whether it could sign now.
     *
     * @throws DeviceException if it could not: it is away, or out of order in a way of its own
     */
    void check() throws DeviceException;

    /**
     * Has one record signed. Asked again for the same transaction it gives its first answer again, whatever had become of that:
     * one transaction never has two numbers.
     *
     * @throws DeviceException if it did not answer, or refused; it may have signed all the same, which asking again tells
     */
    FiscalMessage.Signature sign(FiscalRequest request) throws DeviceException;

    @Override
    void close();
}
