package org.tillwright.server.wallet;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Contention;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.platform.WalletSettings;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/**
 * The door for payments from phones. What is asked of the gateway is on disk before, and no transaction is open meanwhile. Where
 * nobody knows whether the gateway heard, that is what the register is told, and the payment is asked about until it is known.
 */
@Stateless
public class WalletService {

    /** Bytes of one event. */
    public static final int MAX_EVENT_BYTES = 16 * 1024;

    private static final int MAX_ATTEMPTS = 5;

    @Inject
    WalletBooksService books;

    @Inject
    WalletBookings bookings;

    @Inject
    GatewayClient gateway;

    @Inject
    ServerSettings settings;

    @Inject
    Clock clock;

    /**
     * Begins a payment or a refund, or gives a payment the code that the customer showed. The same again moves nothing twice.
     *
     * @throws Refused with {@code WALLET_REFUSED} when certainly no money moves, and a field that says why
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public WalletStateMessage ask(String workstationId, WalletRequestMessage request) {
        if (!gateway.isSetUp()) {
            throw refused(WalletReason.NOT_SET_UP);
        }
        WalletKind kind = kindOf(request);
        WalletBooksService.Begun begun = untilItWins(() -> books.begin(workstationId, kind, request));
        WalletRow row = begun.row();
        if (row.state().isFinal()) {
            return message(row);
        }
        String shown = request.customerCode();
        if (row.state() == WalletState.ASKED) {
            GatewayAnswer created = gateway.create(row, row.kind() == WalletKind.SCAN ? shown : null);
            if (created instanceof GatewayAnswer.NotDone notDone && begun.isNew()) {
                untilItWins(() -> books.notDone(row.paymentId()));
                throw refused(notDone.reason());
            }
            WalletStateMessage answer = settled(row, created);
            return answer.state().equals(WalletState.WAITING.name()) && isLater(row, shown)
                    ? present(row, shown)
                    : answer;
        }
        return isLater(row, shown) ? present(row, shown) : look(row);
    }

    /** True for a code that is shown for a payment that was begun without one. */
    private static boolean isLater(WalletRow row, @Nullable String shown) {
        return shown != null && row.kind() == WalletKind.SHOW;
    }

    private WalletStateMessage present(WalletRow row, @Nullable String shown) {
        return settled(row, gateway.present(row, String.valueOf(shown)));
    }

    /** Tells how a payment stands. One that was never asked for is given up for good. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public WalletStateMessage status(String workstationId, UUID paymentId) {
        Optional<WalletRow> row = untilItWins(() -> books.findOrGiveUp(paymentId, workstationId));
        return row.map(this::fresh).orElseGet(() -> notKnown(paymentId));
    }

    /** Stops a payment that nobody has paid, and tells what became of it. It is tried on until the gateway has answered. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public WalletStateMessage cancel(String workstationId, UUID paymentId) {
        Optional<WalletRow> row = untilItWins(() -> books.findOrGiveUp(paymentId, workstationId));
        if (row.isEmpty() || row.get().state().isFinal()) {
            return row.map(WalletService::message).orElseGet(() -> notKnown(paymentId));
        }
        return stop(untilItWins(() -> books.wantCancel(paymentId)));
    }

    /** Within a moment of the last word the event of the next is waited for: registers ask each second. */
    private WalletStateMessage fresh(WalletRow row) {
        boolean isFresh = row.state() == WalletState.WAITING
                && clock.instant().isBefore(row.lookedAt().plus(WalletTurns.FRESH));
        return row.state().isFinal() || isFresh ? message(row) : look(row);
    }

    private WalletStateMessage look(WalletRow row) {
        GatewayAnswer found = gateway.isSetUp() ? gateway.find(row) : new GatewayAnswer.Unclear("no gateway is set up");
        return found instanceof GatewayAnswer.NotKnown ? stop(row) : settled(row, found);
    }

    /** What the gateway never heard of may still be on its way to it: from now on it is refused there. */
    private WalletStateMessage stop(WalletRow row) {
        if (!gateway.isSetUp()) {
            return settled(row, new GatewayAnswer.Unclear("no gateway is set up"));
        }
        GatewayAnswer stopped = gateway.cancel(row);
        if (stopped instanceof GatewayAnswer.NotKnown && row.state() == WalletState.ASKED) {
            return message(untilItWins(() -> books.notDone(row.paymentId())));
        }
        return settled(row, stopped);
    }

