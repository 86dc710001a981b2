package org.tillwright.server.container;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A timer as the product's own are declared: kept by no database, so each node has its own and none is made up for later. */
@Startup
@Singleton
public class Ticker {

    static final int TICKS = 3;

    private static final List<Instant> SECONDS = new CopyOnWriteArrayList<>();
    private static final CountDownLatch ENOUGH = new CountDownLatch(TICKS);

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @Lock(LockType.WRITE)
    void tick() {
        SECONDS.add(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        ENOUGH.countDown();
    }

    static List<Instant> awaitTicks() throws InterruptedException {
        if (!ENOUGH.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the timer fired " + SECONDS.size() + " times in a minute");
        }
        return List.copyOf(SECONDS);
    }
}
