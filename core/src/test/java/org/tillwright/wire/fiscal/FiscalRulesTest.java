package org.tillwright.wire.fiscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.json.WireJson;

class FiscalRulesTest {

    @Test
    void aCountryWithoutADutyAsksForNothingAndEndsNothing() {
        FiscalRules denmark = FiscalRules.of("DK");
        assertThat(denmark).isEqualTo(FiscalRules.OTHER).isEqualTo(FiscalRules.of("OTHER"));
        assertThat(denmark.isRequired()).isFalse();
        assertThat(denmark.limit()).isEqualTo(FiscalRules.Limit.NONE);
        assertThat(denmark.signs(FiscalKind.TRAINING)).isFalse();
    }

    @Test
    void swedenSellsNotAtAllWithoutItsDeviceAndGermanyGoesOn() {
        assertThat(FiscalRules.of("SE").limit().isNotAtAll()).isTrue();
        assertThat(FiscalRules.of("UA").limit().isNotAtAll()).isFalse();
        assertThat(FiscalRules.of("UA").limit().endsSelling()).isTrue();
        assertThat(FiscalRules.of("DE").limit().endsSelling()).isFalse();
        assertThat(FiscalRules.of("AT").limit().endsSelling()).isFalse();
    }

    @Test
    void whatTheLawWantsPrintedIsThereWhereADeviceIsADuty() {
        for (FiscalRules rules : FiscalRules.ALL) {
            assertThat(rules.failureSentence() != null).as(rules.country()).isEqualTo(rules.isRequired());
        }
    }

    @Test
    void aSaleThatWasGivenUpIsGermanysBusinessAndATillsOpeningNobodys() {
        SaleVoidedMessage voided = new SaleVoidedMessage(
                new UUID(0, 1),
                "shop",
                new UUID(0, 2),
                "op-1",
                LocalDate.parse("2026-01-31"),
                Instant.EPOCH,
                "EUR",
                1L,
                100L);
        assertThat(FiscalKind.of(RecordKind.SALE_VOIDED, voided)).isEqualTo(FiscalKind.GIVEN_UP);
        assertThat(FiscalKind.of(RecordKind.TILL_OPENED, voided)).isNull();
        assertThat(FiscalRules.DE.signs(FiscalKind.GIVEN_UP)).isTrue();
        assertThat(FiscalRules.UA.signs(FiscalKind.GIVEN_UP)).isFalse();
    }

    /** Nothing but the message is needed to see that it was signed. */
    @Test
    void theGoldenSignatureHolds() throws IOException, GeneralSecurityException {
        FiscalMessage message;
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/golden/FiscalMessage-v1.json"))) {
            message = WireJson.read(file.readAllBytes(), FiscalMessage.class);
        }
        FiscalMessage.Signature told = Objects.requireNonNull(message.signature());
        Signature check = Signature.getInstance(told.algorithm());
        check.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(told.publicKey()))));
        check.update(told.signedText().getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getUrlDecoder().decode(told.signature())))
                .isTrue();
    }
}
