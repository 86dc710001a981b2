package org.tillwright.server.wallet;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;
import org.tillwright.wire.wallet.WalletRequestMessage;

/**
 * The payments' states, each change in a transaction of its own: none is open while the gateway is waited for. For this
 * capability only; open to all inside, because a timer and the gateway's events have no name of their own.
 */
@Stateless
public class WalletBooksService {

    /** How long an event is remembered; its gateway has given up telling it long before. */
    static final Duration EVENTS_KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    @Inject
    WalletPayments payments;

    @Inject
    WalletEvents events;

    @Inject
    StoreService stores;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * A payment that was written down.
     *
     * @param isNew whether this call wrote it: only then is it certain that nobody asked the gateway before
     */
    public record Begun(WalletRow row, boolean isNew) {}

    /** Writes down that the gateway will be asked, before it is. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Begun begin(String workstationId, WalletKind kind, WalletRequestMessage request) {
        Optional<WalletRow> known = payments.find(request.paymentId());
        if (known.isPresent()) {
            requireSame(known.get(), workstationId, request);
            return new Begun(known.get(), false);
        }
        StoreDetail store = stores.findWorkstation(workstationId)
                .map(WorkstationSummary::storeId)
                .flatMap(stores::find)
                .filter(own -> own.currency().equals(request.currency()))
                .orElseThrow(() -> new Refused(ProblemCode.WALLET_REFUSED, WalletReason.UNSOUND));
        String reference = request.reference();
        if (kind == WalletKind.REFUND && reference != null) {
            requireNotTooMuch(store.storeId(), reference, request);
        }
        payments.add(store.storeId(), workstationId, kind, request, now());
        if (payments.isGivenUp(request.paymentId())) {
            throw new Refused(ProblemCode.WALLET_REFUSED, WalletReason.GIVEN_UP);
        }
        return new Begun(payments.find(request.paymentId()).orElseThrow(), true);
    }

    /** The gateway checks it too; two registers that pay back at once would both be told that there is enough. */
    private void requireNotTooMuch(String storeId, String reference, WalletRequestMessage request) {
        Optional<WalletRow> paid = payments.lockPaid(storeId, reference);
        Long paidMinor = paid.map(WalletRow::paidMinor).orElse(null);
        long back = payments.refundedMinor(storeId, reference, request.paymentId());
        if (paidMinor != null && Math.addExact(back, request.amountMinor()) > paidMinor) {
            throw new Refused(ProblemCode.WALLET_REFUSED, WalletReason.TOO_MUCH_BACK);
        }
    }

    private static void requireSame(WalletRow known, String workstationId, WalletRequestMessage request) {
        requireOwn(known, workstationId);
        boolean isRefund = request.kind().equals(WalletKind.REFUND.name());
        if (known.amountMinor() != request.amountMinor()
                || !known.currency().equals(request.currency())
                || known.isRefund() != isRefund
                || (isRefund && !String.valueOf(known.refundOf()).equals(request.reference()))) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT,
                    "Another wallet payment was begun as " + request.paymentId() + " before.");
        }
    }

    private static void requireOwn(WalletRow known, String workstationId) {
        if (!known.workstationId().equals(workstationId)) {
            throw new Refused(
                    ProblemCode.NOT_ALLOWED, "Another register began this payment; only that one may ask about it.");
        }
    }

    /** Finds a register's own payment. One that never came is given up: should its request still come, it is refused. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<WalletRow> findOrGiveUp(UUID paymentId, String workstationId) {
        Optional<WalletRow> known = payments.find(paymentId);
        if (known.isEmpty()) {
            payments.giveUp(paymentId, workstationId, now());
            known = payments.lock(paymentId); // it may have come at this very moment
        }
        known.ifPresent(row -> requireOwn(row, workstationId));
        return known;
    }

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public WalletRow wantCancel(UUID paymentId) {
        payments.wantCancel(paymentId, now());
        return payments.find(paymentId).orElseThrow();
    }

    /** The gateway certainly did not take it. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public WalletRow notDone(UUID paymentId) {
        payments.decline(paymentId, "NOT_READY", now());
        return payments.find(paymentId).orElseThrow();
    }

    /** Nobody knows: it is asked about again. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public WalletRow unclear(UUID paymentId) {
        payments.noteLook(paymentId, now());
        return payments.find(paymentId).orElseThrow();
    }

    /** Writes down what the gateway answered. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public WalletRow told(GatewayMessages.Standing told) {
        WalletRow row = payments.lock(told.paymentId()).orElseThrow();
        var unused = apply(row, told);
        return payments.find(told.paymentId()).orElseThrow();
    }

    /** Takes an event that is known to be the gateway's: once, whatever comes when. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void heard(GatewayMessages.Event event) {
        if (!events.add(event, now())) {
            return;
        }
        Optional<WalletRow> row = payments.lock(event.payment().paymentId());
        if (row.isEmpty()) {
            note("WALLET_EVENT_UNKNOWN", event.payment(), "the gateway told of a payment that nobody here asked for");
            return;
        }
        events.settle(event.eventId(), apply(row.get(), event.payment()));
    }

    private WalletEvents.Outcome apply(WalletRow row, GatewayMessages.Standing told) {
        WalletState state = stateOf(told);
        if (state == null || !isSound(row, told, state)) {
            note("WALLET_CONTRADICTION", told, "it was asked for " + row.amountMinor() + " " + row.currency());
            return WalletEvents.Outcome.CONTRADICTS;
        } else if (row.state().isFinal()) {
            boolean isSame = row.state() == state;
            if (!isSame && told.version() > row.gatewayVersion()) {
                note("WALLET_CONTRADICTION", told, "it had ended as " + row.state() + " before");
                return WalletEvents.Outcome.CONTRADICTS;
            }
            return WalletEvents.Outcome.STALE;
        } else if (told.version() <= row.gatewayVersion()) {
            payments.noteLook(row.paymentId(), now());
            return WalletEvents.Outcome.STALE;
        }
        payments.change(row.paymentId(), state, told, now());
        return WalletEvents.Outcome.APPLIED;
    }

    private static @Nullable WalletState stateOf(GatewayMessages.Standing told) {
        return switch (told.state()) {
            case "WAITING" -> WalletState.WAITING;
            case "PAID" -> WalletState.PAID;
            case "DECLINED" -> WalletState.DECLINED;
            default -> null;
        };
    }

    /** Another amount than was asked for is taken as told: the money moved. Another currency is nothing we could book. */
    private static boolean isSound(WalletRow row, GatewayMessages.Standing told, WalletState state) {
        String reference = told.reference();
        boolean isNumbered = reference != null && reference.matches("[!-~]{1,60}");
        return told.version() > 0
                && told.amountMinor() > 0
                && told.currency().equals(row.currency())
                && Currency.find(told.currency()) != null
                && (state != WalletState.PAID || isNumbered);
    }

    private void note(String action, GatewayMessages.Standing told, String detail) {
        audit.record(AuditNote.ofServer(
                action,
                clock.instant(),
                told.paymentId().toString(),
                "the gateway says " + told.state() + " " + told.amountMinor() + " " + told.currency()
                        + " in minor units; " + detail));
    }

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<WalletRow> claim() {
        return payments.claim(WalletTurns.BATCH, now());
    }

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int forgetOld() {
        return events.forget(now().minus(EVENTS_KEPT), FORGOTTEN_AT_ONCE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
