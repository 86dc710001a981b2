package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.shop.ShopRulesService;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.ApprovalSignature;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.shop.ShopRules;

/** Approvals and the sales that they are for, as a register sends them: Ben sells, Anna allows. */
class ApprovedRecordsTest {

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);
    private final UUID saleId = UUID.randomUUID();
    private KeyPair key = newKey();
    private long sequence;

    @BeforeEach
    void enrol() {
        enrol(key);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void anApprovalThatHoldsIsNotedWithBothNamesAndItsSaleIsNotDisputed() {
        assertThat(send(approval())).isFalse();
        assertThat(sendSale(990_000)).isFalse();
        assertThat(shop.database.count(
                        "audit_entry",
                        "action = 'APPROVED' and operator_id = 'anna' and detail like 'PRICE for ben by PIN%'"))
                .isEqualTo(1);
        assertThat(shop.database.count("audit_entry", "action = 'APPROVAL_DOUBTED'"))
                .isZero();
        assertThat(shop.database.count("approval", "doubts is null")).isEqualTo(1);
    }

    @Test
    void anApprovalOfAnotherKeyIsFoundAndSoIsItsSale() {
        key = newKey();
        assertThat(send(approval())).isTrue();
        assertDoubt("is not signed by the register of till-01");
        assertThat(sendSale(990_000)).isTrue();
        assertDispute("was allowed by an approval that does not hold");
    }

    @Test
    void aChangedApprovalIsFound() {
        ApprovalMessage signed = approval();
        send(new ApprovalMessage(
                signed.approvalId(),
                signed.storeId(),
                signed.action(),
                signed.permission(),
                signed.subject(),
                signed.detail(),
                99_999L,
                signed.currency(),
                signed.operatorId(),
                signed.approverId(),
                signed.means(),
                signed.approvedAt(),
                signed.signature()));
        assertDoubt("is not signed");
    }

    @Test
    void aKeyThatWasReplacedLaterStillCountsForWhatItSigned() {
        shop.database.tamper(
                "insert into register_former_key values ('till-01', '2026-03-02 12:00:00', x'" + hex(key) + "')");
        KeyPair former = key;
        enrol(newKey());
        key = former;
        assertThat(send(approval())).isFalse();
        shop.database.tamper("update register_former_key set replaced_at = '2026-03-01 12:00:00'");
        assertThat(send(approval())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ben  | anna  | sales.override-price | true
            ben  | ben   | sales.override-price | false
            anna | ben   | sales.override-price | false
            ben  | gone  | sales.override-price | false
            ben  | ghost | sales.override-price | false
            ghost| anna  | sales.override-price | false
            ben  | anna  | moon.sell            | false
            ben  | anna  | sales.void           | false""")
    void onlyAnotherWithThePermissionMayAllow(String operator, String approver, String permission, boolean holds) {
        ApprovalMessage plain = unsigned();
        send(signed(new ApprovalMessage(
                plain.approvalId(),
                plain.storeId(),
                plain.action(),
                permission,
                plain.subject(),
                plain.detail(),
                plain.amountMinor(),
                plain.currency(),
                operator,
                approver,
                plain.means(),
                plain.approvedAt(),
                "")));
        assertThat(shop.database.count("audit_entry", "action = 'APPROVAL_DOUBTED'"))
                .isEqualTo(holds ? 0 : 1);
    }

    @Test
    void anApprovalIsForOneSaleOneLineOnePriceAndOnce() {
        send(approval());
        assertThat(sendSale(980_000)).as("another price").isTrue();
        assertDispute("there is no such approval");
        assertThat(sendSale(990_000)).as("another sale").isTrue();
        assertThat(shop.database.count("disputed_totals", "reason like '%there is no such approval%'"))
                .isEqualTo(2);
    }

    @Test
    void anApprovalThatComesAfterItsSaleCountsForNothing() {
        send(approvalFor(UUID.randomUUID())); // so that this register is known to tell approvals
        assertThat(sendSale(990_000, saleId)).isTrue();
        send(approval());
        assertDispute("there is no such approval");
    }

    @Test
    void anApprovalTwiceIsFound() {
        ApprovalMessage once = approval();
        assertThat(send(once)).isFalse();
        assertThat(send(once)).isTrue();
        assertDoubt("was told before");
        assertThat(shop.database.count("approval", "true")).isEqualTo(1);
    }

    @Test
    void anOlderRegisterThatTellsNoApprovalsIsBelieved() {
        assertThat(sendSale(990_000)).isFalse();
    }

    @Test
    void whatIsAboveTheLimitOfTheApproversRoleIsListed() {
        shop.inTransaction(() -> shop.get(ShopRulesService.class)
                .publish(
                        TestShop.STORE,
                        WireJson.read(
                                "{\"selling\":{\"limits\":[{\"role\":\"MANAGER\",\"maxPercentPpm\":200000}]}}"
                                        .getBytes(StandardCharsets.UTF_8),
                                ShopRules.class),
                        null,
                        "anna"));
        send(approval());
        assertThat(sendSale(990_000, saleId, 4)).isTrue(); // 0.30 of 1.29 is 23 %
        assertDispute("further below the book's than the role MANAGER may go");
    }

    @Test
    void whatNoRegisterWritesIsRefused() {
        ApprovalMessage plain = unsigned();
        UnaryOperator<ApprovalMessage> lines = told -> new ApprovalMessage(
                told.approvalId(),
                told.storeId(),
                told.action(),
                told.permission(),
                told.subject(),
                "line 1\nanna",
                told.amountMinor(),
                null,
                told.operatorId(),
                told.approverId(),
                "VOICE",
                told.approvedAt(),
                "");
        assertThatThrownBy(() -> send(signed(lines.apply(plain))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Object::toString)
                        .containsExactlyInAnyOrder(
                                "currency and amountMinor are there together or not at all",
                                "means is neither PIN nor BADGE",
                                "detail or another text is not on one line"));
    }

    @Test
    void aSaleIsUndoneByWhoMayOrWithAnApprovalOfJustThat() {
        SaleMessage sold =
                new SaleBuilder().line("milk", 1_000).transactionId(saleId).sale();
        SaleMessage other = new SaleBuilder().line("milk", 1_000).sale();
        assertThat(send(sold)).isFalse();
        assertThat(send(other)).isFalse();
        assertThat(send(undoing(sold, "anna"))).as("a manager").isFalse();

        assertThat(send(signed(undoAllowed(sold, "ben", "sales.post-void")))).isFalse();
        assertThat(send(undoing(other, "ben"))).as("allowed for another sale").isTrue();
        assertDispute("ben may not undo sale " + other.transactionId() + " alone, and nobody allowed it");
    }

    @Test
    void anApprovalToUndoCountsForWhoAskedAndOnlyIfItHolds() {
        SaleMessage sold =
                new SaleBuilder().line("milk", 1_000).transactionId(saleId).sale();
        send(sold);
        send(signed(undoAllowed(sold, "ben", "sales.void")));
        assertThat(send(undoing(sold, "ben"))).isTrue();
        assertDispute("POST_VOID needs sales.post-void");
        SaleMessage again = new SaleBuilder().line("milk", 1_000).sale();
        send(again);
        send(signed(undoAllowed(again, "ben", "sales.post-void")));
        assertThat(send(undoing(again, "ben"))).isFalse();
    }

    private static ApprovalMessage undoAllowed(SaleMessage sold, String operator, String permission) {
        return new ApprovalMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                ApprovalDetail.POST_VOID,
                permission,
                sold.transactionId().toString(),
                null,
                sold.totalMinor(),
                "EUR",
                operator,
                "anna",
                ApprovalMessage.PIN,
                Instant.parse("2026-03-02T08:58:00Z"),
                "");
    }

    private static SaleMessage undoing(SaleMessage sold, String operator) {
        return PostVoids.undoing(
                sold,
                new PostVoids.Undoing(
                        UUID.randomUUID(),
                        sold.tillSessionId(),
                        operator,
                        sold.businessDay(),
                        sold.endedAt(),
                        sold.endedAt(),
                        Map.of(),
                        null));
    }

    private boolean send(SaleMessage sale) {
        sequence++;
        return accept(SaleBuilder.record(TestShop.TILL, sequence, 3, SaleBuilder.IN_PRICE, sale));
    }

    private ApprovalMessage approval() {
        return approvalFor(saleId);
    }

    private ApprovalMessage approvalFor(UUID sale) {
        return signed(unsigned(sale));
    }

    private ApprovalMessage unsigned() {
        return unsigned(saleId);
    }

    private static ApprovalMessage unsigned(UUID sale) {
        return new ApprovalMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                ApprovalDetail.PRICE,
                "sales.override-price",
                sale.toString(),
                ApprovalDetail.ofPrice(1, "milk", 990_000),
                30L,
                "EUR",
                "ben",
                "anna",
                ApprovalMessage.PIN,
                Instant.parse("2026-03-02T08:58:00Z"),
                "");
    }

    private ApprovalMessage signed(ApprovalMessage approval) {
        return ApprovalSignature.sign(approval, key.getPrivate());
    }

    private boolean send(ApprovalMessage approval) {
        sequence++;
        return accept(WireJson.write(JournalRecord.of(
                TestShop.TILL, sequence, RecordKind.APPROVED, 3, TaxPolicyMessage.of(SaleBuilder.IN_PRICE), approval)));
    }

    /** One milk at another price, of whichever sale. */
    private boolean sendSale(long micro) {
        return sendSale(micro, micro == 990_000 && sequence == 1 ? saleId : UUID.randomUUID());
    }

    private boolean sendSale(long micro, UUID sale) {
        return sendSale(micro, sale, 3);
    }

    private boolean sendSale(long micro, UUID sale, long version) {
        sequence++;
        return accept(new SaleBuilder()
                .overridden("milk", 1_000, micro)
                .transactionId(sale)
                .version(version)
                .record(sequence));
    }

    private boolean accept(byte[] record) {
        return journal.accept(TestShop.TILL, sequence, record).acceptance().disputed();
    }

    private void assertDoubt(String words) {
        assertThat(shop.database.count("audit_entry", "action = 'APPROVAL_DOUBTED' and detail like '%" + words + "%'"))
                .isEqualTo(1);
    }

    private void assertDispute(String words) {
        assertThat(shop.database.count("disputed_totals", "reason like '%" + words.replace("'", "''") + "%'"))
                .isGreaterThanOrEqualTo(1);
    }

    private void enrol(KeyPair pair) {
        shop.database.tamper(
                "update workstation set public_key = x'" + hex(pair) + "' where workstation_id = 'till-01'");
    }

    private static String hex(KeyPair pair) {
        return HexFormat.of().formatHex(pair.getPublic().getEncoded());
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
