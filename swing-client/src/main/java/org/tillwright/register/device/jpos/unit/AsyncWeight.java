package org.tillwright.register.device.jpos.unit;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jpos.JposConst;
import jpos.JposException;
import jpos.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A weight that was asked for and comes by an event. A question that has no answer yet is not asked again: the answer is
 * taken when it comes, and meanwhile the weight has not come to rest.
 */
final class AsyncWeight {

    /** No weight has come. */
    static final int NONE_YET = Integer.MIN_VALUE;

    /** How long a question is waited for, in milliseconds; the register asks five times a second. */
    static final int MILLIS = 200;

    /** How long the service may look for a weight at rest, in milliseconds. */
    private static final int SERVICE_MILLIS = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isAsked;
    private @Nullable Answer answer;

    void weighed(int told) {
        answered(new Answer(told, JposConst.JPOS_SUCCESS, 0));
    }

    void failed(int code, int codeExtended) {
        answered(new Answer(0, code, codeExtended));
    }

    private void answered(Answer told) {
        lock.lock();
        try {
            answer = told;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a weight, unless that was done already, and waits a moment for it. */
    int weigh(Scale scale) throws JposException {
        ask(scale);
        Optional<Answer> came = await();
        if (came.isEmpty()) {
            return NONE_YET;
        }
        isAsked = false;
        scale.setDataEventEnabled(true); // services switch it off with each event
        if (came.get().error() != JposConst.JPOS_SUCCESS) {
            throw new JposException(came.get().error(), came.get().extended(), "no weight");
        }
        return came.get().weight();
    }

    private Optional<Answer> await() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(MILLIS);
            while (answer == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            answer = null;
            lock.unlock();
        }
    }

    /** Without the lock: a service may answer on the thread that asks. */
    private void ask(Scale scale) throws JposException {
        if (!isAsked) {
            isAsked = true;
            scale.readWeight(new int[1], SERVICE_MILLIS);
        }
    }

    private record Answer(int weight, int error, int extended) {}
}
