package org.tillwright.server.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.ledger.Account;
import org.tillwright.wire.SaleMessage;

/** A manager says which tender a payout line is, and takes it back; on a real database, with the books. */
class MatchByHandTest {

    private static final String OTHER_DAYS =
            "payment,50.00,0,T-9,EARLY,,2026-02-20,\npayment,60.00,0,T-9,LATE,,2026-03-09,\n";

    private final SettlementShop shop = new SettlementShop();

    @AfterEach
    void close() {
        assertThat(shop.shop.database.number("select coalesce(sum(amount_minor), 0) from posting"))
                .isZero();
        shop.close();
    }

    private OpenAmount line(long minor) {
        return shop.open(new OpenFilter("LINE", null, null, null)).stream()
                .filter(each -> each.amountMinor() == minor)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLineOfItsOwnAmountLeavesNoDifference() {
        SaleMessage sale = shop.card("milk 1000", "A1", "1");
        shop.upload("a.csv", "payment,1.29,0.02,T-9,Q7,,2026-03-02,\n" + OTHER_DAYS);
        assertThat(shop.open(new OpenFilter("TENDER", null, null, null))).hasSize(1);
        OpenAmount line = line(129);
        List<TenderChoice> choices = shop.choices(line, null);
        assertThat(choices)
                .extracting(TenderChoice::transactionId, TenderChoice::differenceMinor, TenderChoice::code)
                .containsExactly(tuple(sale.transactionId(), 0L, "A1"));
        shop.match(line, choices.get(0));
        assertThat(shop.open(new OpenFilter("TENDER", null, null, null))).isEmpty();
        assertThat(shop.books(Account.CARD)).isZero();
        assertThat(shop.books(Account.CARD_DIFFERENCES)).isZero();
        assertThat(shop.resolved())
                .extracting(ResolvedAmount::reason, ResolvedAmount::transactionId, ResolvedAmount::differenceMinor)
                .containsExactly(tuple(Resolution.SAME_PAYMENT, sale.transactionId(), 0L));
        assertThat(shop.shop.database.count("settlement_match", "how = 'BY_HAND' and matched_by = 'anna'"))
                .isEqualTo(1);
        assertThat(shop.choices(line, null)).as("of a line that is settled").isEmpty();
    }

    @Test
    void whatTheTwoDifferByIsNamedAndWrittenOff() {
        shop.card("milk 1000", "A1", "1");
        shop.upload("a.csv", "payment,1.20,0,T-9,Q7,,2026-03-02,\n");
        OpenAmount line = line(120);
        shop.match(line, shop.choices(line, null).get(0));
        assertThat(shop.books(Account.CARD)).isZero();
        assertThat(shop.books(Account.CARD_UNMATCHED)).isZero();
        assertThat(shop.books(Account.CARD_DIFFERENCES)).isEqualTo(9);
        assertThat(shop.resolved().get(0).differenceMinor()).isEqualTo(-9);
        assertThat(shop.shop.database.text("select detail from audit_entry where action = 'SETTLEMENT_MATCHED'"))
                .contains("120 EUR")
                .contains("difference -9")
                .contains("the slip shows it");
    }

    @Test
    void takenBackItIsAsBeforeAndCanBeMatchedAnew() {
        shop.card("milk 1000", "A1", "1");
        shop.card("milk 2000", "A2", "2");
        shop.upload("a.csv", "payment,1.20,0,T-9,Q7,,2026-03-02,\n" + OTHER_DAYS);
        OpenAmount line = line(120);
        List<OpenAmount> before = shop.open();
        for (int round = 0; round < 2; round++) {
            for (TenderChoice choice : shop.choices(line, null)) {
                shop.match(line, choice);
                assertThat(shop.open()).doesNotContain(line);
                shop.undo(shop.resolved().get(0));
                assertThat(shop.open()).containsExactlyElementsOf(before);
            }
        }
        assertThat(shop.resolved()).isEmpty();
        assertThat(shop.books(Account.CARD)).isEqualTo(129 + 258);
        assertThat(shop.books(Account.CARD_DIFFERENCES)).isZero();
        assertThat(shop.books(Account.CARD_UNMATCHED)).isEqualTo(-(120 + 5_000 + 6_000));
        assertThat(shop.shop.database.count("audit_entry", "action = 'SETTLEMENT_UNDONE'"))
                .isEqualTo(4);
        shop.match(line, shop.choices(line, null).get(0));
        assertThat(shop.books(Account.CARD)).isEqualTo(258);
    }

    @Test
    void whatWasWrittenOffIsTakenBackToo() {
        shop.card("milk 1000", "A1", "1");
        shop.upload("a.csv", OTHER_DAYS);
        List<OpenAmount> before = shop.open();
        assertThat(before).hasSize(3);
        before.forEach(each -> shop.resolve(each, Resolution.WRITTEN_OFF));
        assertThat(shop.open()).isEmpty();
        shop.resolved().forEach(shop::undo);
        assertThat(shop.open()).containsExactlyElementsOf(before);
        assertThat(shop.books(Account.CARD)).isEqualTo(129);
        assertThat(shop.books(Account.CARD_DIFFERENCES)).isZero();
        ResolvedAmount gone = resolvedOf(before.get(0));
        shop.undo(gone);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.undo(gone))
                .satisfies(no -> assertThat(no.reasons()).containsExactly(SettlementReason.NOT_SETTLED));
    }

