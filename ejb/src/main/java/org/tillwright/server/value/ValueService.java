package org.tillwright.server.value;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.customers.CustomerDetail;
import org.tillwright.server.customers.CustomerService;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;
import org.tillwright.wire.value.ValueKind;

/**
 * The door for money that is kept under a number. While paying, a register has an amount set aside; the sale that arrives
 * captures it. Each transaction locks the one number's row first, so what is set aside is never more than there is.
 */
@Stateless
public class ValueService {

    /** After this an amount that was set aside is free again: its sale was given up, and nobody said so. */
    public static final Duration HOLD_LASTS = Duration.ofHours(24);

    private static final int MAX_NUMBER = 60;

    @Inject
    ValueAccounts accounts;

    @Inject
    ValueHolds holds;

    @Inject
    ValueBooking booking;

    @Inject
    ValueMisses misses;

    @Inject
    CustomerService customers;

    @Inject
    StoreService stores;

    @Inject
    Clock clock;

    /**
     * Returns what is kept under a number in the currency of the register's store.
     *
     * @throws Refused with {@code VALUE_REFUSED} when there is nothing, or the customer may not pay later
     */
    @RolesAllowed(REGISTER)
    public ValueBalance balance(String workstationId, String kindName, String number) {
        ValueKind kind = ValueKind.find(kindName);
        if (kind == null || number.isBlank() || number.length() > MAX_NUMBER) {
            throw refused(ValueReason.UNSOUND);
        }
        ValueKey key = new ValueKey(kind, kind.canonical(number), currencyOf(workstationId));
        requireFewMisses(workstationId);
        Optional<CustomerDetail> holder = holderOf(key);
        ValueState state = accounts.find(key).orElseGet(() -> stateOfNone(workstationId, key, holder));
        long freed = holds.forgotten(key, oldest()).stream()
                .mapToLong(ValueHolds.Forgotten::amountMinor)
                .sum();
        ValueState now = new ValueState(state.blocked(), state.balanceMinor(), state.heldMinor() - freed);
        return new ValueBalance(
                kind.name(),
                key.number(),
                key.currency(),
                now.balanceMinor(),
                available(key, now, holder),
                holder.map(customer -> customer.draft().name()).orElse(null));
    }

    /**
     * Sets an amount aside. The same request again gets the first answer again, as long as it is set aside or was paid with.
     *
     * @throws Refused with {@code VALUE_REFUSED} when that much cannot be paid with it, or {@code TRANSACTION_CONFLICT} when the
     *     id stands for another amount
     */
    @RolesAllowed(REGISTER)
    public ValueAuthorization authorize(String workstationId, ValueAuthorizationRequest request) {
        ValueKey key = keyOf(workstationId, request);
        requireFewMisses(workstationId);
        Optional<CustomerDetail> holder = holderOf(key);
        ValueState state = freed(key, lock(workstationId, key, holder));
        Optional<ValueHolds.Hold> earlier = holds.find(request.authorizationId());
        if (earlier.isPresent()) {
            return repeat(request, key, earlier.get());
        }
        long available = available(key, state, holder);
        if (state.blocked()) {
            throw refused(ValueReason.BLOCKED);
        } else if (key.kind().isOwedToShop() && limitOf(holder).isEmpty()) {
            throw refused(ValueReason.NO_CREDIT);
        } else if (request.amountMinor() > available) {
            throw refused(ValueReason.TOO_LITTLE);
        }
        long left = available - request.amountMinor();
        holds.add(request, key, left, workstationId, clock.instant());
        accounts.addHeld(key, request.amountMinor());
        if (holds.endOf(request.authorizationId()).isPresent()) {
            throw refused(ValueReason.GIVEN_UP); // the register's giving up was here before its question
        }
        return new ValueAuthorization(request.authorizationId(), request.amountMinor(), left);
    }

    /** Gives up what was set aside. An id that was never heard of is remembered, should its question still come. */
    @RolesAllowed(REGISTER)
    public void release(String workstationId, UUID authorizationId) {
        Optional<ValueHolds.Hold> hold = holds.find(authorizationId);
        hold.ifPresent(known -> requireOwn(workstationId, known));
        hold.ifPresent(known -> accounts.lock(known.key()));
        if (!holds.end(authorizationId, ValueHolds.Cause.RELEASED, workstationId, clock.instant())) {
            return;
        }
        hold.or(() -> holds.findCommitted(authorizationId))
                .ifPresent(known -> accounts.addHeld(known.key(), Math.negateExact(known.amountMinor())));
    }

