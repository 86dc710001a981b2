package org.tillwright.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Roles;
import org.tillwright.server.platform.Secrets;
import org.tillwright.wire.RegisterToken;

/** Verifies the tokens that registers sign for themselves, and remembers the good ones while they last. */
@ApplicationScoped
class RegisterTokens {

    /** Tokens remembered; beyond it the oldest is forgotten, and verified anew. */
    private static final int MAX_REMEMBERED = 2_000;

    /** A register's token has under 600 characters. */
    private static final int MAX_LENGTH = 2_000;

    /** The year 9999 ends with it. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final TokenVerdict REFUSED = new TokenVerdict.NoCaller(
            ProblemCode.TOKEN_REFUSED, "This register is not known here by this key; enrol it again.");

    private static final TokenVerdict CLOCK_DIFFERS = new TokenVerdict.NoCaller(
            ProblemCode.CLOCK_DIFFERS, "The register's clock differs from the server's; set it right.");

    /** A token whose signature was good under a key. */
    private record Verified(String workstationId, PublicKey key, Instant issuedAt, Instant expiresAt) {}

    @Inject
    RegisterKeys keys;

    @Inject
    Clock clock;

    private final Map<String, Verified> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    /** Says who signed a token. */
    TokenVerdict verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return REFUSED;
        }
        String hash = Secrets.hash(token);
        Verified earlier = remembered.get(hash);
        if (earlier != null && keys.find(earlier.workstationId()).equals(Optional.of(earlier.key()))) {
            return inTime(earlier);
        }
        Optional<Verified> verified = verified(token);
        verified.ifPresent(good -> remembered.put(hash, good));
        return verified.map(this::inTime).orElse(REFUSED);
    }

    private TokenVerdict inTime(Verified token) {
        Instant now = clock.instant();
        Duration tolerance = RegisterToken.CLOCK_TOLERANCE;
        boolean early = now.isBefore(token.issuedAt().minus(tolerance));
        boolean late = now.isAfter(token.expiresAt().plus(tolerance));
        return early || late ? CLOCK_DIFFERS : new TokenVerdict.Caller(token.workstationId(), Set.of(Roles.REGISTER));
    }

    private Optional<Verified> verified(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(
                    ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
            signature.setCompactSerialization(token);
            JwtClaims claims = JwtClaims.parse(signature.getUnverifiedPayload());
            return signer(signature, claims);
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            return Optional.empty(); // not a token of ours; the caller is told so, and the reason is nobody's business
        }
    }

    private Optional<Verified> signer(JsonWebSignature signature, JwtClaims claims)
            throws JoseException, MalformedClaimException {
        String workstationId = claims.getSubject();
        NumericDate issuedAt = claims.getIssuedAt();
        NumericDate expiresAt = claims.getExpirationTime();
        if (workstationId == null
                || issuedAt == null
                || expiresAt == null
                || claims.getJwtId() == null
                || !isTime(issuedAt)
                || !isTime(expiresAt)
                || !claims.getAudience().contains(RegisterToken.AUDIENCE)
                || expiresAt.getValue() - issuedAt.getValue() > RegisterToken.LIFETIME.toSeconds()) {
            return Optional.empty();
        }
        Optional<PublicKey> key = keys.find(workstationId);
        if (key.isEmpty() || !isSignedBy(signature, key.get())) {
            key = keys.findNow(workstationId);
            if (key.isEmpty() || !isSignedBy(signature, key.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Verified(
                workstationId,
                key.get(),
                Instant.ofEpochSecond(issuedAt.getValue()),
                Instant.ofEpochSecond(expiresAt.getValue())));
    }

    /** Beyond these seconds there is no instant, and a difference of two would run over. */
    private static boolean isTime(NumericDate date) {
        return date.getValue() >= 0 && date.getValue() <= LAST_SECOND;
    }

    private static boolean isSignedBy(JsonWebSignature signature, PublicKey key) throws JoseException {
        signature.setKey(key);
        return signature.verifySignature();
    }
}
