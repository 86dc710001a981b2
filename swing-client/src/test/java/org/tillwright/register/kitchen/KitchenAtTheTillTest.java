package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleDraft;
import org.tillwright.register.sale.SaleKitchen.Told;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleParking;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** What is ordered reaches its station once, whatever happens to the order, the power and the printers. */
class KitchenAtTheTillTest {

    @TempDir
    Path directory;

    private RestaurantTill till;

    @BeforeEach
    void open() throws Exception {
        till = new RestaurantTill(directory.resolve("1"), "till-01");
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    private SaleMessage lastSale() {
        return till.sale.last().orElseThrow().sale();
    }

    @Test
    void aPaidOrderGoesToTheStationsOfItsDepartmentsAndNothingElseDoes() throws Exception {
        till.order("SOUP", "TEA", "SOUP", "SOAP");
        till.pay();
        till.print();
        assertThat(till.stove.goods()).containsExactly("2 x Soup");
        assertThat(till.bar.goods()).containsExactly("1 x Tea");
        assertThat(till.stove.last())
                .contains("Stove", "A1", "12:00                Maja, Till of till-01")
                .doesNotContain("MAY BE A REPEAT");
        assertThat(lastSale().details().pickup()).isEqualTo("A1");
    }

    @Test
    void aSaleOfWhatNobodyMakesHasNoPickupNumberAndNoTicket() throws Exception {
        till.order("SOAP", TestStore.MILK_CODE);
        till.pay();
        assertThat(till.kitchen.waiting()).isEmpty();
        assertThat(lastSale().details().pickup()).isNull();
    }

    @Test
    void choicesWishesAndWhereItIsEatenAreOnTheTicket() throws Exception {
        till.sale.addItem("soup");
        till.sale.changes().note(known -> known.withLine(1, new LineParticulars("no salt", null, null)));
        till.sale.changes().cart(cart -> cart.with(cart.lines().get(0).withServiceMode(ServiceMode.TAKE_AWAY)));
        till.sale.ring(
                new RingUp("latte", Quantity.ONE, null, null)
                        .withModifiers(List.of(
                                new ModifierGroup.Choice("milk", "oat", 1),
                                new ModifierGroup.Choice("extra", "shot", 2))),
                TestStore.MANAGER);
        till.pay();
        till.print();
        assertThat(till.stove.last()).containsSubsequence("A1", "TAKE AWAY", "1 x Soup", "! no salt");
        assertThat(till.bar.last()).containsSubsequence("TAKE AWAY", "1 x Latte", "+ 2 x Shot", "+ Oat");
    }

    @Test
    void onlyWhatChangedSinceIsTold() throws Exception {
        till.order("SOUP", "BURGER");
        assertThat(till.sale.kitchen().send("Table 5")).isEqualTo(Told.SENT);
        assertThat(till.sale.kitchen().send()).isEqualTo(Told.NOTHING);
        till.sale.voidLine(2);
        till.order("SOUP");
        till.pay();
        till.print();
        assertThat(till.stove.papers).allSatisfy(paper -> assertThat(paper).contains("Table 5"));
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Burger", "- 1 x Burger", "1 x Soup");
        assertThat(till.stove.last()).containsSubsequence("A1", "Ticket 2 of this order", "*** NOT ANY MORE ***");
    }

    @Test
    void aSaleThatIsGivenUpIsCalledOff() throws Exception {
        till.order("SOUP");
        till.sale.kitchen().send();
        till.sale.voidSale(TestStore.MANAGER);
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "- 1 x Soup");
        till.order("BURGER");
        till.pay();
        assertThat(lastSale().details().pickup()).isEqualTo("A2");
    }

