package org.tillwright.wire;

import org.tillwright.wire.json.Limit;

/** A person or a program of theirs signs in at the console's door, without a register. */
public record ConsoleSignInRequest(@Limit(20) String operatorNumber, @Limit(100) String password) {}
