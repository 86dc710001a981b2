package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.papers.Papers;
import org.tillwright.server.sales.TransactionDetail;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalVerdict;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.receipt.ReceiptWords;

/** What fiscal devices answered, as registers tell it. */
class FiscalRecordsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestShop shop = new TestShop();
    private final TestTill till = new TestTill(shop, TestShop.TILL);
    private final JournalService journal = TransactionalBooking.journalOf(shop);
    private final KeyPair key = newKey();
    private long sequence;

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aSignatureIsKeptWithItsSaleAndStandsOnTheReceiptThatIsSent() {
        SaleMessage sale = sold();
        tell(answer(sale, signature(sale, 7), null));

        assertThat(detail(sale).fiscal()).singleElement().satisfies(told -> {
            assertThat(told.deviceId()).isEqualTo("SIM-1");
            assertThat(told.number()).isEqualTo(7);
            assertThat(told.verdict()).isEqualTo(FiscalVerdict.HOLDS.name());
            assertThat(told.failure()).isNull();
        });
        assertThat(receipt(sale)).contains(new PaperLine.Qr("SIM-1;7"));
        assertThat(shop.database.count("audit_entry", "action like 'FISCAL%'")).isZero();
    }

    @Test
    void aSaleThatIsSignedLaterHasBothAnswersAndItsReceiptTheSignature() {
        SaleMessage sale = sold();
        tell(answer(sale, null, "NOT_ANSWERING"));
        assertThat(text(receipt(sale))).contains("TSE ausgefallen");

        tell(answer(sale, signature(sale, 8), null));
        assertThat(detail(sale).fiscal())
                .extracting(TransactionDetail.Fiscal::failure)
                .containsExactly("NOT_ANSWERING", null);
        assertThat(text(receipt(sale))).doesNotContain("TSE ausgefallen");
        assertThat(shop.database.count("audit_entry", "action = 'FISCAL_NOT_SIGNED' and detail = 'NOT_ANSWERING'"))
                .isEqualTo(1);
    }

    @Test
    void aSignatureOfSomethingElseIsKeptAndFound() {
        SaleMessage sale = sold();
        FiscalMessage.Signature sound = signature(sale, 9);
        tell(answer(
                sale,
                new FiscalMessage.Signature(
                        sound.deviceId(),
                        10L,
                        sound.signedAt(),
                        sound.algorithm(),
                        sound.publicKey(),
                        sound.signedText().replace("9", "10"),
                        sound.signature(),
                        sound.verification()),
                null));
        assertThat(detail(sale).fiscal().get(0).verdict()).isEqualTo(FiscalVerdict.BROKEN.name());
        assertThat(shop.database.count("audit_entry", "action = 'FISCAL_SIGNATURE_BROKEN'"))
                .isEqualTo(1);
    }

    @Test
    void aNumberThatADeviceGaveTwiceIsFoundAcrossRegistersAndASecondAnswerToTheSameSaleIsNone() {
        SaleMessage first = sold();
        SaleMessage second = sold();
        tell(answer(first, signature(first, 11), null));
        tell(answer(first, signature(first, 11), null));
        assertThat(shop.database.count("audit_entry", "action = 'FISCAL_NUMBER_TWICE'"))
                .isZero();
        tell(answer(second, signature(second, 11), null));
        assertThat(shop.database.count(
                        "audit_entry", "action = 'FISCAL_NUMBER_TWICE' and subject = '" + second.transactionId() + "'"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerThatIsBothOrNeitherIsRefused() {
        SaleMessage sale = sold();
        assertThatThrownBy(() -> tell(answer(sale, null, null)))
                .isInstanceOf(Refused.class)
                .satisfies(refused ->
                        assertThat(((Refused) refused).faults().toString()).contains("exclude each other"));
        assertThatThrownBy(() -> tell(answer(sale, signature(sale, 1), "FULL"))).isInstanceOf(Refused.class);
        assertThat(shop.database.count("fiscal_signature", "true")).isZero();
    }

    private SaleMessage sold() {
        if (till.sequence() == 0) {
            till.open(0);
        }
        return till.sell("milk 1000");
    }

    /** From the other register, whose numbers are free: which of them has the device makes no difference here. */
    private void tell(FiscalMessage message) {
        sequence++;
        journal.accept(
                "till-02",
                sequence,
                null,
                WireJson.write(JournalRecord.of(
                        "till-02",
                        sequence,
                        RecordKind.FISCAL,
                        3,
                        TaxPolicyMessage.of(SaleBuilder.IN_PRICE),
                        message)));
    }

    private static FiscalMessage answer(
            SaleMessage sale, FiscalMessage.@Nullable Signature signature, @Nullable String failure) {
        return new FiscalMessage(TestShop.STORE, "DE", sale.transactionId(), 2L, "SALE", signature, failure, NOON);
    }

    private FiscalMessage.Signature signature(SaleMessage sale, long number) {
        String text = "sale " + sale.transactionId() + "\nnumber " + number + "\n";
        try {
            Signature signing = Signature.getInstance(FiscalVerdict.ALGORITHM);
            signing.initSign(key.getPrivate());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return new FiscalMessage.Signature(
                    "SIM-1",
                    number,
                    NOON,
                    FiscalVerdict.ALGORITHM,
                    Base64.getEncoder().encodeToString(key.getPublic().getEncoded()),
                    text,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(signing.sign()),
                    "SIM-1;" + number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TransactionDetail detail(SaleMessage sale) {
        return shop.inTransaction(() -> shop.get(TransactionLookupService.class)
                .find(TestShop.STORE, sale.transactionId())
                .orElseThrow());
    }

    private List<PaperLine> receipt(SaleMessage sale) {
        UUID id = sale.transactionId();
        return shop.inTransaction(
                () -> shop.get(Papers.class).find(id).orElseThrow().receipt(ReceiptWords.of("en"), 42));
    }

    private static List<String> text(List<PaperLine> lines) {
        return lines.stream()
                .filter(PaperLine.Text.class::isInstance)
                .map(line -> ((PaperLine.Text) line).text())
                .toList();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
