package org.tillwright.system.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.system.thrown.Dice;

/** Throws many cases at a check on all cores, ends at the first that breaks a law, and makes that one small. */
final class FuzzRun<C> {

    /** Cases that a thread takes at once: few enough that all end together. */
    private static final int PORTION = 256;

    private final Function<Dice, C> thrown;
    private final Check<C> check;
    private final Function<C, List<C>> simpler;
    private final long seed;
    private final AtomicLong next;
    private final long end;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean broken;

    /** Prepares a run of {@code count} cases from number {@code first} on. */
    FuzzRun(Function<Dice, C> thrown, Check<C> check, Function<C, List<C>> simpler, long seed, long first, long count) {
        this.thrown = thrown;
        this.check = check;
        this.simpler = simpler;
        this.seed = seed;
        this.next = new AtomicLong(first);
        this.end = Math.addExact(first, count);
    }

    /** What a run came to; nothing found means that every case kept every law. */
    record Outcome<C>(Counts met, long cases, Duration took, @Nullable Found<C> found) {}

    /**
     * A case that breaks a law.
     *
     * @param index its number in the run: the same seed and number throw it again
     */
    record Found<C>(long index, C thrown, C shrunk, Violation violation, int tries) {}

    /** Runs on so many threads; {@code progress} is told the number of cases done, now and then. */
    Outcome<C> on(int threads, LongConsumer progress) throws InterruptedException {
        long begun = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Part<C>>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(() -> work(progress));
            }
            Counts met = new Counts();
            Broken<C> first = null;
            for (Future<Part<C>> future : workers.invokeAll(parts)) {
                Part<C> part = result(future);
                met.addAll(part.met());
                Broken<C> other = part.broken();
                if (other != null && (first == null || other.index() < first.index())) {
                    first = other;
                }
            }
            Found<C> found = first == null ? null : shrunk(first);
            return new Outcome<>(met, done.get(), Duration.ofNanos(System.nanoTime() - begun), found);
        } finally {
            workers.shutdownNow();
        }
    }

    private record Part<C>(Counts met, @Nullable Broken<C> broken) {}

    private record Broken<C>(long index, C thrown, Violation violation) {}

    private Part<C> work(LongConsumer progress) {
        Counts met = new Counts();
        while (!broken) {
            long from = next.getAndAdd(PORTION);
            if (from >= end) {
                break;
            }
            long to = Math.min(from + PORTION, end);
            for (long index = from; index < to; index++) {
                C one = thrown.apply(Dice.of(seed, index));
                Violation violation = check.check(one, met);
                if (violation != null) {
                    broken = true;
                    done.addAndGet(index - from + 1);
                    return new Part<>(met, new Broken<>(index, one, violation));
                }
            }
            progress.accept(done.addAndGet(to - from));
        }
        return new Part<>(met, null);
    }

    private Found<C> shrunk(Broken<C> first) {
        String law = first.violation().law();
        Shrinker<C> shrinker = new Shrinker<>(simpler, smaller -> {
            Violation violation = check.check(smaller, new Counts());
            return violation != null && violation.law().equals(law);
        });
        C smallest = shrinker.shrink(first.thrown());
        Violation told = check.check(smallest, new Counts());
        return new Found<>(
                first.index(), first.thrown(), smallest, told == null ? first.violation() : told, shrinker.tries());
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the fuzz itself broke", e.getCause());
        }
    }
}
