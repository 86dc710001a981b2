package org.tillwright.register.journal;

import java.time.Instant;
import org.tillwright.wire.Problem;

/** A record the server refused for good. */
public record Quarantined(long sequence, String kind, Problem problem, Instant quarantinedAt) {}
