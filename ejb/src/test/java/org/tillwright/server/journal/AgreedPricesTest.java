package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.server.TestShop;
import org.tillwright.server.orders.OrderService;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.pricing.PricingRules;

/** Prices by hand that ask nobody: a register may not call any price asked for or promised. */
class AgreedPricesTest {

    private static final String RULES = "{\"currency\":\"EUR\",\"openPriceItems\":[\"bag\"]}";

    private final TestShop shop = new TestShop();
    private final RuledTill till = new RuledTill(
            shop,
            TransactionalBooking.journalOf(shop),
            WireJson.read(RULES.getBytes(StandardCharsets.UTF_8), PricingRules.class));
    private final UUID orderId = UUID.randomUUID();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aPriceThatTheItemAsksForIsBelieved() {
        assertThat(till.send(till.sale(cart(1, "bag", 70_000, "OPEN_PRICE")))).isEmpty();
    }

    @Test
    void aPriceThatTheItemDoesNotAskForIsListed() {
        assertThat(till.send(till.sale(cart(1, "milk", 70_000, "OPEN_PRICE"))))
                .isEqualTo("line 1 has a price that item milk does not ask for");
    }

    @Test
    void aPriceThatTheSalesOrderPromisedIsBelieved() {
        keepOrder();
        assertThat(till.send(sale(1, "milk", 990_000, orderId))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, milk, 980000", "2, milk, 990000", "1, apples, 990000"})
    void anotherPriceLineOrItemThanTheOrdersIsListed(int line, String itemId, long micro) {
        keepOrder();
        assertThat(till.send(sale(line, itemId, micro, orderId)))
                .isEqualTo("line " + line + " has a price that no order promised for item " + itemId);
    }

    @Test
    void aPromiseOfNoOrderOrOfOneThatIsNotHereIsListed() {
        keepOrder();
        assertThat(till.send(sale(1, "milk", 990_000, UUID.randomUUID()))).contains("that no order promised");
        assertThat(till.send(till.sale(cart(1, "milk", 990_000, "QUOTED")))).contains("that no order promised");
    }

    private void keepOrder() {
        shop.inTransaction(() -> shop.get(OrderService.class)
                .keep(
                        TestShop.TILL,
                        new OrderMessage(
                                orderId,
                                "QUOTATION",
                                "ben",
                                "Ben",
                                shop.clock.instant(),
                                LocalDate.parse("2026-03-16"),
                                null,
                                "Olena",
                                null,
                                "EUR",
                                99L,
                                List.of(new OrderMessage.Line(1L, "milk", "The milk", 1_000L, 990_000L, 99L)),
                                "{}")));
    }

    private SaleMessage sale(int line, String itemId, long micro, UUID order) {
        return till.told(cart(line, itemId, micro, "QUOTED"))
                .saying(new SaleParticulars(null, null, null, order, null, null))
                .message();
    }

    private Cart cart(int line, String itemId, long micro, String reason) {
        return new Cart(
                till.stranger(),
                List.of(RuledTill.line(line, itemId, 1_000)
                        .withOverride(new PriceOverride(new UnitPrice(TestShop.EUR, micro), reason, "ben"))),
                List.of());
    }
}
