package org.tillwright.server.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.pricing.PriceBooks;

/** Keeps the newest used rules ready, so that a sale does not read a document of hundreds of promotions each time. */
@ApplicationScoped
class CompiledRules {

    /** Rules kept: the newest, those before it that registers still sell with, and some that are looked back at. */
    private static final int MOST_KEPT = 16;

    /** The least recently used first. */
    private final Map<Kind, PriceBooks> kept = new LinkedHashMap<>();

    /** What the ready rules depend on. */
    record Kind(String contentHash, String currency, String country) {}

    /** Returns what is kept, or makes it; outside of the lock, since two that make the same do no harm. */
    PriceBooks get(Kind kind, Supplier<PriceBooks> make) {
        PriceBooks ready = used(kind);
        if (ready != null) {
            return ready;
        }
        PriceBooks made = make.get();
        keep(kind, made);
        return made;
    }

    private synchronized @Nullable PriceBooks used(Kind kind) {
        PriceBooks ready = kept.remove(kind);
        if (ready != null) {
            kept.put(kind, ready);
        }
        return ready;
    }

    private synchronized void keep(Kind kind, PriceBooks made) {
        kept.put(kind, made);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
