package org.tillwright.register.device.serial;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Bytes that have arrived and were not read yet, between the port's own thread and the reader. Bounded. */
final class Inbox {

    /** More unread bytes than any device sends unasked; what comes beyond them is dropped. */
    static final int CAPACITY_BYTES = 65_536;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY_BYTES];
    private int start;
    private int count;
    private @Nullable LineException ended;

    /** Takes what fits and returns how many bytes did not. */
    int put(byte[] bytes, int length) {
        lock.lock();
        try {
            int taken = Math.min(length, CAPACITY_BYTES - count);
            for (int i = 0; i < taken; i++) {
                ring[(start + count + i) % CAPACITY_BYTES] = bytes[i];
            }
            count += taken;
            changed.signalAll();
            return length - taken;
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing more will come; a reader is told why once it has read the rest. */
    void end(LineException why) {
        lock.lock();
        try {
            if (ended == null) {
                ended = why;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether nothing more will come. */
    boolean isEnded() {
        lock.lock();
        try {
            return ended != null;
        } finally {
            lock.unlock();
        }
    }

    int take(byte[] buffer, Duration patience) throws LineException, InterruptedIOException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (count == 0) {
                if (ended != null) {
                    throw new LineException(ended.trouble(), String.valueOf(ended.getMessage()), ended);
                }
                if (left <= 0) {
                    return 0;
                }
                left = changed.awaitNanos(left);
            }
            int taken = Math.min(count, buffer.length);
            for (int i = 0; i < taken; i++) {
                buffer[i] = ring[(start + i) % CAPACITY_BYTES];
            }
            start = (start + taken) % CAPACITY_BYTES;
            count -= taken;
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        } finally {
            lock.unlock();
        }
    }
}