    @Test
    void anOrderWhoseLastLineIsVoidedIsOffAndTheNextCustomersIsAnother() throws Exception {
        till.order("SOUP");
        till.sale.kitchen().send();
        till.sale.voidLine(1);
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "- 1 x Soup");
        till.order("SOUP");
        till.pay();
        till.print();
        assertThat(lastSale().details().pickup()).isEqualTo("A2");
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "- 1 x Soup", "1 x Soup");
    }

    @Test
    void whatIsUndoneAfterItWasCalledOffIsOrderedAgain() throws Exception {
        till.order("SOUP", "BURGER");
        till.sale.kitchen().send();
        till.sale.voidLine(2);
        till.sale.kitchen().send();
        till.sale.voidings().undo(TestStore.MANAGER);
        till.pay();
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Burger", "- 1 x Burger", "1 x Burger");
    }

    @Test
    void aBillThatIsSharedOutIsMadeOnceAndBothPartsHaveItsNumber() throws Exception {
        till.order("SOUP", "SOUP", "TEA");
        SaleOutcome split = till.sale.bill().split(Map.of(1, Quantity.ONE));
        assertThat(split).isInstanceOf(SaleOutcome.Done.class);
        till.pay();
        assertThat(lastSale().details().pickup()).isEqualTo("A1");
        till.order("BURGER");
        till.pay();
        assertThat(lastSale().details().pickup()).isEqualTo("A1");
        till.print();
        assertThat(till.stove.goods()).containsExactly("2 x Soup", "1 x Burger");
        assertThat(till.bar.goods()).containsExactly("1 x Tea");
    }

    @Test
    void anOrderThatGoesOnAtAnotherRegisterIsToldThereWhatIsNew() throws Exception {
        till.order("SOUP");
        till.sale.kitchen().send("Table 9");
        SaleDraft parked =
                WireJson.read(WireJson.write(SaleParking.of(till.sale).draft()), SaleDraft.class);
        till.print();
        try (RestaurantTill other = new RestaurantTill(directory.resolve("2"), "till-02")) {
            SaleParking parking = SaleParking.of(other.sale);
            parking.take(parking.prepare(parked, UUID.randomUUID(), known -> known));
            other.order("BURGER");
            other.pay();
            other.print();
            assertThat(other.stove.goods()).containsExactly("1 x Burger");
            assertThat(other.sale.last().orElseThrow().sale().details().pickup())
                    .isEqualTo("A1");
            other.order("SOUP");
            other.pay();
            assertThat(other.sale.last().orElseThrow().sale().details().pickup())
                    .isEqualTo("B1");
        }
    }

    @Test
    void numbersBeginAnewWithTheBusinessDayAndSurviveARestart() throws Exception {
        till.order("SOUP");
        till.pay();
        restart();
        till.order("SOUP");
        till.pay();
        assertThat(lastSale().details().pickup()).isEqualTo("A2");
        till.clock.pass(Duration.ofDays(1));
        till.order("SOUP");
        till.pay();
        assertThat(lastSale().details().pickup()).isEqualTo("A1");
    }

    private void restart() throws Exception {
        till.cutPower();
        till = new RestaurantTill(directory.resolve("1"), "till-01");
        till.sale.recover();
    }

    @Test
    void aPowerCutAfterSendingTellsNothingTwiceAndForgetsNothing() throws Exception {
        till.order("SOUP");
        till.sale.kitchen().send();
        restart();
        assertThat(till.sale.lines()).hasSize(1);
        assertThat(till.sale.kitchen().send()).isEqualTo(Told.NOTHING);
        till.order("BURGER");
        till.pay();
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Burger");
    }

    /** The draft lane writes a moment after the tickets are on disk: what the draft lacks is known all the same. */
    @Test
    void aDraftThatIsOlderThanTheTicketsDoesNotSendThemAgain() throws Exception {
        till.order("SOUP");
        byte[] older = till.journal.drafts().find().orElseThrow();
        UUID id = till.sale.transactionId();
        till.sale.kitchen().send();
        till.journal.drafts().save(id, older);
        restart();
        till.pay();
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup");
    }

    @Test
    void aTicketThatWasBeingPrintedWhenThePowerWentSaysThatItMayBeARepeat() throws Exception {
        till.order("SOUP");
        till.pay();
        till.stove.whilePrinting = () -> {
            throw new PowerCut();
        };
        try {
            till.kitchen.turn("kitchen");
        } catch (PowerCut e) {
            restart();
        }
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup");
        assertThat(till.stove.last()).contains("MAY BE A REPEAT");
        assertThat(till.kitchen.waiting()).isEmpty();
    }

    @Test
    void aPrinterThatIsAwayIsToldOnceAndItsTicketsComeInTheirOrderWithoutTheMark() throws Exception {
        till.stove.before = Trouble.ABSENT;
        till.order("SOUP");
        till.pay();
        till.print();
        till.order("BURGER");
        till.pay();
        till.print();
        till.print();
        assertThat(till.troubles).containsExactly("kitchen ABSENT 1");
        till.stove.before = null;
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Burger");
        assertThat(till.stove.papers).allSatisfy(paper -> assertThat(paper).doesNotContain("MAY BE A REPEAT"));
        assertThat(till.troubles).containsExactly("kitchen ABSENT 1", "kitchen prints again");
    }

    @Test
    void aTicketThatTheRollEndedInIsPrintedAgainWithTheMark() throws Exception {
        till.stove.after = Trouble.PAPER_OUT;
        till.order("SOUP");
        till.pay();
        till.print();
        till.stove.after = null;
        till.stove.before = Trouble.ABSENT;
        till.print();
        till.stove.before = null;
        till.print();
        assertThat(till.stove.papers).hasSize(2);
        assertThat(till.stove.last()).contains("MAY BE A REPEAT");
    }

    @Test
    void aTicketCanBePrintedAtAnotherStationAndSaysForWhomItIs() throws Exception {
        till.stove.before = Trouble.ABSENT;
        till.order("SOUP");
        till.pay();
        till.print();
        Kitchen.Waiting stuck = till.kitchen.waiting().get(0);
        assertThat(till.kitchen.redirect(stuck.ticket().ticketId(), "kitchen", "bar"))
                .isTrue();
        till.print();
        assertThat(till.bar.last()).containsSubsequence("Stove", "printed at: Bar", "A1", "1 x Soup");
        assertThat(till.kitchen.waiting()).isEmpty();
    }

    @Test
    void aTicketIsNotTakenFromAPrinterThatHasIt() throws Exception {
        till.order("SOUP");
        till.pay();
        UUID id = till.kitchen.waiting().get(0).ticket().ticketId();
        boolean[] moved = {true};
        till.stove.whilePrinting = () -> {
            try {
                moved[0] = till.kitchen.redirect(id, "kitchen", "bar");
            } catch (JournalException e) {
                throw new AssertionError(e);
            }
        };
        till.print();
        assertThat(moved[0]).isFalse();
        assertThat(till.stove.papers).hasSize(1);
        assertThat(till.bar.papers).isEmpty();
    }

    @Test
    void aStationWithoutAPrinterHereIsToldAndItsTicketWaits() throws Exception {
        till.order("CLARET");
        till.pay();
        assertThat(till.troubles).containsExactly("cellar missing 1");
        assertThat(till.kitchen.waiting()).singleElement().satisfies(each -> assertThat(each.station())
                .isEqualTo("cellar"));
        assertThat(lastSale().details().pickup()).isEqualTo("A1");
    }

    @Test
    void whatIsPractisedIsNotMade() throws Exception {
        till.sale.train(true);
        till.order("SOUP");
        till.pay();
        assertThat(till.kitchen.waiting()).isEmpty();
    }

    private static final class PowerCut extends RuntimeException {}
}
