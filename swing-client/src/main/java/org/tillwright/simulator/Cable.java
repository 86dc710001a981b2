package org.tillwright.simulator;

import java.io.IOException;

/** A cable that can be pulled out and put in again. */
public interface Cable {

    /** Pulls the cable: both ends lose their line. */
    void pull();

    /** Puts the cable back in. */
    void plugIn() throws IOException;
}
