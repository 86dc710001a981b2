package org.tillwright.register.selling;

import java.time.Duration;
import java.util.function.Consumer;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.register.text.Notice;

/** The scale as the selling screen sees it. */
public interface Weigher {

    /** A register without a scale. */
    Weigher NONE = new Weigher() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public void weigh(Duration after, WeighingOrder order, Consumer<ScaleReading> read, Consumer<Notice> failed) {
            throw new IllegalStateException("there is no scale");
        }
    };

    boolean isThere();

    /**
     * Weighs once, after a while. Exactly one of both is called later, on the event thread.
     *
     * @param order what is weighed; of one that computes prices the customer reads it on the scale
     * @param failed with why there is no reading, and what to do
     */
    void weigh(Duration after, WeighingOrder order, Consumer<ScaleReading> read, Consumer<Notice> failed);
}
