package org.tillwright.wire;

import java.time.Instant;
import org.tillwright.wire.json.Limit;

/**
 * The person's session.
 *
 * @param token bearer token for requests in the person's own name; opaque
 */
public record SignOnAnswer(@Limit(100) String token, Instant expiresAt, String operatorId, String role) {}
