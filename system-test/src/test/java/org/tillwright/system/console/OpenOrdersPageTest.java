package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.OrderMessage;

/** What registers began and did not end, as a manager sees it. */
@ConsoleTest
class OpenOrdersPageTest {

    private static final String MANAGER = "1";
    private static final String PAGE = "admin/transactions/orders.xhtml";

    @Test
    void depositsThatAreOwedAndParkedSalesSoldTwiceAreListed(SharedShop shop, ConsoleBrowser browser) throws Exception {
        UUID order = UUID.randomUUID();
        keep(shop, order);
        UUID parked = UUID.randomUUID();
        shop.till().book(sale(shop, List.of(new MoneyIn("DEPOSIT", order.toString(), 1_500L)), order, null));
        shop.till().book(sale(shop, List.of(new MoneyIn("TIP", null, 100L)), null, parked));
        shop.till().book(sale(shop, List.of(new MoneyIn("TIP", null, 100L)), null, parked));

        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go(PAGE).awaitText("Olena <b>Petrenko</b>").axe().screenshot("open-orders");
        assertThat(browser.text()).contains("15.00").contains("Sale 1 · Sale 2");
        browser.dark().go(PAGE).axe().screenshot("open-orders-dark");
        assertThat(browser.consoleErrors()).isEmpty();
        browser.light();
    }

    private static void keep(SharedShop shop, UUID orderId) throws Exception {
        OrderMessage order = new OrderMessage(
                orderId,
                "LAYAWAY",
                "cashier-1",
                "Ben",
                Instant.now(),
                LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(14),
                null,
                "Olena <b>Petrenko</b>",
                "+380 67 555 44 33",
                shop.till().snapshot().store().currency(),
                4_000L,
                List.of(new OrderMessage.Line(1L, "lamp", "Lamp", 1_000L, 40_000_000L, 4_000L)),
                "{}");
        assertThat(shop.till()
                        .register()
                        .send(
                                "PUT",
                                "/api/v1/orders/" + orderId,
                                WireJson.write(order),
                                shop.till().token())
                        .status())
                .isEqualTo(200);
    }

    private static SaleMessage sale(SharedShop shop, List<MoneyIn> moneyIn, UUID orderId, UUID resumedFrom)
            throws Exception {
        Instant now = Instant.now();
        return new SaleMessage(
                UUID.randomUUID(),
                shop.till().snapshot().store().storeId(),
                shop.till().open(),
                "cashier-1",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                now,
                shop.till().snapshot().store().currency(),
                List.of(),
                List.of(),
                List.of(new SaleMessage.Tender("CASH", moneyIn.get(0).amountMinor(), null)),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                new SaleParticulars(null, null, moneyIn, orderId, resumedFrom, null));
    }
}
