package org.tillwright.server.value;

import java.io.Serializable;
import java.time.Instant;
import org.tillwright.wire.value.ValueKind;

/** What is kept under a number, as a list shows it. */
public record ValueSummary(
        ValueKind kind,
        String number,
        String currency,
        boolean blocked,
        long balanceMinor,
        long heldMinor,
        Instant openedAt)
        implements Serializable {}
