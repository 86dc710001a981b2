package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.RegisterToken;
import org.tillwright.wire.json.WireJson;

/** A register's half of the agreement about keys and tokens, in the JDK's own means. */
final class EnrolledRegister {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final RunningServer server;
    private final KeyPair keys;
    private final String workstationId;
    private String lastToken = "";

    EnrolledRegister(RunningServer server, String code) throws IOException, InterruptedException {
        this.server = server;
        this.keys = newKeys();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        HttpResponse<String> answer = server.send(server.request("api/v1/enrolments")
                .POST(BodyPublishers.ofByteArray(WireJson.write(new EnrolmentRequest(code, publicKey))))
                .header("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        this.workstationId = WireJson.read(answer.body().getBytes(StandardCharsets.UTF_8), EnrolmentAnswer.class)
                .workstationId();
    }

    private EnrolledRegister(RunningServer server, KeyPair keys, String workstationId) {
        this.server = server;
        this.keys = keys;
        this.workstationId = workstationId;
    }

    /** The same register at a server that was started again elsewhere. */
    EnrolledRegister at(RunningServer elsewhere) {
        return new EnrolledRegister(elsewhere, keys, workstationId);
    }

    String workstationId() {
        return workstationId;
    }

    HttpRequest.Builder request(String path) {
        return server.request(path).header("Authorization", "Bearer " + token());
    }

    /** The token of the last request that was prepared. */
    String lastToken() {
        return lastToken;
    }

    private String token() {
        Instant now = Instant.now();
        String claims = "{\"sub\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(
                        workstationId,
                        RegisterToken.AUDIENCE,
                        now.getEpochSecond(),
                        now.plus(RegisterToken.LIFETIME).getEpochSecond(),
                        UUID.randomUUID());
        String signed = encoded("{\"alg\":\"ES256\"}") + "." + encoded(claims);
        lastToken = signed + "." + URL.encodeToString(signature(signed));
        return lastToken;
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String text) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
