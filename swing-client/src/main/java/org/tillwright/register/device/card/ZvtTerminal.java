package org.tillwright.register.device.card;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardDay;
import org.tillwright.register.device.CardLast;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.CardWatcher;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A card terminal that speaks ZVT, the protocol of terminals in Germany, Austria and Switzerland, over TCP or a serial line. Knows
 * registration, payment, refund, reversal, stopping one, what was last, and the end of day.
 */
public final class ZvtTerminal implements CardTerminal {

    private static final Logger LOG = System.getLogger(ZvtTerminal.class.getName());

    /** Twelve digits are all that the protocol has room for. */
    private static final long LARGEST_MINOR = 999_999_999_999L;

    /** What a terminal asks for before money goes back, where nobody set another. */
    private static final String FACTORY_PASSWORD = "000000";

    private final SharedLine shared;
    private final ZvtSettings settings;
    private final Function<SerialLine, Frames> framing;
    private volatile CardWatcher watcher = CardWatcher.NONE;
    private @Nullable SerialLine registeredLine;
    private @Nullable SerialLine enquiredLine;
    private volatile boolean cancelled;

    /** What it told last of its own accord or asked for, as {@link Told#movement} names it. */
    private String lastMovement = "";

    private ZvtTerminal(SharedLine shared, ZvtSettings settings, Function<SerialLine, Frames> framing) {
        this.shared = shared;
        this.settings = settings;
        this.framing = framing;
    }

    /**
     * A terminal on the network.
     *
     * @param shared one share of the line, which is given up by {@link #close()}
     */
    public static ZvtTerminal overTcp(SharedLine shared, ZvtSettings settings) {
        return new ZvtTerminal(shared, settings, TcpFrames::new);
    }

    /**
     * A terminal on a serial line.
     *
     * @param shared one share of the line, which is given up by {@link #close()}
     */
    public static ZvtTerminal overSerial(SharedLine shared, ZvtSettings settings) {
        return new ZvtTerminal(shared, settings, SerialFrames::new);
    }

    @Override
    public CardResult authorize(Money amount) throws DeviceException {
        return perform(amount, dialogue -> ZvtMovement.authorize(dialogue, amount, manner()));
    }

    @Override
    public CardResult refund(CardRefund refund) throws DeviceException {
        return perform(refund.amount(), dialogue -> ZvtMovement.refund(dialogue, refund, password(), manner()));
    }

    private ZvtMovement.Manner manner() {
        return new ZvtMovement.Manner(settings.limit(), () -> cancelled, lastMovement);
    }

    private String password() {
        String password = settings.password();
        return password == null ? FACTORY_PASSWORD : password;
    }

    private CardResult perform(Money amount, Function<ZvtDialogue, CardResult> task) throws DeviceException {
        if (amount.minor() <= 0 || amount.minor() > LARGEST_MINOR) {
            throw new IllegalArgumentException("a card payment of " + amount);
        }
        cancelled = false;
        CardResult result = shared.use(DeviceKind.CARD_TERMINAL, line -> {
            var dialogue = new ZvtDialogue(framing.apply(line), watcher);
            Optional<Declined> refusal = register(line, dialogue, amount.currency());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            CardResult answer = task.apply(dialogue);
            if (answer instanceof CardResult.Approved approved) {
                lastMovement = Told.movement(approved.card());
            }
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

    private Optional<Declined> register(SerialLine line, ZvtDialogue dialogue, Currency currency) throws IOException {
        String password = settings.password();
        if (password == null || line == registeredLine) {
            return Optional.empty();
        }
        Optional<Declined> refusal = dialogue.register(password, currency);
        if (refusal.isEmpty()) {
            registeredLine = line;
        }
        return refusal;
    }

    @Override
    public CardLast last(Currency currency) throws DeviceException {
        return shared.use(DeviceKind.CARD_TERMINAL, line -> {
            // A repeated paper is not wanted: what is asked for is what happened.
            var dialogue = new ZvtDialogue(framing.apply(line), CardWatcher.NONE);
            Optional<Declined> refusal = register(line, dialogue, currency);
            if (refusal.isPresent()) {
                return new CardLast.Busy(refusal.get().code());
            }
            ZvtQuestions questions = new ZvtQuestions(dialogue, password(), currency);
            if (line != enquiredLine) { // what was going on when the line was made anew is still going on, or over
                Optional<String> busy = questions.busy();
                if (busy.isPresent()) {
                    return new CardLast.Busy(busy.get());
                }
                enquiredLine = line;
            }
            CardLast last = questions.last();
            lastMovement = nameOf(last);
            return last;
        });
    }

    private static String nameOf(CardLast last) {
        return last instanceof CardLast.Moved moved ? Told.movement(moved.card()) : "";
    }

    @Override
    public CardDay endOfDay(Currency currency) throws DeviceException {
        return shared.use(DeviceKind.CARD_TERMINAL, line -> {
            var dialogue = new ZvtDialogue(framing.apply(line), watcher);
            Optional<Declined> refusal = register(line, dialogue, currency);
            if (refusal.isPresent()) {
                return new CardDay.Refused(refusal.get().code());
            }
            CardDay day = new ZvtQuestions(dialogue, password(), currency).endOfDay();
            if (day instanceof CardDay.Unknown unknown) {
                LOG.log(Level.WARNING, "end of day: {0}", unknown.why());
                line.close(); // what it may still say belongs to this day
            }
            return day;
        });
    }

    @Override
    public void watch(CardWatcher next) {
        watcher = next;
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
