package org.tillwright.register.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.value.CustomerFound;

class SaleChangesTest {

    private static final CustomerFound ANNA =
            new CustomerFound("c1", "900100", "Anna", "anna@example.org", null, List.of("STAFF"), false, 10_000L, "da");

    @TempDir
    Path directory;

    private TestRegister register;

    @BeforeEach
    void openShop() throws JournalException {
        register = TestRegister.open(directory);
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void whatIsPaidBesideTheGoodsIsOwedAndTold() {
        register.sale.add(TestStore.MILK_CODE);
        register.sale.changes().particulars(known -> known.with(new MoneyIn("GIFT_CARD", "77001", 2_000L)));
        assertThat(register.sale.total()).isEqualTo(TestRegister.euro(129));
        assertThat(register.sale.payable()).isEqualTo(TestRegister.euro(2_129));
        assertThat(register.sale.due()).isEqualTo(TestRegister.euro(2_129));
        register.sale.payCash(TestRegister.euro(2_200));
        FinishedSale finished = ((SaleOutcome.Finished) register.sale.finish()).sale();
        assertThat(finished.sale().faults()).isEmpty();
        assertThat(finished.sale().moneyInMinor()).isEqualTo(2_000);
        assertThat(finished.change()).isEqualTo(TestRegister.euro(71));
    }

    @Test
    void aGiftCardAloneCanBeSoldWithoutGoods() {
        register.sale.changes().particulars(known -> known.with(new MoneyIn("GIFT_CARD", "77001", 2_000L)));
        assertThat(register.sale.isEmpty()).isFalse();
        register.sale.payCash(TestRegister.euro(2_000));
        FinishedSale finished = ((SaleOutcome.Finished) register.sale.finish()).sale();
        assertThat(finished.sale().lines()).isEmpty();
        assertThat(finished.sale().totalMinor()).isZero();
    }

    @Test
    void theCustomerChosenBeforeTheFirstScanStays() {
        register.sale.changes().particulars(known -> known.withCustomer(ANNA));
        register.sale.add(TestStore.MILK_CODE);
        assertThat(register.sale.particulars().customer()).isEqualTo(ANNA);
    }

    @Test
    void whatIsKnownOfASaleSurvivesACrashAndIsInItsRecord() throws Exception {
        UUID order = UUID.fromString("00000000-0000-0000-0000-00000000aaaa");
        register.sale.add(TestStore.MILK_CODE);
        register.sale
                .changes()
                .both(
                        cart -> cart.with(cart.lines()
                                .get(0)
                                .withDiscounts(
                                        List.of(ManualDiscount.percent("d1", new Rate(100_000), "GOODWILL", "anna")))),
                        known -> known.withCustomer(ANNA)
                                .withSalesperson("bo")
                                .withOrder(order)
                                .withLine(1, new LineParticulars("no ice", null, null)));
        register.sale.pay(
                new Payment(TenderType.GIFT_CARD, TestRegister.euro(100), null, TenderParticulars.reference("77001")));
        register.journal.close();
        register = TestRegister.open(directory);
        assertThat(register.sale.recover()).isTrue();
        assertThat(register.sale.particulars().customer()).isEqualTo(ANNA);
        assertThat(register.sale.due()).isEqualTo(TestRegister.euro(16));
        register.sale.payCash(TestRegister.euro(16));
        SaleMessage told =
                ((SaleOutcome.Finished) register.sale.finish()).sale().sale();
        assertThat(told.details().customerId()).isEqualTo("c1");
        assertThat(told.details().salespersonId()).isEqualTo("bo");
        assertThat(told.details().orderId()).isEqualTo(order);
        assertThat(told.lines().get(0).particulars()).isEqualTo(new LineParticulars("no ice", null, null));
        assertThat(told.tenders().get(0).particulars()).isEqualTo(TenderParticulars.reference("77001"));
    }

    @Test
    void nothingIsChangedWhileAPartIsPaid() {
        register.sale.add(TestStore.MILK_CODE);
        register.sale.payCash(TestRegister.euro(100));
        assertThat(register.sale.changes().particulars(known -> known.withCustomer(ANNA)))
                .isInstanceOf(SaleOutcome.Said.class);
        assertThat(register.sale.particulars().customer()).isNull();
    }
}
