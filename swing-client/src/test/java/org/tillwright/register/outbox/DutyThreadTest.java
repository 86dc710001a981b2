package org.tillwright.register.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DutyThreadTest {

    private static final long PATIENCE_SECONDS = 20;

    @Test
    void aBugInOneTurnDoesNotLeaveTheSalesInTheOutboxForEver() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch secondTurn = new CountDownLatch(1);
        try (DutyThread thread = new DutyThread("outbox in a test", () -> {
            if (turns.incrementAndGet() == 1) {
                throw new IllegalStateException("a bug");
            }
            secondTurn.countDown();
            return Duration.ofMinutes(1);
        })) {
            thread.wake(); // the rest after the failure ends at once, as it does when a sale is made
            thread.start();

            assertThat(secondTurn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }
}
