package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.TenderParticulars.Foreign;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;

/** Vouchers, notes of other currencies, tips, and what a shop's rules say of its tenders. */
class OtherTendersTest {

    @TempDir
    Path directory;

    private TenderingFixture shop;

    @AfterEach
    void closeShop() throws Exception {
        shop.close();
    }

    private void open() throws Exception {
        shop = new TenderingFixture(directory).ringUp(TestStore.MILK_CODE, "SOAP"); // 4.28
    }

    private void open(TenderRules.Rule... rules) throws Exception {
        shop = new TenderingFixture(directory, TenderingFixture.shop(List.of(rules)))
                .ringUp(TestStore.MILK_CODE, "SOAP");
    }

    @Test
    void aVoucherHasANumberAndAWorthAndNoneIsTakenTwice() throws Exception {
        open();
        shop.model.tender("VOUCHER", "");
        shop.model.entered("LUNCH 7");
        assertThat(shop.notice()).contains("LUNCH 7");
        shop.model.entered("LUNCH-7");
        shop.model.entered("abc");
        assertThat(shop.notice()).contains("abc");
        shop.model.entered("4");
        assertThat(shop.state.payments()).containsExactly(new PaymentRow(0, "Voucher …H-7", "4.00"));
        shop.model.tender("VOUCHER", "0.10");
        shop.model.scanned("LUNCH-7");
        assertThat(shop.notice()).contains("in this sale already");
        assertThat(shop.register.sale.payments()).hasSize(1);
    }

