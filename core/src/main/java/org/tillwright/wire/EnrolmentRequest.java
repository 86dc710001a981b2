package org.tillwright.wire;

import org.tillwright.wire.json.Limit;

/**
 * A new register asks to be known by a key pair that it made itself.
 *
 * @param code one-time code that a manager was given
 * @param publicKey the public half, as Base64 of its X.509 form (an elliptic curve key on P-256)
 */
public record EnrolmentRequest(@Limit(40) String code, @Limit(400) String publicKey) {}
