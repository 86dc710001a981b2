package org.tillwright.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tillwright.server.stores.EnrolmentService;

/**
 * The enrolled keys, remembered for half a minute: that is how long another node may still
 * take a key that was replaced or taken away.
 */
@ApplicationScoped
class RegisterKeys {

    private static final Duration FRESHNESS = Duration.ofSeconds(30);

    /** Only workstations that exist are remembered, so this is more than any chain has. */
    private static final int MAX_KEYS = 50_000;

    private record Known(PublicKey key, Instant readAt) {}

    @Inject
    EnrolmentService enrolment;

    @Inject
    Clock clock;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Workstations whose keys were taken away, and until when theirs are read anew each time. */
    private final Map<String, Instant> watched = new ConcurrentHashMap<>();

    /** Finds a key, perhaps as it was half a minute ago. */
    Optional<PublicKey> find(String workstationId) {
        Known remembered = known.get(workstationId);
        if (remembered != null
                && !isWatched(workstationId)
                && clock.instant().isBefore(remembered.readAt().plus(FRESHNESS))) {
            return Optional.of(remembered.key());
        }
        return findNow(workstationId);
    }

    /** Finds a key as it is now: a register that enrolled a moment ago must not wait. */
    Optional<PublicKey> findNow(String workstationId) {
        Optional<PublicKey> key = enrolment.publicKey(workstationId);
        if (key.isEmpty()) {
            known.remove(workstationId);
        } else if (known.size() < MAX_KEYS && !isWatched(workstationId)) {
            known.put(workstationId, new Known(key.get(), clock.instant()));
        }
        return key;
    }

    /**
     * Forgets a key that is being taken away. Called before that is committed, so a request in between could bring the
     * key back: for as long as it would stay, this workstation's key is remembered no more.
     */
    void forget(String workstationId) {
        watched.values().removeIf(until -> !clock.instant().isBefore(until));
        watched.put(workstationId, clock.instant().plus(FRESHNESS));
        known.remove(workstationId);
    }

    private boolean isWatched(String workstationId) {
        Instant until = watched.get(workstationId);
        return until != null && clock.instant().isBefore(until);
    }
}
