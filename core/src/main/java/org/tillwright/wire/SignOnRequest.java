package org.tillwright.wire;

import org.tillwright.wire.json.Limit;

/** A person signs on at the server through an enrolled register. */
public record SignOnRequest(@Limit(20) String operatorNumber, @Limit(20) String pin) {}
