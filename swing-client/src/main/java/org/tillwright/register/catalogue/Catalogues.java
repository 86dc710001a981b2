package org.tillwright.register.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The newest catalogue there is. Any thread may ask; the snapshot thread puts a newer one in. A sale that has begun
 * keeps the one it began with.
 */
public final class Catalogues {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Catalogue newest;

    public Optional<Catalogue> newest() {
        return Optional.ofNullable(newest);
    }

    /** The number of the newest catalogue, 0 when there is none. */
    public long number() {
        Catalogue catalogue = newest;
        return catalogue == null ? 0 : catalogue.number();
    }

    public void put(Catalogue catalogue) {
        newest = catalogue;
        listeners.forEach(Runnable::run);
    }

    /** Calls {@code listener} after each change, on the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
