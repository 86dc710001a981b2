package org.tillwright.register.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestRegister.price;
import static org.tillwright.register.testing.TestStore.CASHIER;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.MILK_CODE;
import static org.tillwright.register.testing.TestStore.NO_RIGHTS;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.sale.SaleOutcome.Finished;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleOutcome.NeedsPrice;
import org.tillwright.register.sale.SaleOutcome.NeedsQuantity;
import org.tillwright.register.sale.SaleOutcome.Rung;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;

class SaleSessionTest {

    static final SaleMessage.Card CARD = new SaleMessage.Card("girocard", "1234", "A1", "T1", "77");

    @TempDir
    Path directory;

    private TestRegister register;
    private SaleSession sale;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        sale = register.sale;
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    private static String said(SaleOutcome outcome) {
        return ((Said) outcome).notice().key();
    }

    @Test
    void aScanIsRungUpAtTheBooksPrice() {
        assertThat(sale.add(MILK_CODE)).isEqualTo(new Rung(1));
        assertThat(sale.lines()).singleElement().satisfies(line -> {
            assertThat(line.description()).isEqualTo("Milk 1 l");
            assertThat(line.amount()).isEqualTo(euro(129));
            assertThat(line.isOverridden()).isFalse();
        });
        assertThat(register.devices).containsExactly("line Milk 1 l EUR 1.29 of EUR 1.29");
    }

    @Test
    void theSameItemAgainMakesItsLineOneMore() {
        sale.add(MILK_CODE);
        assertThat(sale.add("4006381333931")).isEqualTo(new Rung(1));
        sale.add("soap");
        assertThat(sale.add(MILK_CODE)).isEqualTo(new Rung(3));
        assertThat(sale.total()).isEqualTo(euro(129 * 3 + 299));
    }

    @Test
    void anUnknownCodeLeavesTheSaleAloneAndSaysSo() {
        assertThat(sale.add("4012345678901")).isEqualTo(new Said(Notice.of("sale.unknown-code", "4012345678901")));
        assertThat(sale.add("oat milk")).isEqualTo(new Said(Notice.of("sale.unknown-name", "oat milk")));
        assertThat(sale.isEmpty()).isTrue();
    }

    @Test
    void aMisreadCodeIsSaidToBeMisread() {
        assertThat(said(sale.add("4006381333932"))).isEqualTo("sale.wrong-check-digit");
    }

    @Test
    void aWeighedItemAsksHowMuch() {
        assertThat(sale.add("2100")).isInstanceOf(NeedsQuantity.class);
        assertThat(sale.ring(new RingUp("cheese", new Quantity(485), null), MANAGER))
                .isEqualTo(new Rung(1));
        assertThat(sale.total()).isEqualTo(euro(626)); // 0.485 x 12.90 = 6.2565
    }

    @Test
    void anItemWithoutAPriceAsksForOneAndTheReasonIsKept() {
        assertThat(sale.addItem("gift")).isInstanceOf(NeedsPrice.class);
        RingUp byHand = new RingUp("gift", Quantity.ONE, new RingUp.HandPrice(price(150), "NO_PRICE"));
        assertThat(sale.ring(byHand, MANAGER)).isEqualTo(new Rung(1));
        SaleMessage message = payAndFinish();
        assertThat(message.lines().get(0).override())
                .isEqualTo(new SaleMessage.OverriddenPrice(null, "NO_PRICE", "op-1"));
    }

    @Test
    void aPriceOfZeroIsAPriceAndTheSaleNeedsNoTender() {
        assertThat(sale.addItem("bag")).isEqualTo(new Rung(1));
        assertThat(sale.finish()).isInstanceOf(Finished.class);
        assertThat(register.devices).last().isEqualTo("receipt EUR 0.00");
    }

