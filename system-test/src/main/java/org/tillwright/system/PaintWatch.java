package org.tillwright.system;

import java.awt.Toolkit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import javax.swing.RepaintManager;

/**
 * Notes when a change has reached the screen: asks for a number after each time Swing has painted what was dirty, and
 * notes the time when the number is another. A change and its repaint request happen in one event, so the next painting
 * shows it.
 */
final class PaintWatch extends RepaintManager {

    private final IntSupplier number;
    private final BlockingQueue<Painted> painted = new LinkedBlockingQueue<>();
    private int last;

    /** @param number asked on the event thread */
    PaintWatch(IntSupplier number) {
        this.number = number;
    }

    @Override
    public void paintDirtyRegions() {
        super.paintDirtyRegions();
        int now = number.getAsInt();
        if (now != last) {
            Toolkit.getDefaultToolkit().sync();
            last = now;
            painted.add(new Painted(now, System.nanoTime()));
        }
    }

    /** Waits until this number is on the screen and returns when it was, as {@link System#nanoTime()}. */
    long await(int wanted, long patienceSeconds) throws InterruptedException, DemoFailedException {
        Painted next;
        do {
            next = painted.poll(patienceSeconds, TimeUnit.SECONDS);
            if (next == null) {
                throw new DemoFailedException("nothing was painted within " + patienceSeconds + " s");
            }
        } while (next.number() != wanted);
        return next.nanoTime();
    }

    /** Forgets what was painted before. */
    void forget() {
        painted.clear();
    }

    /** What the number was after a painting. */
    private record Painted(int number, long nanoTime) {}
}
