package org.tillwright.server.value;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.value.OwnNumber;

/** Writes what sales did into the ledger, and says what nobody would have allowed. */
@Dependent
class ValueBooking {

    @Inject
    ValueAccounts accounts;

    @Inject
    ValueHolds holds;

    /**
     * Books one movement as it is told.
     *
     * @param limitMinor up to which a customer may owe; null where nobody owes
     * @return doubts in words
     */
    List<String> book(ValueMovement movement, @Nullable Long limitMinor, Instant now) {
        ValueKey key = ValueKey.of(movement);
        ValueState before = accounts.lock(key).orElseGet(() -> accounts.open(key, now));
        List<String> doubts = new ArrayList<>();
        UUID authorizationId = movement.authorizationId();
        if (authorizationId != null && movement.isSpending()) {
            doubts.addAll(capture(authorizationId, key, movement, now));
        }
        accounts.addEntry(movement, now);
        doubts.addAll(doubtsOf(movement, before, limitMinor));
        return doubts;
    }

    /**
     * What was set aside for it is so no longer. A hold that had ended before had made no room for this; one of another number
     * or another register stays until its own sale.
     *
     * @return doubts in words
     */
    private List<String> capture(UUID authorizationId, ValueKey key, ValueMovement movement, Instant now) {
        Optional<ValueHolds.Hold> hold = holds.find(authorizationId);
        String owner = hold.map(ValueHolds.Hold::workstationId).orElse(movement.workstationId());
        if (!owner.equals(movement.workstationId())) {
            return List.of(movement.kind() + " " + nameOf(movement) + " was paid with what " + owner
                    + " had set aside for a sale of its own");
        }
        boolean isOfThisNumber = hold.isEmpty() || hold.get().key().equals(key);
        if (isOfThisNumber && holds.end(authorizationId, ValueHolds.Cause.CAPTURED, owner, now)) {
            hold.ifPresent(known -> accounts.addHeld(key, Math.negateExact(known.amountMinor())));
        }
        return List.of();
    }

    private static List<String> doubtsOf(ValueMovement movement, ValueState before, @Nullable Long limitMinor) {
        List<String> doubts = new ArrayList<>();
        if (!movement.isSpending()) {
            return doubts;
        }
        String what = movement.kind() + " " + nameOf(movement);
        long after = Math.addExact(before.balanceMinor(), movement.changeMinor());
        if (before.blocked()) {
            doubts.add(what + " is blocked, and was paid with");
        }
        if (limitMinor != null && after > limitMinor) {
            doubts.add(what + " owes " + after + " in minor units, and the limit is " + limitMinor);
        } else if (limitMinor == null && after < 0) {
            doubts.add(what + " was paid with beyond what it had: it has " + after + " in minor units");
        }
        return doubts;
    }

    /** A card's number would let whoever reads the list spend it; ids of customers and orders name nobody. */
    private static String nameOf(ValueMovement movement) {
        return switch (movement.kind()) {
            case GIFT_CARD, STORE_CREDIT -> OwnNumber.masked(movement.number());
            case ON_ACCOUNT, DEPOSIT -> movement.number();
        };
    }
}