    @Test
    void aCashierNeedsApprovalToChangeAPrice() throws Exception {
        sale.signedOn(CASHIER, Texts.of("en"));
        sale.add(MILK_CODE);
        assertThat(sale.overridePrice(1, price(99), "DAMAGED", CASHIER))
                .isInstanceOfSatisfying(NeedsApproval.class, needed -> assertThat(needed.permission())
                        .isEqualTo(Permissions.OVERRIDE_PRICE));
        assertThat(sale.total()).isEqualTo(euro(129));
        assertThat(sale.overridePrice(1, price(99), "DAMAGED", MANAGER))
                .as("a manager who was not asked")
                .isInstanceOf(NeedsApproval.class);
        allow(sale.overridePrice(1, price(99), "DAMAGED", CASHIER));
        assertThat(sale.overridePrice(1, price(99), "DAMAGED", MANAGER)).isEqualTo(new Rung(1));
        assertThat(sale.lines().get(0).regularUnitPrice()).isEqualTo(price(129));
        SaleMessage message = payAndFinish();
        assertThat(message.operatorId()).isEqualTo("op-3");
        assertThat(message.lines().get(0).override())
                .isEqualTo(new SaleMessage.OverriddenPrice(1_290_000L, "DAMAGED", "op-1"));
    }

    @Test
    void anAbsurdPriceIsRefusedBeforeItBreaksTheArithmetic() {
        sale.add(MILK_CODE);
        sale.changeQuantity(1, Quantity.of(100_000));
        assertThat(said(sale.overridePrice(1, price(1_000_000_01L * 100), "OOPS", MANAGER)))
                .isEqualTo("sale.price-too-much");
        assertThat(sale.overridePrice(1, price(100_000_000), "RICH", MANAGER)).isEqualTo(new Rung(1));
    }

    @Test
    void goodsComeBackOnlyWithPermissionAndNoMoreThanThat() throws Exception {
        sale.signedOn(CASHIER, Texts.of("en"));
        assertThat(sale.returnCode(MILK_CODE, CASHIER))
                .isEqualTo(new NeedsApproval(Permissions.RETURN_WITHOUT_RECEIPT, "RETURN", "line 1 milk -1000", null));
        allow(sale.returnCode(MILK_CODE, CASHIER));
        assertThat(sale.returnCode(MILK_CODE, MANAGER)).isEqualTo(new Rung(1));
        assertThat(sale.lines().get(0).isReturn()).isTrue();
        assertThat(sale.due()).isEqualTo(euro(-129));
        assertThat(sale.changeQuantity(1, Quantity.of(5))).isInstanceOf(NeedsApproval.class);
        assertThat(sale.returnCode(MILK_CODE, MANAGER)).isInstanceOf(NeedsApproval.class);
        assertThat(sale.due()).isEqualTo(euro(-129));
    }

    @Test
    void aRefundPaysOutExactlyWhatIsDue() {
        sale.returnItem("soap", MANAGER);
        assertThat(sale.payCash(euro(299))).isInstanceOf(Said.class);
        assertThat(said(sale.payCash(euro(-300)))).isEqualTo("sale.refund-too-much");
        sale.payCash(sale.due());
        Finished finished = (Finished) sale.finish();
        assertThat(finished.sale().change()).isEqualTo(euro(0));
        assertThat(finished.sale().sale().tenders()).containsExactly(new SaleMessage.Tender("CASH", -299L, null));
        assertThat(register.devices).last().isEqualTo("drawer and receipt EUR -2.99");
    }

    @Test
    void changeIsANegativeCashTenderAndStaysReadable() {
        sale.add(MILK_CODE);
        sale.payCash(euro(500));
        assertThat(sale.due()).isEqualTo(euro(-371));
        sale.finish();
        assertThat(sale.isEmpty()).isTrue();
        assertThat(sale.last().orElseThrow().change()).isEqualTo(euro(371));
        assertThat(sale.last().orElseThrow().sale().tenders())
                .extracting(SaleMessage.Tender::amountMinor)
                .containsExactly(500L, -371L);
    }

    @Test
    void partCardPartCashMakesOneSale() {
        sale.add("soap");
        assertThat(sale.paying().obstacleToCard(euro(300))).isNotNull();
        assertThat(sale.paying().obstacleToCard(euro(200))).isNull();
        sale.payCard(euro(200), CARD);
        assertThat(sale.finish()).isInstanceOf(Said.class);
        sale.payCash(euro(99));
        Finished finished = (Finished) sale.finish();
        assertThat(finished.sale().sale().tenders())
                .containsExactly(new SaleMessage.Tender("CARD", 200L, CARD), new SaleMessage.Tender("CASH", 99L, null));
    }

