package org.tillwright.wire.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

class RecordSealTest {

    private static final byte[] BODY = "{\"sequence\":7}".getBytes(StandardCharsets.UTF_8);

    private final KeyPair keys = pair();
    private final String keyId = JournalChain.keyId(keys.getPublic());
    private final RecordSeal seal = RecordSeal.make("till-01", 7, JournalChain.START, BODY, keyId, keys.getPrivate());

    /** Worked out with sha256sum: the format is public, and nothing of it may change. */
    @Test
    void theHeadIsTheDigestThatTheDocumentsTell() {
        assertThat(JournalChain.head("till-01", 7, JournalChain.START, "9c1185a5c5e9fc54", BODY))
                .isEqualTo("3c9a4851c349f619b8ecb49cced27517fecefe96a37ffde8b4397b455e11349d");
    }

    @Test
    void aSealHoldsForItsRecordAlone() {
        assertThat(seal.holds("till-01", 7, BODY, keys.getPublic())).isTrue();

        assertThat(seal.holds("till-01", 8, BODY, keys.getPublic())).isFalse();
        assertThat(seal.holds("till-02", 7, BODY, keys.getPublic())).isFalse();
        assertThat(seal.holds("till-01", 7, "{\"sequence\":8}".getBytes(StandardCharsets.UTF_8), keys.getPublic()))
                .isFalse();
        assertThat(seal.holds("till-01", 7, BODY, pair().getPublic())).isFalse();
        assertThat(new RecordSeal(keyId, "1".repeat(64), seal.signature()).holds("till-01", 7, BODY, keys.getPublic()))
                .isFalse();
        assertThat(new RecordSeal(keyId, seal.previous(), "AAAAAAAA").holds("till-01", 7, BODY, keys.getPublic()))
                .isFalse();
    }

    @Test
    void itTravelsAsOneLine() {
        assertThat(seal.text()).hasSizeLessThanOrEqualTo(RecordSeal.MAX_TEXT).matches("[!-~]+");
        assertThat(RecordSeal.read(seal.text())).contains(seal);
    }

    @Test
    void whatIsNoSealIsNone() {
        String line = seal.text();
        assertThat(RecordSeal.read("")).isEmpty();
        assertThat(RecordSeal.read("2" + line.substring(1))).isEmpty();
        assertThat(RecordSeal.read(line + "=")).isEmpty();
        assertThat(RecordSeal.read(line.replace('.', ','))).isEmpty();
        assertThat(RecordSeal.read(line.substring(0, 60))).isEmpty();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
