package org.tillwright.server.value;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tillwright.server.platform.LookUpLimit;

/**
 * Bounds how many numbers one register asks for that there is nothing under: enough for every card that is keyed wrong, too few
 * to find somebody else's by trying. Cards of a maker's stock are numbered one after the other.
 */
@ApplicationScoped
public class ValueMisses extends LookUpLimit {

    /** How many a register may miss within {@link #SPAN}. */
    static final int MOST = 20;

    static final Duration SPAN = Duration.ofMinutes(10);

    public ValueMisses() {
        super(MOST, SPAN);
    }
}
