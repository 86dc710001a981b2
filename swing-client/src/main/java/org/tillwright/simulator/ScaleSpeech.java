package org.tillwright.simulator;

import java.io.IOException;

/** A way of talking that a simulated scale has. On the line's own thread, but for {@link #begin}. */
interface ScaleSpeech {

    /** A byte came from the register; what it makes the scale say goes to {@code end}. */
    void take(byte arrived, Mouth end) throws IOException;

    /** Another register may be there: what the last one had begun is forgotten. */
    void forget();

    /** The scale was switched off and on. */
    default void begin() {
        forget();
    }

    /** Where answers go. */
    @FunctionalInterface
    interface Mouth {
        void say(byte[] bytes) throws IOException;
    }
}