    /**
     * Books what a sale did, in its transaction. Nothing is refused: the goods are gone.
     *
     * @return what a person should look at, in words; empty when all is well
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<String> book(List<ValueMovement> movements) {
        List<ValueMovement> inOrder = new ArrayList<>(movements);
        inOrder.sort(Comparator.comparing(ValueKey::of));
        List<String> doubts = new ArrayList<>();
        for (ValueMovement movement : inOrder) {
            ValueKey key = ValueKey.of(movement);
            Long limit = key.kind().isOwedToShop() ? limitOf(holderOf(key)).orElse(0L) : null;
            doubts.addAll(booking.book(movement, limit, clock.instant()));
        }
        return doubts;
    }

    private ValueAuthorization repeat(ValueAuthorizationRequest request, ValueKey key, ValueHolds.Hold earlier) {
        if (!earlier.key().equals(key)
                || earlier.amountMinor() != request.amountMinor()
                || !earlier.transactionId().equals(request.transactionId())) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT,
                    "Another amount was set aside as " + request.authorizationId() + " before.");
        }
        boolean isFreeAgain = holds.endOf(request.authorizationId())
                .filter(cause -> cause != ValueHolds.Cause.CAPTURED)
                .isPresent();
        if (isFreeAgain) {
            throw refused(ValueReason.GIVEN_UP);
        }
        return new ValueAuthorization(request.authorizationId(), earlier.amountMinor(), earlier.availableMinor());
    }

    /** Locks the account; a customer who may pay later has one from the first time on. */
    private ValueState lock(String workstationId, ValueKey key, Optional<CustomerDetail> holder) {
        return accounts.lock(key).orElseGet(() -> {
            stateOfNone(workstationId, key, holder);
            return accounts.open(key, clock.instant());
        });
    }

    /** Only customers count before anything was booked; all else that has no account is not known. */
    private ValueState stateOfNone(String workstationId, ValueKey key, Optional<CustomerDetail> holder) {
        if (!key.kind().isOwedToShop() || holder.isEmpty()) {
            boolean unused = misses.take(workstationId, clock.instant());
            throw refused(ValueReason.UNKNOWN);
        }
        return new ValueState(false, 0, 0);
    }

    /** Ends the account's holds that were forgotten, and returns what it is then. */
    private ValueState freed(ValueKey key, ValueState state) {
        long held = state.heldMinor();
        for (ValueHolds.Forgotten forgotten : holds.forgotten(key, oldest())) {
            if (holds.end(forgotten.authorizationId(), ValueHolds.Cause.EXPIRED, "", clock.instant())) {
                accounts.addHeld(key, Math.negateExact(forgotten.amountMinor()));
                held -= forgotten.amountMinor();
            }
        }
        return new ValueState(state.blocked(), state.balanceMinor(), held);
    }

    private static long available(ValueKey key, ValueState state, Optional<CustomerDetail> holder) {
        if (state.blocked()) {
            return 0;
        }
        long most =
                key.kind().isOwedToShop() ? limitOf(holder).orElse(0L) - state.balanceMinor() : state.balanceMinor();
        return Math.max(0, most - state.heldMinor());
    }

    private void requireFewMisses(String workstationId) {
        if (misses.isSpent(workstationId, clock.instant())) {
            throw refused(ValueReason.TOO_MANY_MISSES);
        }
    }

    private static Optional<Long> limitOf(Optional<CustomerDetail> holder) {
        return holder.map(customer -> customer.draft().creditLimitMinor());
    }

    private Optional<CustomerDetail> holderOf(ValueKey key) {
        return key.kind().isOwedToShop() ? customers.find(key.number()) : Optional.empty();
    }

    /** In the store's own currency only: a customer's limit would count anew in each. */
    private ValueKey keyOf(String workstationId, ValueAuthorizationRequest request) {
        ValueKind kind = ValueKind.find(request.kind());
        if (kind == null
                || request.number().isBlank()
                || !request.currency().equals(currencyOf(workstationId))
                || request.amountMinor() <= 0) {
            throw refused(ValueReason.UNSOUND);
        }
        return new ValueKey(kind, kind.canonical(request.number()), request.currency());
    }

    private static void requireOwn(String workstationId, ValueHolds.Hold hold) {
        if (!hold.workstationId().equals(workstationId)) {
            throw new Refused(
                    ProblemCode.NOT_ALLOWED, "Another register set this amount aside; only that one may give it up.");
        }
    }

    private String currencyOf(String workstationId) {
        return stores.findWorkstation(workstationId)
                .map(WorkstationSummary::storeId)
                .flatMap(stores::find)
                .map(StoreDetail::currency)
                .orElseThrow(() -> refused(ValueReason.UNKNOWN));
    }

    private Instant oldest() {
        return clock.instant().minus(HOLD_LASTS);
    }

    private static Refused refused(ValueReason reason) {
        return new Refused(ProblemCode.VALUE_REFUSED, reason);
    }
}
