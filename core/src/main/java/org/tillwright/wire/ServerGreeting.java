package org.tillwright.wire;

import java.time.Instant;

/** What anyone may know of a server: that it is one, which version, and what time it has. */
public record ServerGreeting(String product, String version, Instant serverTime) {}