    @Test
    void aCardSaleLeavesTheDrawerShut() {
        sale.add("soap");
        sale.payCard(euro(299), CARD);
        sale.finish();
        assertThat(register.devices).last().isEqualTo("receipt EUR 2.99");
    }

    @Test
    void aRemovedCardPaymentIsWrittenDown() throws Exception {
        sale.add("soap");
        sale.payCash(euro(100));
        sale.payCard(euro(199), CARD);
        sale.removePayment(1);
        sale.removePayment(0);
        assertThat(sale.payments()).isEmpty();
        assertThat(register.events()).containsExactly("CARD_PAYMENT_REMOVED");
    }

    @Test
    void linesStandStillOnceSomethingIsPaid() {
        sale.add("soap");
        sale.payCash(euro(100));
        assertThat(said(sale.add(MILK_CODE))).isEqualTo("sale.payments-first");
        assertThat(said(sale.voidLine(1))).isEqualTo("sale.payments-first");
        assertThat(said(sale.voidSale(MANAGER))).isEqualTo("sale.payments-first");
        assertThat(sale.lines()).hasSize(1);
    }

    @Test
    void aVoidedLineLeavesAGapAndATrace() throws Exception {
        sale.add("soap");
        sale.add(MILK_CODE);
        sale.voidLine(1);
        sale.add("bag");
        assertThat(sale.lines()).extracting(SaleLine::number).containsExactly(2, 3);
        assertThat(register.events()).containsExactly("LINE_VOIDED");
        assertThat(said(sale.voidLine(1))).isEqualTo("sale.no-line");
    }

    @Test
    void aVoidedSaleIsKeptAndTheNextOneIsEmpty() throws Exception {
        sale.add("soap");
        sale.add(MILK_CODE);
        assertThat(sale.voidSale(NO_RIGHTS))
                .isInstanceOfSatisfying(NeedsApproval.class, needed -> assertThat(needed.permission())
                        .isEqualTo(Permissions.VOID));
        sale.voidSale(MANAGER);
        assertThat(sale.isEmpty()).isTrue();
        SaleVoidedMessage voided = TestRegister.message(
                register.journal.newest(RecordKind.SALE_VOIDED).orElseThrow(), SaleVoidedMessage.class);
        assertThat(voided.lineCount()).isEqualTo(2);
        assertThat(voided.totalMinor()).isEqualTo(428);
        assertThat(said(sale.voidSale(MANAGER))).isEqualTo("sale.nothing-to-void");
    }

    @Test
    void quantitiesAreChecked() {
        sale.add(MILK_CODE);
        assertThat(said(sale.changeQuantity(1, new Quantity(1500)))).isEqualTo("sale.quantity-not-whole");
        assertThat(said(sale.changeQuantity(1, new Quantity(0)))).isEqualTo("sale.quantity-zero");
        assertThat(said(sale.changeQuantity(1, Quantity.of(-1)))).isEqualTo("sale.quantity-negative");
        assertThat(said(sale.changeQuantity(1, Quantity.of(4_006_381)))).isEqualTo("sale.quantity-too-much");
        assertThat(sale.changeQuantity(1, Quantity.of(3))).isEqualTo(new Rung(1));
        assertThat(sale.total()).isEqualTo(euro(387));
    }

    @Test
    void aReturnLineStaysAReturnWhenItsQuantityChanges() {
        sale.returnItem("soap", MANAGER);
        sale.changeQuantity(1, Quantity.of(2));
        assertThat(sale.total()).isEqualTo(euro(-598));
    }

    @Test
    void nothingIsSoldWhileNobodyIsSignedOnOrTheTillIsClosed() {
        sale.signedOff();
        assertThat(said(sale.add(MILK_CODE))).isEqualTo("sale.nobody-signed-on");
        sale.signedOn(MANAGER, Texts.of("en"));
        register.till.settle(register.till.expected(), MANAGER);
        assertThat(said(sale.add(MILK_CODE))).isEqualTo("sale.till-closed");
    }

