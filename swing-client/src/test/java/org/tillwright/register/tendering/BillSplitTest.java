package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

/** One bill, several people. */
class BillSplitTest {

    @TempDir
    Path directory;

    private TenderingFixture shop;

    @BeforeEach
    void ringUp() throws Exception {
        shop = new TenderingFixture(directory);
        shop.register.sale.add(TestStore.MILK_CODE);
        shop.register.sale.changeQuantity(1, Quantity.of(3)); // 3.87
        shop.register.sale.add("SOAP"); // 2.99
        shop.model.begin();
    }

    @AfterEach
    void closeShop() throws Exception {
        shop.close();
    }

    private void share(String way, String keyed) {
        shop.model.split();
        shop.model.choiceMade(way);
        shop.model.entered(keyed);
    }

    @Test
    void equalSharesAddUpAndTheOddCentIsSaid() {
        share("equal", "4");
        assertThat(shop.notice()).isEqualTo("2 × 1.72 and 2 × 1.71: the odd cents go to the first.");
        assertThat(shop.state.dueNote()).isEqualTo("Share 1 of 4: 1.72");
        assertThat(shop.state.notes().get(0).label()).isEqualTo("Exact 1.72");
        shop.model.cash("");
        assertThat(shop.state.dueNote()).isEqualTo("Share 2 of 4: 1.72");
        shop.model.tender("GIFT_CARD", "");
        shop.model.back();
        shop.model.cash("");
        shop.model.cash("");
        shop.model.cash("");
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.finished.get(0).sale().tenders())
                .extracting(SaleMessage.Tender::amountMinor)
                .containsExactly(172L, 172L, 171L, 171L);
    }

    @Test
    void whoeverPaysAShareInCashGetsChangeAtOnceAndTheOthersPayNoneOfIt() {
        share("equal", "2");
        shop.model.cash("5");
        assertThat(shop.notice()).contains("Give back 1.57.");
        assertThat(shop.register.devices).contains("drawer");
        assertThat(shop.state.due()).isEqualTo("3.43 EUR");
        shop.model.cash("5");
        assertThat(shop.finished.get(0).change()).isEqualTo(TestRegister.euro(157));
        assertThat(shop.finished.get(0).sale().tenders())
                .extracting(SaleMessage.Tender::amountMinor)
                .containsExactly(343L, 500L, -157L);
    }

    @Test
    void onePaysAnAmountAndTheOthersTheRest() {
        share("amount", "10");
        assertThat(shop.notice()).contains("is no part of 6.86");
        shop.model.entered("2");
        assertThat(shop.state.dueNote()).isEqualTo("Share 1 of 2: 2.00");
        shop.model.cash("");
        shop.model.cash("");
        assertThat(shop.finished.get(0).sale().tenders())
                .extracting(SaleMessage.Tender::amountMinor)
                .containsExactly(200L, 486L);
    }

    @Test
    void aNumberOfPeopleIsANumber() {
        shop.model.split();
        shop.model.choiceMade("equal");
        shop.model.entered("");
        assertThat(shop.notice()).isEqualTo("Key how many share it, from 2 to 20.");
        for (String wrong : List.of("1", "0", "x", "21", "9".repeat(200))) {
            shop.model.entered(wrong);
            assertThat(shop.notice()).contains("cannot share it");
        }
        shop.model.back();
        assertThat(shop.state.dueNote()).isEmpty();
    }

    private void takeOneMilkAndPay() {
        shop.model.split();
        shop.model.choiceMade("items");
        shop.model.choiceMade("1");
        assertThat(shop.state.work().choices().rows())
                .extracting(Choices.Row::detail)
                .startsWith("1 of 3 chosen", "1 on the bill");
        shop.model.choiceMade("done");
    }

    @Test
    void whatComesBackStaysOnTheBillOfTheRest() {
        shop.register.sale.returnCode("SOAP", TestStore.MANAGER);
        shop.model.begin();
        shop.model.split();
        shop.model.choiceMade("items");
        assertThat(shop.state.work().choices().rows())
                .extracting(Choices.Row::title)
                .containsExactly("Milk 1 l", "Soap");
        shop.model.choiceMade("1");
        shop.model.choiceMade("done");
        assertThat(shop.notice()).isEqualTo("1.29 to pay now. 2.58 stays for the next.");
    }

    @Test
    void whoeverPaysForTheirOwnGetsASaleAndAReceiptOfTheirOwn() throws Exception {
        takeOneMilkAndPay();
        assertThat(shop.notice()).isEqualTo("1.29 to pay now. 5.57 stays for the next.");
        shop.model.cash("");
        assertThat(shop.register.sale.lines()).extracting(SaleLine::description).containsExactly("Milk 1 l", "Soap");
        assertThat(shop.register.sale.due()).isEqualTo(TestRegister.euro(557));
        shop.model.begin();
        shop.model.cash("");
        assertThat(shop.finished).extracting(sale -> sale.total().minor()).containsExactly(129L, 557L);
        assertThat(shop.finished.get(0).transactionId())
                .isNotEqualTo(shop.finished.get(1).transactionId());
        assertThat(shop.register.sale.isEmpty()).isTrue();
        assertThat(shop.register.events()).containsExactly("SALE_SPLIT");
    }

    @Test
    void aPowerCutLosesNeitherThePartNorTheRest() throws Exception {
        takeOneMilkAndPay();
        shop.restart();
        assertThat(shop.register.sale.due()).isEqualTo(TestRegister.euro(129));
        assertThat(shop.register.sale.bill().rest()).contains(TestRegister.euro(557));
        shop.model.cash("");
        shop.restart();
        assertThat(shop.register.sale.due()).isEqualTo(TestRegister.euro(557));
        shop.model.cash("");
        shop.restart();
        assertThat(shop.register.sale.isEmpty()).isTrue();
        assertThat(shop.register.journal.since(0, RecordKind.SALE)).hasSize(2);
    }

    @Test
    void aPowerCutBetweenTheTwoSalesFindsTheRest() throws Exception {
        takeOneMilkAndPay();
        String note = shop.register.journal.note("rest-of-bill").orElseThrow();
        shop.model.cash("");
        shop.register.journal.drafts().drop(); // as if neither the draft of the rest had reached the disk,
        shop.register.journal.note("rest-of-bill", note); // nor the end of the note
        shop.restart();
        assertThat(shop.register.sale.due()).isEqualTo(TestRegister.euro(557));
        assertThat(shop.register.journal.note("rest-of-bill")).contains("");
    }

    @Test
    void theGoodsCanBePutTogetherAgainAsLongAsNothingIsPaid() {
        takeOneMilkAndPay();
        shop.model.split();
        shop.model.choiceMade("whole");
        assertThat(shop.state.due()).isEqualTo("6.86 EUR");
        assertThat(shop.register.sale.bill().rest()).isEmpty();
        shop.model.cash("");
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.register.sale.isEmpty()).isTrue();
    }

    @Test
    void aPartThatIsGivenUpLeavesTheRest() {
        takeOneMilkAndPay();
        shop.register.sale.voidSale(TestStore.MANAGER);
        assertThat(shop.register.sale.due()).isEqualTo(TestRegister.euro(557));
    }

    @Test
    void allOfTheGoodsAreNoPart() {
        shop.model.split();
        shop.model.choiceMade("items");
        shop.model.choiceMade("1");
        shop.model.choiceMade("1");
        shop.model.choiceMade("1");
        shop.model.choiceMade("2");
        shop.model.choiceMade("done");
        assertThat(shop.notice()).contains("Choose a part");
        assertThat(shop.state.due()).isEqualTo("6.86 EUR");
    }

    @Test
    void theSharesGoOnAfterAPowerCutOnceSomebodyHasPaid() throws Exception {
        share("equal", "3"); // 6.86 is 2.29, 2.29 and 2.28
        shop.model.cash("");
        assertThat(shop.state.dueNote()).isEqualTo("Share 2 of 3: 2.29");
        shop.restart();
        assertThat(shop.state.dueNote()).isEqualTo("Share 2 of 3: 2.29");
        shop.model.cash("");
        assertThat(shop.state.dueNote()).isEqualTo("Share 3 of 3: 2.28");
        shop.model.leave();
        shop.model.begin();
        shop.model.cash("");
        assertThat(shop.finished.get(0).sale().tenders())
                .extracting(SaleMessage.Tender::amountMinor)
                .containsExactly(229L, 229L, 228L);
        shop.register.sale.add("SOAP");
        shop.model.begin();
        assertThat(shop.state.dueNote()).as("the next sale is nobody's share").isEmpty();
    }

    @Test
    void sharingABillOutIsNoChangeThatIsTakenBack() {
        share("equal", "2");
        assertThat(shop.register.sale.voidings().next())
                .hasValueSatisfying(last -> assertThat(last.description()).isEqualTo("Soap"));
        shop.model.leave();
        shop.model.begin();
        assertThat(shop.state.dueNote()).as("nobody has paid").isEmpty();
    }
}
