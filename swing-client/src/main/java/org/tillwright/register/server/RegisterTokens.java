package org.tillwright.register.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.wire.RegisterToken;

/**
 * The bearer tokens that the register signs for itself. One is used until its life is nearly over. Its times are the
 * server's: what the register's own clock is off by is known from the server's answers.
 */
final class RegisterTokens {

    /** A token is replaced this long before its end, so that a slow request does not arrive with a dead one. */
    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(1);

    private final RegisterKeys keys;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private Duration serverAhead = Duration.ZERO;
    private @Nullable Token current;

    RegisterTokens(RegisterKeys keys, Clock clock, Supplier<UUID> ids) {
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    synchronized String tokenFor(String workstationId) {
        Instant now = clock.instant().plus(serverAhead);
        Token token = current;
        if (token == null || !token.workstationId().equals(workstationId) || !now.isBefore(token.renewAt())) {
            token = sign(workstationId, now);
            current = token;
        }
        return token.text();
    }

    /** The server's clock is ahead of ours by this much. A token made by the old difference is not used again. */
    synchronized void serverIsAheadBy(Duration difference) {
        boolean isNews = difference.minus(serverAhead).abs().compareTo(Duration.ofSeconds(2)) > 0;
        if (isNews) {
            serverAhead = difference;
            current = null;
        }
    }

    private Token sign(String workstationId, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(workstationId);
        claims.setAudience(RegisterToken.AUDIENCE);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(RegisterToken.LIFETIME).getEpochSecond()));
        claims.setJwtId(ids.get().toString());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(keys.privateKey());
        try {
            Instant renewAt = now.plus(RegisterToken.LIFETIME).minus(RENEW_BEFORE_END);
            return new Token(workstationId, signature.getCompactSerialization(), renewAt);
        } catch (JoseException e) {
            throw new IllegalStateException("the register's own key cannot sign", e);
        }
    }

    private record Token(String workstationId, String text, Instant renewAt) {}
}
