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
import org.tillwright.register.sale.SaleDraft;
import org.tillwright.register.sale.SaleParking;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** A receipt that is undone calls its goods off while they may still be in the making: these goods, once, and no others. */
class KitchenUndoneTest {

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

    private SaleMessage sold(String... codes) throws Exception {
        till.order(codes);
        till.pay();
        till.print();
        return last(till);
    }

    private static SaleMessage last(RestaurantTill till) {
        return till.sale.last().orElseThrow().sale();
    }

    @Test
    void whatWasJustPaidAndUndoneIsCalledOffOnceUnderItsNumber() throws Exception {
        SaleMessage undone = sold("SOUP", "TEA");
        sold("BURGER");
        till.undo(undone);
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Burger", "- 1 x Soup");
        assertThat(till.stove.last()).containsSubsequence("A1", "*** NOT ANY MORE ***");
        assertThat(till.bar.goods()).containsExactly("1 x Tea", "- 1 x Tea");
        till.undo(undone);
        till.print();
        assertThat(till.stove.papers).hasSize(3);
    }

    @Test
    void whatWasCalledOffBeforeThePowerWentIsNotCalledOffAgainWhenItIsUndoneAfterwards() throws Exception {
        SaleMessage undone = sold("SOUP");
        KitchenOrder order = till.kitchen.inTheMaking(undone.transactionId()).orElseThrow();
        till.kitchen.tell(undone.transactionId(), order, List.of(), new Kitchen.Who("Maja", null));
        till.cutPower();
        till = new RestaurantTill(directory.resolve("1"), "till-01");
        till.undo(undone);
        till.print();
        assertThat(till.stove.goods()).containsExactly("- 1 x Soup");
    }

    @Test
    void whatWasToldLongAgoIsMadeAndNobodyIsTold() throws Exception {
        SaleMessage undone = sold("SOUP");
        till.clock.pass(Kitchen.IN_THE_MAKING);
        SaleMessage later = sold("SOUP");
        till.clock.pass(Duration.ofSeconds(1));
        till.undo(undone);
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Soup");
        till.undo(later);
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Soup", "- 1 x Soup");
    }

    /** They sat for two hours, and then somebody paid with the wrong card. */
    @Test
    void whatWasEatenBeforeItWasPaidIsNotCalledOff() throws Exception {
        till.order("SOUP");
        till.sale.kitchen().send("Table 5");
        till.clock.pass(Duration.ofHours(2));
        till.pay();
        till.undo(last(till));
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup");
    }

    @Test
    void ofASharedBillOnlyTheUndonePartIsCalledOff() throws Exception {
        till.order("SOUP", "BURGER", "TEA");
        till.sale.bill().split(Map.of(1, Quantity.ONE));
        till.pay();
        SaleMessage part = last(till);
        till.pay();
        till.undo(part);
        till.print();
        assertThat(till.stove.goods()).containsExactly("1 x Soup", "1 x Burger", "- 1 x Soup");
        assertThat(till.bar.goods()).containsExactly("1 x Tea");
    }

    @Test
    void anOrderThatWasSentAndParkedElsewhereIsCalledOffWhereItWasPaid() throws Exception {
        till.order("SOUP");
        till.sale.kitchen().send();
        SaleDraft parked =
                WireJson.read(WireJson.write(SaleParking.of(till.sale).draft()), SaleDraft.class);
        try (RestaurantTill other = new RestaurantTill(directory.resolve("2"), "till-02")) {
            SaleParking parking = SaleParking.of(other.sale);
            parking.take(parking.prepare(parked, UUID.randomUUID(), known -> known));
            other.pay();
            other.undo(last(other));
            other.print();
            assertThat(other.stove.goods()).containsExactly("- 1 x Soup");
        }
    }

    @Test
    void aReceiptOfWhatNobodyMakesIsUndoneWithoutATicket() throws Exception {
        till.undo(sold("SOAP"));
        assertThat(till.kitchen.waiting()).isEmpty();
        assertThat(till.troubles).isEmpty();
    }
}
