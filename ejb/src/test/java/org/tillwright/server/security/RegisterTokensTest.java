package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.platform.TestClock;
import org.tillwright.server.platform.Wiring;
import org.tillwright.server.stores.EnrolmentService;

class RegisterTokensTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Map<String, PublicKey> enrolled = new HashMap<>();
    private final KeyPair key = keyPair();
    private final RegisterTokens tokens = tokens();

    private RegisterTokens tokens() {
        enrolled.put("till-01", key.getPublic());
        EnrolmentService enrolment = new EnrolmentService() {
            @Override
            public Optional<PublicKey> publicKey(String workstationId) {
                return Optional.ofNullable(enrolled.get(workstationId));
            }
        };
        return new Wiring()
                .bind(Clock.class, clock)
                .bind(EnrolmentService.class, enrolment)
                .get(RegisterTokens.class);
    }

    @Test
    void aTokenOfTheEnrolledKeySaysWhichRegisterCalls() {
        TokenVerdict verdict = tokens.verify(token(key, claims("till-01", Duration.ZERO)));
        assertThat(verdict).isInstanceOfSatisfying(TokenVerdict.Caller.class, caller -> {
            assertThat(caller.name()).isEqualTo("till-01");
            assertThat(caller.groups()).containsExactly("REGISTER");
        });
    }

    @Test
    void anotherKeyAnotherWorkstationOrNoTokenAtAllIsRefused() {
        assertRefused(ProblemCode.TOKEN_REFUSED, token(keyPair(), claims("till-01", Duration.ZERO)));
        assertRefused(ProblemCode.TOKEN_REFUSED, token(key, claims("till-02", Duration.ZERO)));
        assertRefused(ProblemCode.TOKEN_REFUSED, "a.b.c");
        assertRefused(ProblemCode.TOKEN_REFUSED, "..");
        assertRefused(ProblemCode.TOKEN_REFUSED, "x".repeat(100_000) + "..");
    }

    @Test
    void aTokenMustBeForUsShortLivedAndSignedByTheCurve() throws JoseException {
        JwtClaims otherAudience = claims("till-01", Duration.ZERO);
        otherAudience.setAudience("someone else");
        assertRefused(ProblemCode.TOKEN_REFUSED, token(key, otherAudience));

        JwtClaims longLived = claims("till-01", Duration.ZERO);
        longLived.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plusSeconds(3600).getEpochSecond()));
        assertRefused(ProblemCode.TOKEN_REFUSED, token(key, longLived));

        JwtClaims withoutId = claims("till-01", Duration.ZERO);
        withoutId.unsetClaim("jti");
        assertRefused(ProblemCode.TOKEN_REFUSED, token(key, withoutId));

        JsonWebSignature byHash = new JsonWebSignature();
        byHash.setPayload(claims("till-01", Duration.ZERO).toJson());
        byHash.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        byHash.setKey(new HmacKey(key.getPublic().getEncoded()));
        assertRefused(ProblemCode.TOKEN_REFUSED, byHash.getCompactSerialization());
    }

    @ParameterizedTest
    @CsvSource({
        "-9223372036854775808, -9223372036854775708",
        "-9000000000000000000, 9000000000000000000",
        "1772442000, -1000000000000000000",
        "9223372036854775000, 9223372036854775100"
    })
    void timesThatNoClockCanTellAreRefusedAndNoServerFault(long issuedAt, long expiresAt) {
        JwtClaims claims = claims("till-01", Duration.ZERO);
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt));
        assertRefused(ProblemCode.TOKEN_REFUSED, token(key, claims));
    }

    @Test
    void aClockThatDiffersIsToldApartFromAWrongKey() {
        assertThat(tokens.verify(token(key, claims("till-01", Duration.ofMinutes(2)))))
                .isInstanceOf(TokenVerdict.Caller.class);
        assertRefused(ProblemCode.CLOCK_DIFFERS, token(key, claims("till-01", Duration.ofMinutes(3))));
        assertRefused(ProblemCode.CLOCK_DIFFERS, token(key, claims("till-01", Duration.ofMinutes(-8))));
    }

    @Test
    void aRememberedTokenStillEndsInTime() {
        String token = token(key, claims("till-01", Duration.ZERO));
        assertThat(tokens.verify(token)).isInstanceOf(TokenVerdict.Caller.class);
        assertThat(tokens.verify(token)).isInstanceOf(TokenVerdict.Caller.class);
        clock.advance(Duration.ofMinutes(8));
        assertRefused(ProblemCode.CLOCK_DIFFERS, token);
    }

    @Test
    void aNewKeyCountsAtOnceAndTheOldOneNoLongerThanHalfAMinute() {
        String before = token(key, claims("till-01", Duration.ZERO));
        assertThat(tokens.verify(before)).isInstanceOf(TokenVerdict.Caller.class);
        KeyPair newKey = keyPair();
        enrolled.put("till-01", newKey.getPublic());
        assertThat(tokens.verify(token(newKey, claims("till-01", Duration.ZERO))))
                .isInstanceOf(TokenVerdict.Caller.class);
        clock.advance(Duration.ofSeconds(31));
        assertRefused(ProblemCode.TOKEN_REFUSED, before);
    }

    private void assertRefused(ProblemCode code, String token) {
        assertThat(tokens.verify(token))
                .isInstanceOfSatisfying(TokenVerdict.NoCaller.class, verdict -> assertThat(verdict.code())
                        .isEqualTo(code));
    }

    private JwtClaims claims(String workstationId, Duration ahead) {
        long issuedAt = clock.instant().plus(ahead).getEpochSecond();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(workstationId);
        claims.setAudience("tillwright");
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt));
        claims.setExpirationTime(NumericDate.fromSeconds(issuedAt + 300));
        claims.setGeneratedJwtId();
        return claims;
    }

    private static String token(KeyPair pair, JwtClaims claims) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            signature.setKey(pair.getPrivate());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
