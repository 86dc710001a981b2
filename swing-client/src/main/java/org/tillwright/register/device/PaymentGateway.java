package org.tillwright.register.device;

import java.util.UUID;

/**
 * Takes payments from purses on phones, by a code that one side shows and the other reads. Whoever asks names each
 * payment; the same name again never moves money twice, so that an answer that was lost can be asked for again.
 */
public interface PaymentGateway extends AutoCloseable {

    /** Stands where there is no way to a gateway, such as where addresses are only checked. */
    PaymentGateway NONE = new PaymentGateway() {
        @Override
        public WalletAnswer ask(WalletRequest request) throws DeviceException {
            throw new DeviceException(DeviceKind.WALLET, DeviceException.Trouble.ABSENT);
        }

        @Override
        public WalletAnswer status(UUID paymentId) throws DeviceException {
            throw new DeviceException(DeviceKind.WALLET, DeviceException.Trouble.ABSENT);
        }

        @Override
        public WalletAnswer cancel(UUID paymentId) throws DeviceException {
            return status(paymentId);
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    };

    /**
     * Begins a payment, gives it the code that the customer showed, or pays money back.
     *
     * @return {@link WalletAnswer.Unclear} when the request may have arrived and no answer came back
     * @throws DeviceException if the gateway certainly has not taken the request
     */
    WalletAnswer ask(WalletRequest request) throws DeviceException;

    /**
     * Asks what became of a payment.
     *
     * @throws DeviceException if there is no answer; nothing is known then
     */
    WalletAnswer status(UUID paymentId) throws DeviceException;

    /**
     * Stops a payment that nobody has paid yet, and tells what became of it: it may have been paid a moment before.
     *
     * @throws DeviceException if there is no answer; nothing is known then
     */
    WalletAnswer cancel(UUID paymentId) throws DeviceException;

    @Override
    void close();
}
