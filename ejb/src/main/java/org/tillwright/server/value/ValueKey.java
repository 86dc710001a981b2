package org.tillwright.server.value;

import java.util.Comparator;
import org.tillwright.wire.value.ValueKind;

/** Names one account. Who locks several takes them in this order, so that no two wait for each other. */
record ValueKey(ValueKind kind, String number, String currency) implements Comparable<ValueKey> {

    private static final Comparator<ValueKey> ORDER =
            Comparator.comparing(ValueKey::kind).thenComparing(ValueKey::number).thenComparing(ValueKey::currency);

    static ValueKey of(ValueMovement movement) {
        return new ValueKey(movement.kind(), movement.number(), movement.currency());
    }

    @Override
    public int compareTo(ValueKey other) {
        return ORDER.compare(this, other);
    }
}
