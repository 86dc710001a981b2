package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.value.CustomersFound;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

/** A manager makes a customer with a limit and blocks a card; registers find the one and are refused the other. */
@ConsoleTest
class CustomersPagesTest {

    private static final String MANAGER = "1";
    private static final String CUSTOMERS = "admin/customers/customers.xhtml";
    private static final String VALUES = "admin/customers/values.xhtml";
    private static final int REGISTERS = 20;

    @Test
    void aCustomerOfTheConsoleIsFoundAtARegisterAndMayOweUpToTheLimit(SharedShop shop, ConsoleBrowser browser)
            throws Exception {
        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go(CUSTOMERS).press("Add a customer");
        browser.fill("Name", "Olena <b>Petrenko</b>").fill("Phone", "call me").press("Add");
        browser.awaitText("A phone number has 4 to 20 digits").axe();
        assertThat(browser.field("Name").getDomProperty("value")).isEqualTo("Olena <b>Petrenko</b>");
        assertThat(browser.field("Phone").getDomProperty("value")).isEqualTo("call me");
        String limitLabel = "Credit limit, " + shop.till().snapshot().store().currency();
        browser.fill("Phone", "+380 67 555 44 33").fill("Groups", "vip, staff").fill(limitLabel, "100");
        browser.press("Add").awaitText("Olena <b>Petrenko</b> is added.").axe().screenshot("customer-light");
        browser.dark().go(CUSTOMERS).axe().screenshot("customers-dark");
        browser.light();

        CustomersFound found = WireJson.read(
                get(shop, "/api/v1/customers?q=" + encoded("067 5554433")).body(), CustomersFound.class);
        assertThat(found.customers()).hasSize(1);
        String customerId = found.customers().get(0).customerId();
        assertThat(found.customers().get(0).groups()).containsExactly("staff", "vip");
        assertThat(get(shop, "/api/v1/customers/" + customerId).status()).isEqualTo(200);
        assertThat(get(shop, "/api/v1/customers/nobody").status()).isEqualTo(404);
        ValueBalance account = WireJson.read(
                get(shop, "/api/v1/values/ON_ACCOUNT/" + customerId).body(), ValueBalance.class);
        assertThat(account.availableMinor()).isEqualTo(10_000);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void oneCardSpentAtTwentyRegistersAtOnceIsNeverOverspentAndABlockedOneNotAtAll(
            SharedShop shop, ConsoleBrowser browser) throws Exception {
        String card = "SYSTEM" + Instant.now().toEpochMilli();
        shop.till().book(sale(shop, List.of(new MoneyIn("GIFT_CARD", card, 5_000L)), cash(5_000)));
        List<Answer> answers = atOnce(shop, card);
        List<Answer> granted =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(granted).hasSize(7);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(
                        answer.problem().code()
                                + answer.problem().faults().get(0).field())
                .isEqualTo("VALUE_REFUSEDTOO_LITTLE"));

        UUID spent =
                WireJson.read(granted.get(0).body(), ValueAuthorization.class).authorizationId();
        shop.till().book(sale(shop, List.of(new MoneyIn("TIP", null, 700L)), paid(card, spent)));
        UUID givenUp =
                WireJson.read(granted.get(1).body(), ValueAuthorization.class).authorizationId();
        assertThat(shop.till()
                        .register()
                        .send(
                                "DELETE",
                                "/api/v1/value-authorizations/" + givenUp,
                                null,
                                shop.till().token())
                        .status())
                .isEqualTo(204);
        ValueBalance balance =
                WireJson.read(get(shop, "/api/v1/values/GIFT_CARD/" + card).body(), ValueBalance.class);
        assertThat(balance.balanceMinor()).isEqualTo(4_300);
        assertThat(balance.availableMinor()).isEqualTo(4_300 - 5 * 700);

        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go(VALUES).axe();
        assertThat(browser.text())
                .as("a list tells no number that could be spent")
                .doesNotContain(card);
        browser.go(VALUES + "?number=" + card).axe().screenshot("stored-value");
        browser.press("Block").awaitText("is blocked.").axe();
        assertThat(ask(shop, request(card)).problem().faults().get(0).field()).isEqualTo("BLOCKED");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static List<Answer> atOnce(SharedShop shop, String card) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(REGISTERS);
        try {
            CyclicBarrier start = new CyclicBarrier(REGISTERS);
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < REGISTERS; i++) {
                ValueAuthorizationRequest request = request(card);
                futures.add(pool.submit(() -> {
                    start.await();
                    return ask(shop, request);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static ValueAuthorizationRequest request(String card) {
        return new ValueAuthorizationRequest(UUID.randomUUID(), "GIFT_CARD", card, "EUR", 700L, UUID.randomUUID());
    }

    private static Answer ask(SharedShop shop, ValueAuthorizationRequest request) throws Exception {
        ValueAuthorizationRequest inCurrency = new ValueAuthorizationRequest(
                request.authorizationId(),
                request.kind(),
                request.number(),
                shop.till().snapshot().store().currency(),
                request.amountMinor(),
                request.transactionId());
        return shop.till()
                .register()
                .send(
                        "PUT",
                        "/api/v1/value-authorizations/" + request.authorizationId(),
                        WireJson.write(inCurrency),
                        shop.till().token());
    }

    private static Answer get(SharedShop shop, String path) throws Exception {
        return shop.till().register().send("GET", path, null, shop.till().token());
    }

    private static SaleMessage.Tender cash(long minor) {
        return new SaleMessage.Tender("CASH", minor, null);
    }

    private static SaleMessage.Tender paid(String card, UUID authorizationId) {
        return new SaleMessage.Tender(
                "GIFT_CARD", 700L, null, new TenderParticulars(card, authorizationId, null, null));
    }

    private static SaleMessage sale(SharedShop shop, List<MoneyIn> moneyIn, SaleMessage.Tender tender)
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
                List.of(tender),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                new SaleParticulars(null, null, moneyIn, null, null, null));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