    private WalletStateMessage settled(WalletRow row, GatewayAnswer answer) {
        if (answer instanceof GatewayAnswer.Told told) {
            return message(untilItWins(() -> books.told(told.standing())));
        }
        WalletRow now = untilItWins(() -> books.unclear(row.paymentId()));
        return now.state().isFinal() ? message(now) : message(now, "UNCLEAR");
    }

    /**
     * Takes what the gateway tells by itself. Its signature is who it is.
     *
     * @throws Refused with {@code SIGNATURE_REFUSED} when the secret, the bytes or the time are wrong; nothing was changed
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void hear(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        List<String> secrets = settings.wallet().map(WalletSettings::secrets).orElse(List.of());
        if (body.length > MAX_EVENT_BYTES) {
            throw new Refused(ProblemCode.TOO_LARGE, "An event has at most " + MAX_EVENT_BYTES + " bytes.");
        } else if (!EventSignature.isGood(secrets, timestamp, signature, body, clock.instant())) {
            throw new Refused(
                    ProblemCode.SIGNATURE_REFUSED,
                    "The event is not signed with the secret of this shop, or was signed more than "
                            + EventSignature.WINDOW.toMinutes() + " minutes ago.");
        }
        GatewayMessages.Event event = event(body);
        untilItWins(() -> {
            books.heard(event);
            return true;
        });
    }

    private static GatewayMessages.Event event(byte[] body) {
        try {
            return WireJson.read(body, GatewayMessages.Event.class);
        } catch (MalformedMessageException e) {
            throw new Refused(ProblemCode.MALFORMED, "The event is not complete.", e.faults());
        }
    }

    /** Asks about payments whose end nobody told, and stops those that nobody can be waiting for. The server's timer asks. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int lookAfter() {
        if (!gateway.isSetUp()) {
            return 0;
        }
        List<WalletRow> due = untilItWins(books::claim);
        Instant oldest = clock.instant().minus(WalletTurns.PAYMENT_LASTS);
        for (WalletRow row : due) {
            boolean isOver =
                    row.cancelWanted() || (!row.isRefund() && row.askedAt().isBefore(oldest));
            var unused = isOver ? stop(row) : look(row);
        }
        return due.size();
    }

    /** Tells which sale a payment was for, in the sale's transaction. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<String> noteSold(UUID transactionId, List<WalletTaken> taken) {
        return bookings.noteSold(transactionId, taken);
    }

    private static WalletKind kindOf(WalletRequestMessage request) {
        WalletKind kind = WalletKind.find(request.kind());
        boolean isSound = kind != null
                && request.amountMinor() > 0
                && (kind == WalletKind.SCAN || kind == WalletKind.SHOW || isCode(request.reference()))
                && (kind != WalletKind.SCAN || isCode(request.customerCode()));
        if (kind == null || !isSound) {
            throw refused(WalletReason.UNSOUND);
        }
        return kind;
    }

    private static boolean isCode(@Nullable String text) {
        return text != null && text.matches("[!-~]{1,200}");
    }

    private static WalletStateMessage message(WalletRow row) {
        return message(
                row, row.state() == WalletState.ASKED ? "UNCLEAR" : row.state().name());
    }

    private static WalletStateMessage message(WalletRow row, String state) {
        Long paid = row.paidMinor();
        return new WalletStateMessage(
                row.paymentId(),
                state,
                paid == null ? row.amountMinor() : paid,
                row.currency(),
                state.equals("WAITING") ? row.code() : null,
                row.reference(),
                row.reason());
    }

    private static WalletStateMessage notKnown(UUID paymentId) {
        return new WalletStateMessage(paymentId, "NOT_KNOWN", null, null, null, null, null);
    }

    private static Refused refused(WalletReason reason) {
        return new Refused(ProblemCode.WALLET_REFUSED, reason);
    }

    private static <T> T untilItWins(Supplier<T> transaction) {
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (Contention e) {
                // Whoever won has written what this one reads next time.
            }
        }
        return transaction.get();
    }
}
