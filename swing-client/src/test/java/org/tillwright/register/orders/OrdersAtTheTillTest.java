package org.tillwright.register.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.order.OrderMessage;

/** Quotations and layaways at a till: made, found again, sold, paid bit by bit, cancelled. */
class OrdersAtTheTillTest {

    @TempDir
    Path directory;

    private final FakeOrderServer server = new FakeOrderServer();
    private OrderingTill till;

    @BeforeEach
    void openShop() throws Exception {
        till = new OrderingTill(directory.resolve("1"), server, "till-01");
    }

    @AfterEach
    void closeShop() throws Exception {
        till.close();
    }

    private UUID only() {
        return server.orders.keySet().iterator().next();
    }

    private void quoteSoap(String name) {
        till.register.sale.add("SOAP");
        till.press(FunctionId.QUOTATION, name);
    }

    private void soapCosts(long micro) {
        List<SnapshotMessage.Item> items = TestStore.items().stream()
                .map(item -> item.itemId().equals("soap")
                        ? new SnapshotMessage.Item(
                                item.itemId(),
                                item.names(),
                                item.departmentId(),
                                item.unit(),
                                item.taxCategory(),
                                micro,
                                item.codes(),
                                item.pictureId(),
                                item.tile(),
                                item.active())
                        : item)
                .toList();
        till.register.catalogues.put(Catalogue.of(TestStore.snapshot(2, 0, items)));
    }

    @Test
    void aQuotationIsKeptPrintedAndSoldAtItsPricesWhenThoseOfTodayAreOthers() throws Exception {
        quoteSoap("Olena");
        assertThat(till.notice()).startsWith("Quotation 100001 is kept");
        assertThat(till.papers).containsExactly("QUOTATION 100001");
        assertThat(till.register.sale.isEmpty()).isTrue();
        assertThat(till.register.events()).contains("QUOTATION_MADE");

        soapCosts(3_990_000);
        till.press(FunctionId.ORDERS, "");
        assertThat(till.rows()).singleElement().satisfies(row -> assertThat(row.title())
                .isEqualTo("Quotation 100001, Olena"));
        till.choose(0);
        till.model.answered("quoted");
        assertThat(till.register.sale.total()).isEqualTo(TestRegister.euro(299));
        SaleMessage told = till.payCash().sale();
        assertThat(told.details().orderId()).isEqualTo(only());
        assertThat(told.lines().get(0).override().reason()).isEqualTo("QUOTED");
        assertThat(told.faults()).isEmpty();
    }

    @Test
    void todaysPricesNeedNoOverrideAndAreToldWhenTheyDiffer() {
        quoteSoap("");
        till.model.entered("");
        soapCosts(1_990_000);
        till.model.scanned(OrderMessage.CODE_PREFIX + "100001");
        till.model.answered("today");
        assertThat(till.notice()).isEqualTo("Prices have changed: it was 2.99 and is 1.99 today. Tell the customer.");
        assertThat(till.payCash().sale().lines().get(0).override()).isNull();
    }

    @Test
    void aQuotationWhosePromotionIsOverStillCostsWhatWasQuoted() {
        till.register.catalogues.put(TestRules.catalogue());
        till.register.sale.add("SOAP");
        till.model.quantity("3");
        assertThat(till.register.sale.total()).isEqualTo(TestRegister.euro(598));
        till.press(FunctionId.QUOTATION, "Olena");
        till.register.catalogues.put(Catalogue.of(TestStore.snapshot(9, 0, TestStore.items())));
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("quoted");
        assertThat(till.register.sale.total()).isEqualTo(TestRegister.euro(598));
    }

    @Test
    void quotedPricesThatCountedUntilYesterdayAreNotOffered() {
        quoteSoap("Olena");
        till.register.clock.pass(Duration.ofDays(15));
        till.press(FunctionId.ORDERS, "100001");
        assertThat(till.state().question().answers())
                .extracting(answer -> answer.id())
                .containsExactly("back", "today", "cancel");
    }

    @Test
    void withoutALineTheSaleStaysAsItIs() {
        server.isAway = true;
        quoteSoap("Olena");
        assertThat(till.notice()).startsWith("No line to the server");
        assertThat(till.register.sale.lines()).hasSize(1);
        server.isAway = false;
        till.press(FunctionId.QUOTATION, "Olena");
        till.register.sale.add("SOAP");
        assertThat(server.orders).hasSize(1);
    }

