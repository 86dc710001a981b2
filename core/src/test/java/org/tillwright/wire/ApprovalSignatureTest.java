package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Approvals are signed with all they say, and badges are known by what cannot be turned back into them. */
class ApprovalSignatureTest {

    private static final UUID ID = UUID.fromString("6f1c2f5e-0c5c-4b7b-9a53-0b0d7a1b2c3d");
    private static final Instant AT = Instant.parse("2026-03-02T08:58:00Z");

    @Test
    void aSignatureHoldsForItsOwnApprovalAndKeyOnly() throws GeneralSecurityException {
        KeyPair key = newKey();
        ApprovalMessage signed =
                ApprovalSignature.sign(approval("DISCOUNT", "line 1", 60L, "ben", "anna"), key.getPrivate());
        assertThat(ApprovalSignature.holds(signed, key.getPublic())).isTrue();
        assertThat(ApprovalSignature.holds(signed, newKey().getPublic())).isFalse();
        List<ApprovalMessage> others = List.of(
                approval("PRICE", "line 1", 60L, "ben", "anna"),
                approval("DISCOUNT", "line 2", 60L, "ben", "anna"),
                approval("DISCOUNT", "line 1", 61L, "ben", "anna"),
                approval("DISCOUNT", null, 60L, "ben", "anna"),
                approval("DISCOUNT", "line 1", null, "ben", "anna"),
                approval("DISCOUNT", "line 1", 60L, "anna", "ben"));
        assertThat(others)
                .noneMatch(other -> ApprovalSignature.holds(other.withSignature(signed.signature()), key.getPublic()));
        assertThat(List.of("", "no base64!", "AAAA"))
                .noneMatch(signature -> ApprovalSignature.holds(signed.withSignature(signature), key.getPublic()));
    }

    @Test
    void aBadgeIsKnownByItsHashAndNeverByAPartOfIt() {
        byte[] random = new byte[BadgeCode.RANDOM_CHARACTERS];
        random[0] = 31;
        String code = BadgeCode.of(random);
        assertThat(code).isEqualTo("TWBX0000000000000000000000000");
        String verifier = BadgeCode.verifierOf(code);
        assertThat(verifier).startsWith("sha256$").doesNotContain(code);
        assertThat(BadgeCode.matches(" twbx0000000000000000000000000 ", verifier))
                .isTrue();
        assertThat(BadgeCode.matches(code.substring(0, 28), verifier)).isFalse();
        assertThat(BadgeCode.matches(code.replace('X', 'W'), verifier)).isFalse();
        assertThat(BadgeCode.isMeant("TWB")).isTrue();
        assertThat(BadgeCode.isMeant("TW*UNDO")).isFalse();
        assertThat(BadgeCode.isWhole(code.replace('X', 'O'))).as("no such sign").isFalse();
        assertThatThrownBy(() -> BadgeCode.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    private static ApprovalMessage approval(
            String action, String detail, Long minor, String operator, String approver) {
        return new ApprovalMessage(
                ID,
                "shop",
                action,
                "sales.discount",
                "sale",
                detail,
                minor,
                minor == null ? null : "EUR",
                operator,
                approver,
                ApprovalMessage.PIN,
                AT,
                "");
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