    @Test
    void aPriceThatChangesDuringASaleCountsFromTheNext() {
        sale.add(MILK_CODE);
        var dearer = TestStore.item("milk", "Milk 1 l", "PIECE", "REDUCED", 1_490_000L, MILK_CODE, 1L);
        register.catalogues.put(TestStore.catalogue().with(TestStore.snapshot(2, 1, List.of(dearer))));
        sale.add(MILK_CODE);
        assertThat(sale.total()).isEqualTo(euro(258));
        payAndFinish();
        assertThat(sale.last().orElseThrow().record().priceBookVersion()).isEqualTo(1);
        sale.add(MILK_CODE);
        assertThat(sale.total()).isEqualTo(euro(149));
        payAndFinish();
        assertThat(sale.last().orElseThrow().record().priceBookVersion()).isEqualTo(2);
    }

    @Test
    void whenTheJournalDoesNotTakeTheSaleTheDrawerStaysShutAndTheSaleStays() throws Exception {
        sale.add(MILK_CODE);
        sale.payCash(euro(129));
        register.journal.close(); // the disk is gone
        SaleOutcome outcome = sale.finish();
        assertThat(said(outcome)).startsWith("journal.");
        assertThat(sale.lines()).hasSize(1);
        assertThat(sale.last()).isEmpty();
        assertThat(register.devices).noneMatch(done -> done.contains("receipt") || done.contains("drawer"));
    }

    @Test
    void theSaleOnDiskIsTheSaleThatWasShown() throws Exception {
        sale.add(MILK_CODE);
        sale.add("soap");
        SaleMessage message = payAndFinish();
        assertThat(message.faults()).isEmpty();
        assertThat(message.totalMinor()).isEqualTo(428);
        assertThat(message.taxLines()).extracting(SaleMessage.TaxLine::taxMinor).containsExactly(8L, 48L);
        assertThat(message.businessDay()).hasToString("2026-03-02");
        assertThat(TestRegister.message(register.journal.newest(RecordKind.SALE).orElseThrow(), SaleMessage.class))
                .isEqualTo(message);
    }

    @Test
    void aCrashDuringASaleLosesNothingOfIt() throws Exception {
        sale.ring(new RingUp("soap", Quantity.of(2), new RingUp.HandPrice(price(250), "DAMAGED")), MANAGER);
        sale.add(MILK_CODE);
        sale.voidLine(2);
        sale.add("bag");
        sale.payCard(euro(100), CARD);
        List<SaleLine> lines = sale.lines();
        register.journal.close(); // as a kill would, without finishing

        register = TestRegister.open(directory);
        sale = register.sale;
        assertThat(sale.recover()).isTrue();
        assertThat(sale.lines()).isEqualTo(lines);
        assertThat(sale.payments()).containsExactly(new Payment(org.tillwright.wire.TenderType.CARD, euro(100), CARD));
        sale.removePayment(0);
        assertThat(sale.addItem("soap"))
                .as("numbers of voided lines are not given out again")
                .isEqualTo(new Rung(4));
        assertThat(sale.recover()).as("a sale has begun").isFalse();
    }

    @Test
    void afterAFinishedSaleThereIsNothingToRecover() throws Exception {
        UUID id = register.sellMilkForCash().transactionId();
        register.journal.close();
        register = TestRegister.open(directory);
        assertThat(register.sale.recover()).isFalse();
        assertThat(register.journal.hasTransaction(id)).isTrue();
    }

    @Test
    void theLastReceiptIsPrintedAgainEvenAfterARestart() throws Exception {
        register.sellMilkForCash();
        register.journal.close();
        register = TestRegister.open(directory);
        assertThat(register.sale.last()).isEmpty();
        assertThat(register.sale.reprintLast()).isInstanceOf(SaleOutcome.Copied.class);
        assertThat(register.devices).containsExactly("copy EUR 1.29");
        assertThat(register.events()).containsExactly("RECEIPT_REPRINTED");
    }

    /** Maja allows what the operator was refused. */
    private void allow(SaleOutcome refused) throws Exception {
        NeedsApproval needed = (NeedsApproval) refused;
        String operatorId = sale.operator().orElseThrow().operatorId();
        register.approvals.give(needed.request(operatorId, sale.transactionId()), MANAGER, "PIN");
    }

    private SaleMessage payAndFinish() {
        sale.payCash(sale.due());
        return ((Finished) sale.finish()).sale().sale();
    }
}
