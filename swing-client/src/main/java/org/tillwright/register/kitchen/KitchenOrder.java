package org.tillwright.register.kitchen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the kitchen was told of an order; it stays with the order from register to register. Written and read by
 * {@link org.tillwright.wire.json.WireJson}.
 *
 * @param orderId names it for as long as it lasts, whatever sales go on with it
 * @param pickup what the customer is called by, such as A17
 * @param tickets how many times stations were told something
 * @param label what it is called, such as a table or a name; null while nobody said
 * @param told everything that stations were told and that was not called off
 * @param toldAt when they were told something last; null before
 */
public record KitchenOrder(
        UUID orderId,
        String pickup,
        Long tickets,
        @Nullable String label,
        List<KitchenLine> told,
        @Nullable Instant toldAt) {

    public KitchenOrder {
        told = List.copyOf(told);
    }

    /** Returns this with other goods told, one time more. */
    KitchenOrder telling(List<KitchenLine> now, @Nullable String called, Instant at) {
        return new KitchenOrder(orderId, pickup, tickets + 1, called, now, at);
    }

    /** Returns a part of this: its goods were told with the whole. */
    public KitchenOrder partOf(List<KitchenLine> goods) {
        return new KitchenOrder(orderId, pickup, tickets, label, goods, toldAt);
    }
}
