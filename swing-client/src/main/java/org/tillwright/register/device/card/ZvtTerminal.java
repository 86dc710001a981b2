package org.tillwright.register.device.card;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A card terminal that speaks ZVT over TCP, the protocol of terminals in Germany, Austria and Switzerland. Knows
 * registration, payment, refund, reversal and stopping one; the end of day is done at the terminal.
 */
public final class ZvtTerminal implements CardTerminal {

    private static final Logger LOG = System.getLogger(ZvtTerminal.class.getName());

    /** Twelve digits are all that the protocol has room for. */
    private static final long LARGEST_MINOR = 999_999_999_999L;

    /** What a terminal asks for before money goes back, where nobody set another. */
    private static final String FACTORY_PASSWORD = "000000";

    private final SharedLine shared;
    private final ZvtSettings settings;
    private @Nullable SerialLine registeredLine;
    private volatile boolean cancelled;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public ZvtTerminal(SharedLine shared, ZvtSettings settings) {
        this.shared = shared;
        this.settings = settings;
    }

    @Override
    public CardResult authorize(Money amount) throws DeviceException {
        return perform(amount, dialogue -> dialogue.authorize(amount, settings.limit(), () -> cancelled));
    }

    @Override
    public CardResult refund(CardRefund refund) throws DeviceException {
        String password = settings.password();
        return perform(
                refund.amount(),
                dialogue -> dialogue.refund(
                        refund, password == null ? FACTORY_PASSWORD : password, settings.limit(), () -> cancelled));
    }

    private CardResult perform(Money amount, Function<ZvtDialogue, CardResult> task) throws DeviceException {
        if (amount.minor() <= 0 || amount.minor() > LARGEST_MINOR) {
            throw new IllegalArgumentException("a card payment of " + amount);
        }
        cancelled = false;
        CardResult result = shared.use(DeviceKind.CARD_TERMINAL, line -> {
            var dialogue = new ZvtDialogue(line);
            String password = settings.password();
            if (password != null && line != registeredLine) {
                Optional<Declined> refusal = dialogue.register(password, amount.currency());
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                registeredLine = line;
            }
            CardResult answer = task.apply(dialogue);
            if (answer instanceof CardResult.Unknown) {
                line.close(); // what the terminal may still say belongs to this payment, not to the next one
            }
            return answer;
        });
        if (result instanceof CardResult.Unknown unknown) {
            LOG.log(Level.WARNING, "card payment of {0}: {1}", amount, unknown.why());
        }
        return result;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        shared.close();
    }
}
