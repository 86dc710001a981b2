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
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.value.CustomerFound;

/** A sale is parked and goes on: here, elsewhere, without a line, after a crash. It is never lost and never in two places. */
class ParkingTest {

    private static final CustomerFound ANNA =
            new CustomerFound("c1", "900100", "Anna", null, null, List.of(), false, null, null);

    @TempDir
    Path directory;

    private final FakeOrderServer server = new FakeOrderServer();
    private OrderingTill here;
    private OrderingTill there;

    @BeforeEach
    void twoTills() throws Exception {
        here = new OrderingTill(directory.resolve("1"), server, "till-01");
        there = new OrderingTill(directory.resolve("2"), server, "till-02");
    }

    @AfterEach
    void closeShop() throws Exception {
        here.close();
        there.close();
    }

    private void parkMilkAndSoap() {
        here.register.sale.add(TestStore.MILK_CODE);
        here.register.sale.add("SOAP");
        here.press(FunctionId.SUSPEND, "lady in red");
    }

    @Test
    void aParkedSaleGoesOnAtAnotherTillWithAllThatWasKnownOfIt() throws Exception {
        here.register.sale.add(TestStore.MILK_CODE);
        here.register
                .sale
                .changes()
                .both(
                        cart -> cart.with(cart.lines()
                                .get(0)
                                .withDiscounts(
                                        List.of(ManualDiscount.percent("d1", new Rate(100_000), "GOODWILL", "op-1")))),
                        known -> known.withCustomer(ANNA).withLine(1, new LineParticulars("no ice", null, null)));
        here.press(FunctionId.SUSPEND, "");
        assertThat(here.register.sale.isEmpty()).isTrue();
        assertThat(here.notice()).startsWith("Parked: 1.16.");
        assertThat(here.papers).hasSize(1);
        assertThat(here.register.events()).contains("SALE_SUSPENDED");
        here.tell();

        there.press(FunctionId.RESUME, "");
        assertThat(there.rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Anna");
            assertThat(row.detail()).contains("Maja").contains("1 line: Milk 1 l");
            assertThat(row.figure()).isEqualTo("1.16");
        });
        there.choose(0);
        assertThat(there.notice()).isEqualTo("Here it is: 1.16.");
        assertThat(there.register.sale.particulars().customer()).isEqualTo(ANNA);
        SaleMessage told = there.payCash().sale();
        assertThat(told.details().resumedFrom())
                .isEqualTo(server.parked.keySet().iterator().next());
        assertThat(told.lines().get(0).particulars()).isEqualTo(new LineParticulars("no ice", null, null));
        assertThat(told.totalMinor()).isEqualTo(116);