    @Test
    void aVoucherGivesNoChangeAndTheCustomerIsAskedFirst() throws Exception {
        open();
        shop.model.tender("VOUCHER", "10");
        shop.model.scanned("LUNCH-8");
        assertThat(shop.state.question().detail()).contains("5.72");
        shop.model.back();
        assertThat(shop.register.sale.payments()).isEmpty();
        shop.model.tender("VOUCHER", "10");
        shop.model.scanned("LUNCH-8");
        shop.yes();
        SaleMessage sale = shop.finished.get(0).sale();
        assertThat(sale.tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.amountMinor()).isEqualTo(428);
            assertThat(tender.particulars().reference()).isEqualTo("LUNCH-8");
        });
    }

    @Test
    void notesOfAnotherCurrencyAreWorthTheirRateAndTheChangeIsLocal() throws Exception {
        open();
        shop.model.tender("FOREIGN_CASH", "");
        assertThat(shop.state.work().choices().rows())
                .extracting(Choices.Row::figure)
                .containsExactly("4.66", "702");
        shop.model.choiceMade("USD");
        assertThat(shop.state.work().prompt().detail()).contains("4.66");
        shop.model.entered("20");
        SaleMessage sale = shop.finished.get(0).sale();
        assertThat(sale.tenders().get(0).type()).isEqualTo("FOREIGN_CASH");
        assertThat(sale.tenders().get(0).amountMinor()).isEqualTo(1_840);
        assertThat(sale.tenders().get(0).particulars().foreign()).isEqualTo(new Foreign("USD", 2_000L, 920_000L));
        assertThat(shop.finished.get(0).change()).isEqualTo(TestRegister.euro(1_412));
    }

    @Test
    void notesOfAnotherCurrencyGoIntoTheDrawerAlsoWithoutChange() throws Exception {
        open();
        shop.model.tender("FOREIGN_CASH", "4.65");
        shop.model.choiceMade("USD");
        assertThat(shop.finished.get(0).change().isZero()).isTrue();
        assertThat(shop.finished.get(0).movesCash()).as("the drawer opens").isTrue();
    }

    @Test
    void notesThatAreNotEnoughLeaveTheRestToPayAndYenHaveNoCents() throws Exception {
        open();
        shop.model.tender("FOREIGN_CASH", "500");
        shop.model.choiceMade("JPY");
        assertThat(shop.state.payments()).containsExactly(new PaymentRow(0, "500 JPY in notes", "3.05"));
        assertThat(shop.notice()).contains("worth 3.05");
        shop.model.tender("FOREIGN_CASH", "1.5");
        shop.model.choiceMade("JPY");
        assertThat(shop.notice()).contains("1.5");
        shop.model.cash("");
        assertThat(shop.finished).hasSize(1);
    }

    @Test
    void manyForeignNotesAreAskedAboutBecauseTheChangeIsRealMoney() throws Exception {
        open();
        shop.model.tender("FOREIGN_CASH", "999999999");
        shop.model.choiceMade("USD");
        shop.model.back();
        assertThat(shop.register.sale.payments()).isEmpty();
        shop.model.tender("FOREIGN_CASH", "2000");
        shop.model.choiceMade("USD");
        assertThat(shop.state.question().detail()).contains("1,835.72");
    }

    @Test
    void aTipIsAddedToWhatIsDueAndBearsNoTax() throws Exception {
        open();
        shop.model.tip("");
        assertThat(shop.state.work().choices().rows())
                .extracting(Choices.Row::figure)
                .startsWith("0.21", "0.43");
        shop.model.choiceMade("100000");
        assertThat(shop.state.due()).isEqualTo("4.71 EUR");
        shop.model.tip("1");
        assertThat(shop.state.due()).isEqualTo("5.28 EUR");
        shop.model.card("");
        shop.terminal.answer.complete(new CardResult.Approved(
                TestRegister.euro(528), new SaleMessage.Card("TESTCARD", "4242", "A1", "T1", "7")));
        SaleMessage sale = shop.finished.get(0).sale();
        assertThat(sale.totalMinor()).isEqualTo(428);
        assertThat(sale.particulars().moneyIn()).containsExactly(new MoneyIn("TIP", null, 100L));
        assertThat(sale.tenders().get(0).amountMinor()).isEqualTo(528);
    }

    @Test
    void aTipThatIsMoreThanTheBillIsAskedAboutAndOneThatIsPaidStays() throws Exception {
        open();
        shop.model.tip("50");
        assertThat(shop.state.question().text()).contains("50.00");
        shop.model.back();
        assertThat(shop.state.due()).isEqualTo("4.28 EUR");
        shop.model.tip("1");
        shop.model.cash("5");
        shop.model.tip("");
        shop.model.choiceMade("none");
        assertThat(shop.notice()).startsWith("That tip is paid already");
        assertThat(shop.state.due()).isEqualTo("0.28 EUR");
    }

    @Test
    void aTerminalThatAskedForATipItselfTookThatMuchMore() throws Exception {
        open();
        shop.model.card("");
        shop.terminal.answer.complete(new CardResult.Approved(
                TestRegister.euro(478), new SaleMessage.Card("TESTCARD", "4242", "A1", "T1", "7")));
        SaleMessage sale = shop.finished.get(0).sale();
        assertThat(sale.particulars().moneyIn()).containsExactly(new MoneyIn("TIP", null, 50L));
        assertThat(sale.tenders()).hasSize(1);
    }

    @Test
    void limitsOfATenderAreToldWithTheAmount() throws Exception {
        open(
                TenderingFixture.rule(TenderType.CARD, 1_000L, null, null, false),
                TenderingFixture.rule(TenderType.CASH, null, 300L, null, false));
        shop.model.card("");
        assertThat(shop.notice()).isEqualTo("Card: at least 10.00. Key more, or choose another tender.");
        shop.model.cash("4");
        assertThat(shop.notice()).startsWith("Cash: 3.00 at most");
        shop.model.tender("VOUCHER", "1");
        shop.model.scanned("LUNCH-1");
        assertThat(shop.notice()).startsWith("This shop does not take this: Voucher");
        assertThat(shop.register.sale.payments()).isEmpty();
        shop.model.cash("2");
        shop.model.cash("2.28");
        assertThat(shop.finished).hasSize(1);
    }

    @Test
    void aLargePaymentNeedsASecondPersonAndWithoutOneNothingIsTaken() throws Exception {
        open(TenderingFixture.rule(TenderType.CASH, null, null, 400L, false));
        shop.isApproved = false;
        shop.model.cash("");
        assertThat(shop.approvals).containsExactly(TestRegister.euro(428));
        assertThat(shop.finished).isEmpty();
        shop.model.cash("4");
        assertThat(shop.approvals).hasSize(1);
        assertThat(shop.state.due()).isEqualTo("0.28 EUR");
    }

    @Test
    void aTenderThatAsksForAReasonKeepsIt() throws Exception {
        open(TenderingFixture.rule(TenderType.CASH, null, null, null, true));
        shop.model.cash("");
        assertThat(shop.state.work().choices().rows())
                .extracting(Choices.Row::title)
                .containsExactly("For staff");
        shop.model.back();
        assertThat(shop.finished).isEmpty();
        shop.model.cash("");
        shop.model.choiceMade("STAFF");
        assertThat(shop.finished.get(0).sale().tenders().get(0).particulars().reason())
                .isEqualTo("STAFF");
    }

    @Test
    void aShopWithoutRulesTakesCashAndCards() throws Exception {
        shop = new TenderingFixture(directory, ShopRules.NONE).ringUp(TestStore.MILK_CODE);
        assertThat(shop.state.keys().hasCash()).isTrue();
        assertThat(shop.state.keys().hasCard()).isTrue();
        assertThat(shop.state.keys().others()).isEmpty();
        assertThat(shop.state.keys().tip()).isEmpty();
    }

    @Test
    void moneyGoesBackToACardAndAnUnclearAnswerAsksWhichWayItWent() throws Exception {
        open();
        shop.register.sale.voidLine(1);
        shop.register.sale.voidLine(2);
        shop.register.sale.returnCode("SOAP", TestStore.MANAGER);
        shop.model.begin();
        assertThat(shop.state.keys().canTakeCard()).isTrue();
        shop.model.card("3");
        assertThat(shop.terminal.refund).as("more than is due").isNull();
        shop.model.card("1");
        assertThat(shop.terminal.refund.amount()).isEqualTo(TestRegister.euro(100));
        assertThat(shop.state.terminal().text()).startsWith("1.00 goes back");
        shop.terminal.answer.complete(new CardResult.Unknown("line lost"));
        assertThat(shop.state.question().answers().get(2).label()).isEqualTo("1.00 went back");
        shop.yes();
        assertThat(shop.state.due()).isEqualTo("1.99 EUR");
        shop.model.card("");
        shop.terminal.answer.complete(new CardResult.Declined(CardResult.Reason.REFUSED, "05"));
        assertThat(shop.notice()).startsWith("The card did not take 1.99 back");
        shop.model.cash("");
        assertThat(shop.finished.get(0).sale().tenders())
                .extracting(SaleMessage.Tender::amountMinor)
                .containsExactly(-100L, -199L);
    }

    @Test
    void enterTwiceOnPayIsOneSale() throws Exception {
        open();
        shop.model.cash("");
        shop.model.cash("");
        shop.model.entered("");
        shop.model.note(428);
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.register.journal.newest(RecordKind.SALE)).isPresent();
        assertThat(shop.register.journal.since(0, RecordKind.SALE)).hasSize(1);
    }

    @Test
    void lettersAndTwoHundredDigitsAreNoAmountAndNothingIsLost() throws Exception {
        open();
        shop.model.cash("1");
        for (String wrong : List.of("twelve", "9".repeat(200), "-5", "1.2.3")) {
            shop.model.card(wrong);
            assertThat(shop.notice()).contains("is no amount");
            for (String type : List.of("WALLET", "GIFT_CARD", "VOUCHER", "STORE_CREDIT")) {
                shop.model.tender(type, wrong);
                assertThat(shop.notice()).as(type).contains(wrong).contains("is no amount");
            }
            shop.model.tip(wrong);
            shop.model.cash(wrong);
            assertThat(shop.notice()).contains(wrong).contains("is no amount");
        }
        assertThat(shop.register.sale.payments()).hasSize(1);
        assertThat(shop.state.due()).isEqualTo("3.28 EUR");
    }

    @Test
    void moreThanIsOwedToTheCustomerGoesBackByNoTender() throws Exception {
        open();
        shop.register.sale.voidLine(1);
        shop.register.sale.voidLine(2);
        shop.register.sale.returnCode("SOAP", TestStore.MANAGER);
        shop.model.begin();
        for (TenderType type : List.of(
                TenderType.CASH, TenderType.CARD, TenderType.WALLET, TenderType.GIFT_CARD, TenderType.STORE_CREDIT)) {
            shop.model.tender(type.name(), "3.00");
            assertThat(shop.notice())
                    .as(type.name())
                    .isEqualTo("Only 2.99 goes back to the customer. Key in that amount or less.");
        }
        assertThat(shop.finished).isEmpty();
        assertThat(shop.register.sale.payments()).isEmpty();
        assertThat(shop.state.due()).isEqualTo("2.99 EUR");
    }
}
