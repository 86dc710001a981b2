package org.tillwright.wire;

import java.time.Instant;
import org.tillwright.wire.json.Limit;

/** A one-time code that lets one register become one workstation; the server keeps only its hash. */
public record EnrolmentCode(@Limit(40) String code, Instant expiresAt) {}