        here.press(FunctionId.RESUME, "");
        assertThat(here.rows()).isEmpty();
    }

    @Test
    void aSaleThatWentOnElsewhereIsNoLongerParkedHere() throws Exception {
        parkMilkAndSoap();
        here.tell();
        SuspendedSales parked = new SuspendedSales(here.register.journal, here.register.clock);
        assertThat(parked.count()).isEqualTo(1);
        there.press(FunctionId.RESUME, "");
        there.choose(0);
        server.isAway = true;
        here.tell();
        assertThat(parked.count()).as("nobody knows without a server").isEqualTo(1);
        server.isAway = false;
        here.tell();
        assertThat(parked.count()).isZero();
    }

    @Test
    void whatIsPaidInPartOrEmptyIsNotParked() {
        here.press(FunctionId.SUSPEND, "");
        assertThat(here.notice()).startsWith("There are no goods");
        here.register.sale.add(TestStore.MILK_CODE);
        here.register.sale.payCash(TestRegister.euro(100));
        here.press(FunctionId.SUSPEND, "");
        assertThat(here.notice()).contains("partly paid");
        assertThat(here.register.sale.lines()).hasSize(1);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void whatIsPractisedIsNotParkedAndNothingRealIsPractisedWith() {
        parkMilkAndSoap();
        here.register.sale.train(true);
        here.press(FunctionId.RESUME, "");
        assertThat(here.notice()).startsWith("This cannot be practised.");
        here.register.sale.add(TestStore.MILK_CODE);
        here.press(FunctionId.SUSPEND, "");
        assertThat(here.notice()).startsWith("This cannot be practised.");
        assertThat(here.register.sale.lines()).hasSize(1);
    }

    @Test
    void withoutALineATillGoesOnWithItsOwnAndTellsTheServerLater() throws Exception {
        server.isAway = true;
        parkMilkAndSoap();
        here.tell();
        there.press(FunctionId.RESUME, "");
        assertThat(there.notice()).startsWith("No line to the server");
        assertThat(there.rows()).isEmpty();
        there.model.cancelled();

        server.isAway = false;
        here.tell();
        assertThat(server.parked).hasSize(1);
        server.isAway = true;
        here.press(FunctionId.RESUME, "");
        assertThat(here.rows()).singleElement().satisfies(row -> assertThat(row.title())
                .isEqualTo("lady in red"));
        here.choose(0);
        assertThat(here.notice()).endsWith("The server will hear of it.");
        UUID sale = here.register.sale.transactionId();
        server.isAway = false;
        here.tell();
        assertThat(server.claims).containsValue(sale);
        there.press(FunctionId.RESUME, "");
        assertThat(there.rows()).isEmpty();
    }

    @Test
    void whatWasTakenElsewhereIsToldAndNotOfferedAgain() throws Exception {
        parkMilkAndSoap();
        here.tell();
        here.press(FunctionId.RESUME, "");
        there.press(FunctionId.RESUME, "");
        there.choose(0);
        here.choose(0);
        assertThat(here.notice()).startsWith("Another register has this one.");
        assertThat(here.register.sale.isEmpty()).isTrue();
        server.isAway = true;
        here.press(FunctionId.RESUME, "");
        assertThat(here.rows()).isEmpty();
    }

    @Test
    void aSaleThatTheServerNeverHeardOfNeedsNobodysLeave() throws Exception {
        parkMilkAndSoap();
        here.press(FunctionId.RESUME, "");
        here.choose(0);
        assertThat(here.register.sale.lines()).hasSize(2);
        here.tell();
        assertThat(server.parked).isEmpty();
    }

    @Test
    void aCrashAfterParkingOrResumingLosesNothingAndDoublesNothing() throws Exception {
        parkMilkAndSoap();
        here = again(here, "1");
        assertThat(here.register.sale.recover()).isFalse();
        assertThat(parkedHere()).hasSize(1);
        here.press(FunctionId.RESUME, "");
        here.choose(0);
        here = again(here, "1");
        assertThat(here.register.sale.recover()).isTrue();
        assertThat(here.register.sale.lines()).hasSize(2);
        assertThat(parkedHere()).isEmpty();
    }

    @Test
    void aSlipIsScannedInsteadOfChosen() throws Exception {
        parkMilkAndSoap();
        here.tell();
        String slip = SuspendedSaleMessage.CODE_PREFIX
                + SuspendedSaleMessage.codeOf(server.parked.keySet().iterator().next());
        there.model.scanned(slip);
        assertThat(there.register.sale.lines()).hasSize(2);
        assertThat(there.register.sale.add("SOAP")).isNotNull();
        there.model.scanned(slip);
        assertThat(there.notice()).startsWith("Finish this sale or park it first.");
        here.model.scanned(SuspendedSaleMessage.CODE_PREFIX + "000000000000");
        assertThat(here.notice()).startsWith("No parked sale has the slip TWS000000000000.");
    }

    @Test
    void whatCannotBeSoldAnyMoreIsToldByName() {
        parkMilkAndSoap();
        here.register.catalogues.put(Catalogue.of(TestStore.snapshot(
                2,
                0,
                TestStore.items().stream()
                        .filter(item -> !item.itemId().equals("soap"))
                        .toList())));
        here.press(FunctionId.RESUME, "");
        here.choose(0);
        assertThat(here.notice()).startsWith("Here it is, without Soap:");
        assertThat(here.register.sale.lines()).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterTheOperatorLeftChangesNothing() {
        parkMilkAndSoap();
        here.tell();
        there.press(FunctionId.RESUME, "");
        there.holdBack();
        there.choose(0);
        there.model.cancelled();
        there.model.entered(TestStore.MILK_CODE);
        there.letIn();
        assertThat(there.register.sale.lines()).hasSize(1);
    }

    @Test
    void typingNarrowsTheListDown() {
        parkMilkAndSoap();
        here.register.sale.add("BAG");
        here.press(FunctionId.SUSPEND, "the bag");
        here.press(FunctionId.RESUME, "");
        assertThat(here.rows()).hasSize(2);
        here.model.typing("BAG");
        assertThat(here.rows()).singleElement().satisfies(row -> assertThat(row.title())
                .isEqualTo("the bag"));
        here.model.typing("xyz");
        assertThat(here.rows()).isEmpty();
        assertThat(here.state().choices().nothing()).contains("“xyz”");
    }

    @Test
    void whatNobodyCameBackForExpiresWithARecordOfTheOneWhoKnewIt() throws Exception {
        server.isAway = true;
        parkMilkAndSoap();
        here.register.clock.pass(Duration.ofDays(8));
        assertThat(parkedHere()).isEmpty();
        here.tell();
        assertThat(here.register.events()).contains("SUSPENDED_SALE_EXPIRED");
        assertThat(here.register.journal.parked().free()).isEmpty();
    }

    @Test
    void aSaleThatIsParkedAgainSaysWhatItWentOnWith() throws Exception {
        parkMilkAndSoap();
        here.tell();
        UUID first = server.parked.keySet().iterator().next();
        there.press(FunctionId.RESUME, "");
        there.choose(0);
        there.press(FunctionId.SUSPEND, "");
        there.tell();
        assertThat(server.parked).hasSize(2);
        assertThat(server.parked.values())
                .extracting(SuspendedSaleMessage::resumedFrom)
                .containsExactly(null, first);
    }

    private List<SuspendedSaleMessage> parkedHere() throws Exception {
        return new SuspendedSales(here.register.journal, here.register.clock).list();
    }

    private OrderingTill again(OrderingTill till, String place) throws Exception {
        till.close();
        return new OrderingTill(directory.resolve(place), server, "till-0" + place);
    }

    @Test
    void aParkedSaleThatTheServerRefusesStaysHere() throws Exception {
        server.takesNothing = true;
        parkMilkAndSoap();
        here.tell();
        here.tell();
        SuspendedSales parked = new SuspendedSales(here.register.journal, here.register.clock);
        assertThat(parked.count()).isEqualTo(1);
        here.press(FunctionId.RESUME, "");
        assertThat(here.rows()).hasSize(1);
        here.choose(0);
        assertThat(here.register.sale.lines()).hasSize(2);
        assertThat(parked.count()).isZero();
        here.tell();
        assertThat(server.asked).as("there is nothing to tell of it").doesNotContain("resume");
    }

    @Test
    void aParkedSaleThatComesAfterTheOperatorLeftGoesOnWhereNothingElseWasBegun() throws Exception {
        parkMilkAndSoap();
        here.tell();
        there.press(FunctionId.RESUME, "");
        there.holdBack();
        there.choose(0);
        there.model.cancelled();
        there.letIn();
        assertThat(there.register.sale.lines()).hasSize(2);
        assertThat(there.register.sale.particulars().resumedFrom())
                .isEqualTo(server.parked.keySet().iterator().next());
    }

    @Test
    void aParkedSaleThatComesIntoAnotherSaleIsParkedOnceMore() throws Exception {
        parkMilkAndSoap();
        here.tell();
        there.press(FunctionId.RESUME, "");
        there.holdBack();
        there.choose(0);
        there.model.cancelled();
        there.register.sale.add(TestStore.MILK_CODE);
        there.letIn();
        assertThat(there.notice()).startsWith("That parked sale came after you had left it.");
        assertThat(there.register.sale.lines()).as("the sale in progress stays").hasSize(1);
        assertThat(there.register.journal.drafts().find()).as("and its draft").isPresent();
        there.payCash();

        there.press(FunctionId.RESUME, "");
        there.choose(0);
        assertThat(there.register.sale.lines()).hasSize(2);
        assertThat(there.payCash().sale().totalMinor()).isEqualTo(428);
    }
}