    @Test
    void goodsAreSetAsideForSomebodyWithADepositThatIsOwed() {
        till.register.sale.add("SOAP");
        till.press(FunctionId.LAYAWAY, "");
        till.model.entered("");
        assertThat(till.notice()).startsWith("Goods are set aside for somebody.");
        till.model.entered("Olena");
        till.model.entered("abc");
        assertThat(till.notice()).startsWith("abc is no phone number.");
        till.model.entered("044 123 45 67");
        till.model.entered("0.10");
        assertThat(till.notice()).isEqualTo("The deposit is between 0.29 and 2.99. Key it again.");
        till.model.entered("9".repeat(200));
        assertThat(till.notice()).startsWith("The deposit is between");
        till.model.entered("1.00");
        assertThat(till.notice()).isEqualTo("No. 100001: take the deposit of 1.00 by Cash or Card.");
        assertThat(till.state().canPay()).isTrue();
        assertThat(till.state().cashLabel()).isEqualTo("Cash 1.00");
        SaleMessage told = till.payCash().sale();
        assertThat(told.lines()).isEmpty();
        assertThat(told.details().orderId()).isEqualTo(only());
        assertThat(told.details().taken()).containsExactly(new MoneyIn("DEPOSIT", only().toString(), 100L));
    }

    private void setAsideWith(long deposited) {
        till.register.sale.add("SOAP");
        till.press(FunctionId.LAYAWAY, "Olena");
        till.model.entered("0441234567");
        till.model.entered("");
        till.payCash();
        server.deposits.put(only(), deposited);
    }

    @Test
    void depositsCountAsATenderWhenTheGoodsAreHandedOver() {
        setAsideWith(100);
        till.press(FunctionId.ORDERS, "100001");
        assertThat(till.state().question().detail()).isEqualTo("2.99, of it 1.00 paid; 1.99 are still due.");
        till.model.answered("hand-over");
        assertThat(till.notice()).isEqualTo("1.00 were paid before; 1.99 are still due.");
        SaleMessage told = till.payCash().sale();
        assertThat(told.faults()).isEmpty();
        assertThat(told.tenders()).extracting(SaleMessage.Tender::type).containsExactly("DEPOSIT", "CASH");
        assertThat(told.tenders().get(0).particulars().reference()).isEqualTo(only().toString());
    }

    @Test
    void goodsThatArePaidForAlreadyAreHandedOverAtOnce() {
        setAsideWith(299);
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("hand-over");
        assertThat(till.finished)
                .singleElement()
                .satisfies(sale -> assertThat(sale.sale().faults()).isEmpty());
        assertThat(till.register.sale.isEmpty()).isTrue();
    }

    @Test
    void aFurtherDepositIsNeverMoreThanWhatIsDue() {
        setAsideWith(100);
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("deposit");
        till.model.entered("2.00");
        assertThat(till.notice()).startsWith("A deposit is more than nothing and at most 1.99.");
        till.model.entered("");
        assertThat(till.register.sale.due()).isEqualTo(TestRegister.euro(199));
    }

    @Test
    void aCancelledLayawayPaysItsDepositsBack() {
        setAsideWith(100);
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("cancel");
        assertThat(till.state().question().detail()).isEqualTo("1.00 go back to the customer, 0.00 are kept.");
        till.model.answered("cancel");
        assertThat(till.notice()).isEqualTo("No. 100001: pay 1.00 back, and it is cancelled.");
        assertThat(till.state().cashLabel()).contains("1.00");
        var finished = till.payCash();
        assertThat(finished.sale().faults()).isEmpty();
        assertThat(finished.sale().details().taken()).containsExactly(new MoneyIn("DEPOSIT", only().toString(), -100L));
        assertThat(finished.change()).isEqualTo(TestRegister.euro(0));
    }

    @Test
    void aQuotationIsCancelledAfterBeingAskedTwice() {
        quoteSoap("Olena");
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("cancel");
        till.model.answered("keep");
        assertThat(server.states.get(only())).isEqualTo("OPEN");
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("cancel");
        till.model.answered("cancel");
        assertThat(till.notice()).isEqualTo("No. 100001 is cancelled.");
        assertThat(server.states.get(only())).isEqualTo("CANCELLED");
    }

    @Test
    void anOrderThatAnotherTillIsAtIsLeftAlone() {
        quoteSoap("Olena");
        server.claims.put(only(), UUID.randomUUID());
        till.press(FunctionId.ORDERS, "100001");
        till.model.answered("quoted");
        assertThat(till.notice()).startsWith("Another register has this one.");
        assertThat(till.register.sale.isEmpty()).isTrue();
    }

    @Test
    void anOrderThatComesAfterTheOperatorLeftIsGivenUp() {
        quoteSoap("Olena");
        till.press(FunctionId.ORDERS, "100001");
        till.holdBack();
        till.model.answered("quoted");
        till.model.cancelled();
        till.letIn();
        assertThat(server.claims).isEmpty();
        assertThat(till.register.sale.isEmpty()).isTrue();
    }

    @Test
    void aDepositCanBeGivenUpBeforeItIsPaid() {
        till.register.sale.add("SOAP");
        till.press(FunctionId.LAYAWAY, "Olena");
        till.model.entered("0441234567");
        till.model.entered("");
        till.model.voidSale();
        till.model.answered("void");
        assertThat(till.register.sale.isEmpty()).isTrue();
    }
}
