package org.tillwright.boot.seeded;

import org.tillwright.server.seeded.InsideOfTheServer;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class StarterThatKnowsTheBooks {

    private StarterThatKnowsTheBooks() {}

    static long rows() {
        return InsideOfTheServer.rows();
    }
}
