package org.tillwright.register.catalogue;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.tillwright.register.outbox.Backoff;

/**
 * Has the next snapshot asked for as soon as the server says that there is one. Without a line nothing is lost: the snapshot is
 * asked for every few seconds all the same. A crank, turned by one thread.
 */
public final class SnapshotListener {

    /** Registers that hear of a new price at the same moment ask for it within this time, and not all at once. */
    static final Duration SPREAD = Duration.ofMillis(800);

    /** An older server may be replaced by one that tells. */
    static final Duration WHERE_NOT_OFFERED = Duration.ofMinutes(10);

    private final PublicationNews news;
    private final Catalogues catalogues;
    private final Runnable pull;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final Pause pause;
    private boolean wasHeard;

    /** @param pull has the server asked for a snapshot, on another thread */
    public SnapshotListener(
            PublicationNews news, Catalogues catalogues, Runnable pull, RandomGenerator random, Pause pause) {
        this.news = news;
        this.catalogues = catalogues;
        this.pull = pull;
        this.backoff = new Backoff(random);
        this.random = random;
        this.pause = pause;
    }

    /** Waits on the listener's thread. */
    @FunctionalInterface
    public interface Pause {

        void of(Duration length);
    }

    /** Listens once, until the line ends, and returns how long to rest before listening again. */
    public Duration turnAndRest() {
        wasHeard = false;
        PublicationNews.Ending ending = news.listen(this::heard);
        if (wasHeard) {
            backoff.reset();
            pull.run(); // who lost a line learns at once whether the server is lost too
        }
        return switch (ending) {
            case OVER -> wasHeard ? spread() : backoff.next(); // not a word: a proxy's page
            case LOST -> backoff.next();
            case NOT_OFFERED -> WHERE_NOT_OFFERED;
        };
    }

    private void heard(long number) {
        boolean isFirst = !wasHeard;
        wasHeard = true;
        if (number != catalogues.number()) {
            if (!isFirst) {
                pause.of(spread());
            }
            pull.run();
        }
    }

    private Duration spread() {
        return Duration.ofMillis(random.nextLong(SPREAD.toMillis() + 1));
    }
}
