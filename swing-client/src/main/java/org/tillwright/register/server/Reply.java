package org.tillwright.register.server;

import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;

/** What came back for a question to the server. */
public sealed interface Reply<T> {

    /** The answer. */
    record Answered<T>(T value) implements Reply<T> {}

    /** The server understood, and says no. */
    record Refused<T>(Problem problem) implements Reply<T> {}

    /** No network, no answer, or something that no Tillwright server says; it may be otherwise later. */
    record Unreachable<T>(Notice reason) implements Reply<T> {}
}
