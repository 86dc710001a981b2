package org.tillwright.register.device.fiscal;

import java.time.Duration;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SharedLine;
import org.tillwright.wire.fiscal.FiscalMessage;

/**
 * A signing device on a line, in the protocol that docs/fiscal.md tells. When an answer is lost it is asked again at once: the
 * transaction's id decides, so that one transaction never has two numbers.
 */
public final class SignerDevice implements FiscalDevice {

    /** Longest wait for one answer. A receipt waits for it, and with it a customer. */
    static final Duration ANSWER_PATIENCE = Duration.ofSeconds(3);

    private final SharedLine shared;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public SignerDevice(SharedLine shared) {
        this.shared = shared;
    }

    @Override
    public void check() throws DeviceException {
        SignerText.requireReady(ask(SignerText.HELLO));
    }

    @Override
    public FiscalMessage.Signature sign(FiscalRequest request) throws DeviceException {
        String asked = SignerText.sign(request);
        try {
            return SignerText.signature(request, asked, ask(asked));
        } catch (FiscalException refused) {
            throw refused;
        } catch (DeviceException lost) {
            if (lost.trouble() != Trouble.UNPLUGGED && lost.trouble() != Trouble.DRIVER_LOST) {
                throw lost;
            }
            return SignerText.signature(request, asked, ask(asked));
        }
    }

    private String ask(String text) throws DeviceException {
        return shared.use(DeviceKind.FISCAL, line -> new SignerFrames(line).ask(text, ANSWER_PATIENCE));
    }

    @Override
    public void close() {
        shared.close();
    }
}
