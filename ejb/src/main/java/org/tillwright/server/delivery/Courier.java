package org.tillwright.server.delivery;

/** Carries a letter to whoever takes it further. Answers within its own patience, and never twice for one call. */
interface Courier {

    Outcome send(Letter letter);
}
