package org.tillwright.server.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.shop.ShopRules;

/** Keeps the newest used rules ready, so that a sale does not read a document of thousands of items each time. */
@ApplicationScoped
class ReadShopRules {

    /** Rules kept: those of every store of a chain that sells now, and some that registers still sell with. */
    private static final int MOST_KEPT = 256;

    /** The least recently used first. */
    private final Map<String, ShopRules> kept = new LinkedHashMap<>();

    /** Returns what is kept, or reads it; outside of the lock, since two that read the same do no harm. */
    ShopRules get(String contentHash, Supplier<ShopRules> read) {
        ShopRules ready = used(contentHash);
        if (ready != null) {
            return ready;
        }
        ShopRules rules = read.get();
        keep(contentHash, rules);
        return rules;
    }

    private synchronized @Nullable ShopRules used(String contentHash) {
        ShopRules ready = kept.remove(contentHash);
        if (ready != null) {
            kept.put(contentHash, ready);
        }
        return ready;
    }

    private synchronized void keep(String contentHash, ShopRules rules) {
        kept.put(contentHash, rules);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