    private ResolvedAmount resolvedOf(OpenAmount open) {
        shop.resolve(open, Resolution.WRITTEN_OFF);
        return shop.resolved().get(0);
    }

    @Test
    void theNearestAmountComesFirstAndAWordFindsAnyDay() {
        shop.card("milk 3000", "A3", "3");
        shop.card("milk 1000", "A1", "1");
        SaleMessage old = shop.card("milk 2000", "A2", "2");
        shop.shop.database.tamper("update unsettled_tender set business_day = '2024-01-05' where transaction_id = '"
                + old.transactionId() + "'");
        shop.upload("a.csv", "payment,1.30,0,T-9,Q7,,2026-03-02,\n");
        OpenAmount line = line(130);
        assertThat(shop.choices(line, " ")).extracting(TenderChoice::code).containsExactly("A1", "A3");
        assertThat(shop.choices(line, "A2")).extracting(TenderChoice::code).containsExactly("A2");
        assertThat(shop.choices(line, "A2' or '1' = '1")).isEmpty();
        TenderChoice first = shop.choices(line, null).get(0);
        assertThat(shop.choices(line, first.receipt())).containsExactly(first);
    }

    @Test
    void aTenderThatIsPaidOfAnotherDirectionOrCurrencyIsRefused() {
        shop.card("milk 1000", "A1", "1");
        shop.card("milk -1000", "A2", "2");
        shop.upload(
                "a.csv",
                "payment,1.29,0,T-1,A1,1,2026-03-02,\npayment,7.77,0,T-9,Q7,,2026-03-02,\nchargeback,-1.29,0,T-1,A1,1,2026-03-02,\n");
        OpenAmount line = line(777);
        assertThat(shop.choices(line, null)).as("paid, or money that went back").isEmpty();
        for (String tender : shop.shop
                .database
                .text("select group_concat(concat(transaction_id, '/', number)) from tender_line")
                .split(",", -1)) {
            refused(line, tender);
        }
        OpenAmount chargeback = shop.one(OpenReason.CHARGEBACK);
        assertThat(shop.choices(chargeback, null)).isEmpty();
        shop.card("milk 1000", "A3", "3");
        TenderChoice free = shop.choices(line, null).get(0);
        refused(chargeback, free.id());
        shop.shop.database.tamper("update retail_transaction set currency = 'DKK'");
        refused(line, free.id());
        assertThat(shop.books(Account.CARD_DIFFERENCES)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "x/1", "00000000-0000-4000-8000-000000000001/1", "1' or '1'='1", "null"})
    void aTenderThatIsNoneIsRefused(String tender) {
        shop.upload("a.csv", "payment,7.77,0,T-9,Q7,,2026-03-02,\n");
        refused(line(777), tender);
    }

    private void refused(OpenAmount line, String tender) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.shop.inTransaction(() -> {
                    shop.settlement.match(TestShop.STORE, line.id(), tender, "because", "anna");
                    return true;
                }))
                .satisfies(no -> assertThat(no.reasons()).containsExactly(SettlementReason.NOT_THE_SAME));
        assertThat(shop.open()).contains(line);
    }

    @Test
    void withoutAReasonNothingIsMatched() {
        shop.card("milk 1000", "A1", "1");
        shop.upload("a.csv", "payment,1.29,0,T-9,Q7,,2026-03-02,\n");
        OpenAmount line = line(129);
        TenderChoice choice = shop.choices(line, null).get(0);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.shop.inTransaction(() -> {
                    shop.settlement.match(TestShop.STORE, line.id(), choice.id(), " ", "anna");
                    return true;
                }))
                .satisfies(no -> assertThat(no.reasons()).containsExactly(SettlementReason.NOTE_MISSING));
    }

    @Test
    void aPhonesPaymentThatALineIsMatchedWithByHandLeavesThePhonesAccount() {
        UUID phone = UUID.randomUUID();
        shop.shop.database.tamper("insert into wallet_payment (payment_id, store_id, workstation_id, kind, currency,"
                + " amount_minor, state, reference, paid_minor, asked_at, changed_at, looked_at, next_look_at)"
                + " values ('" + phone + "', 'shop', 'till-01', 'SHOW', 'EUR', 129, 'PAID', 'G1', 129,"
                + " '2026-03-02 07:00:00', '2026-03-02 07:00:00', '2026-03-02 07:00:00', '2026-03-02 07:00:00')");
        shop.till.sellByPhone("milk 1000", phone, "G1");
        byte[] file = "amount,fee,reference,date\n1.29,0.01,MISREAD,2026-03-02\n".getBytes(StandardCharsets.UTF_8);
        shop.shop.inTransaction(() -> shop.payouts.upload(TestShop.STORE, "w.csv", file, null, "anna"));
        OpenAmount line = line(129);
        shop.match(line, shop.choices(line, "G1").get(0));
        assertThat(shop.books(Account.WALLET)).isZero();
        assertThat(shop.shop.database.text("select pays from payout_line")).isEqualTo("WALLET");
        shop.undo(shop.resolved().get(0));
        assertThat(shop.books(Account.WALLET)).isEqualTo(129);
        assertThat(shop.shop.database.text("select pays from payout_line")).isEqualTo("CARD");
    }
}
