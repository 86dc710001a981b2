package org.tillwright.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RegisterToken;
import org.tillwright.wire.json.WireJson;

/** A caller that speaks to the server byte by byte, so that it can say what no register would. */
public final class TestRegister {

    private final URI server;
    /** As registers do. Over HTTP/2 Payara refuses too long a message, but never lets its sender stop sending. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final KeyPair keys = newKeys();

    public TestRegister(URI server) {
        this.server = server.getPath().endsWith("/") ? server : URI.create(server + "/");
    }

    /** Enrols this register's key under the workstation that the code was made for. */
    public EnrolmentAnswer enrol(String code) throws IOException, InterruptedException {
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        Answer answer = send("POST", "/api/v1/enrolments", WireJson.write(new EnrolmentRequest(code, publicKey)), null);
        return WireJson.read(answer.body(), EnrolmentAnswer.class);
    }

    public RegisterKeys keys() {
        return new RegisterKeys(keys.getPrivate(), keys.getPublic());
    }

    /** A token as a register makes it, signed with this register's key. */
    public String token(String workstationId) {
        return token(workstationId, Instant.now());
    }

    public String token(String workstationId, Instant issuedAt) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(workstationId);
        claims.setAudience(RegisterToken.AUDIENCE);
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(issuedAt.plus(RegisterToken.LIFETIME).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getPrivate());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer put(String workstationId, long sequence, byte[] body, String token)
            throws IOException, InterruptedException {
        return send("PUT", "/api/v1/journal/" + workstationId + "/" + sequence, body, token);
    }

    /**
     * Sends one request.
     *
     * @param path begins with a slash, which stands for the application's own root
     * @param body may be null
     * @param token may be null
     */
    public Answer send(String method, String path, byte[] body, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path.substring(1)))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body());
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String type, byte[] body) {

        public Problem problem() {
            return WireJson.read(body, Problem.class);
        }

        public String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
