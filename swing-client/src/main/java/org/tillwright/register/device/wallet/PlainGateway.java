package org.tillwright.register.device.wallet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/** A gateway that takes one line of plain words for each request and answers with one, as docs/devices.md says. */
public final class PlainGateway implements PaymentGateway {

    private static final Logger LOG = System.getLogger(PlainGateway.class.getName());

    /** How long one answer may take; what takes longer is asked for again by {@link #status}. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int READ_BYTES = 1_024;

    private final SharedLine shared;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public PlainGateway(SharedLine shared) {
        this.shared = shared;
    }

    @Override
    public WalletAnswer ask(WalletRequest request) throws DeviceException {
        WalletAnswer answer = shared.use(DeviceKind.WALLET, line -> {
            try {
                return talk(line, PlainWords.of(request), request.paymentId());
            } catch (IOException e) {
                line.close(); // what may still come belongs to this request, not to the next one
                return new WalletAnswer.Unclear("the gateway gave no answer: " + e.getMessage());
            }
        });
        if (answer instanceof WalletAnswer.Unclear unclear) {
            Money amount = request.amount();
            LOG.log(Level.WARNING, "wallet payment {0} of {1}: {2}", request.paymentId(), amount, unclear.why());
        }
        return answer;
    }

    @Override
    public WalletAnswer status(UUID paymentId) throws DeviceException {
        return shared.use(DeviceKind.WALLET, line -> talk(line, PlainWords.status(paymentId), paymentId));
    }

    @Override
    public WalletAnswer cancel(UUID paymentId) throws DeviceException {
        return shared.use(DeviceKind.WALLET, line -> talk(line, PlainWords.cancel(paymentId), paymentId));
    }

    private static WalletAnswer talk(SerialLine line, String words, UUID paymentId) throws IOException {
        line.write((words + "\n").getBytes(StandardCharsets.US_ASCII));
        return PlainWords.answer(readLine(line), paymentId);
    }

    /** Reads up to the end of a line; a gateway says nothing that it was not asked. */
    private static String readLine(SerialLine line) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[READ_BYTES];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long left = PATIENCE.toNanos();
        while (left > 0 && text.length() <= PlainWords.MAX_LENGTH) {
            int count = line.read(buffer, Duration.ofNanos(left));
            text.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
            int end = text.indexOf("\n");
            if (end >= 0) {
                return text.substring(0, end).strip();
            }
            left = deadline - System.nanoTime();
        }
        boolean isTooLong = left > 0;
        throw new LineException(
                isTooLong ? Trouble.NOT_UNDERSTOOD : Trouble.NOT_ANSWERING,
                isTooLong ? "the gateway's answer does not end" : "the gateway does not answer");
    }

    @Override
    public void close() {
        shared.close();
    }
}
