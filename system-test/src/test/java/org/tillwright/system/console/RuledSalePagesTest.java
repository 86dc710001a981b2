package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

/** What a sale's page says of promotions, discounts, modifiers, several taxes and returns, to somebody who owns the shop. */
@ConsoleTest
class RuledSalePagesTest {

    private static final String LIST = "admin/transactions/transactions.xhtml";
    private static final String RULES = "/api/v1/pricing-rules";

    /** Taxes and modifiers that no other test's sales meet: they count for what is eaten in. */
    private static final String MORE =
            """
            {"taxes":[{"taxId":"CUP","kind":"FIXED","value":100000,"inPrice":true},
                      {"taxId":"S","kind":"PERCENT","value":190000}],
             "taxRules":[{"taxCategory":"REDUCED","serviceMode":"EAT_IN","taxIds":["S","CUP"]},
                         {"taxCategory":"STANDARD","serviceMode":"EAT_IN","taxIds":["S","CUP"]}],
            """;

    private static final String GROUP =
            """
            "modifierGroups":[{"groupId":"kind","minimum":0,"maximum":3,"modifiers":[
              {"modifierId":"oat","unitPriceMicro":300000,"names":{"en":"Oat milk","da":"Havremælk","uk":"Вівсяне молоко"}}]},""";

    private static final String ITEM = """
            "itemModifiers":[{"itemId":"cappuccino","groupIds":["kind"]},""";

    /** Somebody who reads the page, and what they read. */
    private record Reader(String code, String language, String title, String promotion, String modifier) {}

    private static final List<Reader> READERS = List.of(
            new Reader("en", "English", "Transactions", "promotion Chocolate: 3 for 2", "2 × Oat milk"),
            new Reader("da", "Dansk", "Transaktioner", "kampagne Chokolade: 3 for 2", "2 × Havremælk"),
            new Reader("uk", "Українська", "Операції", "акція Шоколад: 3 за ціною 2", "2 × Вівсяне молоко"));

    @Test
    void aSaleSaysWhatWasTakenOffByNameAndEachTax(SharedShop shop, ConsoleBrowser browser) throws Exception {
        String token = shop.consoleToken("1");
        byte[] before = rules(shop, token, "GET", null).body();
        String all = new String(before, StandardCharsets.UTF_8)
                .replaceFirst("\\{", MORE)
                .replace("\"modifierGroups\":[", GROUP)
                .replace("\"itemModifiers\":[", ITEM);
        assertThat(rules(shop, token, "PUT", all.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        try {
            shop.till().fetchSnapshot();
            look(shop, browser);
        } finally {
            rules(shop, token, "PUT", before);
            shop.till().fetchSnapshot();
            shop.signOut(token);
        }
    }

    private static void look(SharedShop shop, ConsoleBrowser browser) throws Exception {
        SaleMessage sale = byTheManager(shop.till().ringUp(cart(shop.till()), Map.of()));
        assertThat(shop.till().tell(RecordKind.SALE, sale).text()).contains("\"disputed\":false");
        SaleMessage back = shop.till()
                .ringUp(
                        new Cart(
                                shop.till().stranger(),
                                List.of(new Cart.Line(
                                                1, "chocolate-nut-100g", Cart.Kind.RETURN, new Quantity(-1000), null)
                                        .asSold(shop.till().sold(sale, 1, new Quantity(1000)))),
                                List.of()),
                        Map.of(1, new SaleMessage.ReturnedLine(sale.transactionId(), 1L)));
        assertThat(shop.till().tell(RecordKind.SALE, back).text()).contains("\"disputed\":false");
        SaleMessage bent = bent(byTheManager(shop.till().ringUp(cart(shop.till()), Map.of())));
        assertThat(shop.till().tell(RecordKind.SALE, bent).text()).contains("\"disputed\":true");

        browser.signIn("1", shop.passwordOf("1"));
        for (Reader reader : READERS) {
            String page = LIST + "?transaction=" + sale.transactionId();
            speak(browser.light(), reader);
            browser.go(page).awaitText(reader.promotion()).awaitText(reader.modifier());
            browser.axe().screenshot("ruled-sale-" + reader.code() + "-light-1280");
            browser.dark().go(page).axe().screenshot("ruled-sale-" + reader.code() + "-dark-1280");
            browser.size(390, 1600).go(page).axe().screenshot("ruled-sale-" + reader.code() + "-dark-390");
            browser.light().go(LIST + "?transaction=" + bent.transactionId()).axe();
            browser.screenshot("ruled-disputed-" + reader.code() + "-light-390");
        }
        speak(browser, READERS.get(0));
        browser.go(LIST + "?transaction=" + bent.transactionId());
        browser.awaitText("Line 1, promotion CHOCOLATE-OTHER:")
                .awaitText("Kind of tax CUP: register a percentage in the price,");
        browser.go(LIST + "?transaction=" + back.transactionId()).press("the sale it was sold in");
        browser.awaitText("Oat milk");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    /** The page that is open comes again in another language; only then may another be asked for. */
    private static void speak(ConsoleBrowser browser, Reader reader) {
        browser.size(1280, 900);
        if (!reader.code().equals(browser.find("html").getAttribute("lang"))) {
            browser.pressAt("#me summary").press(reader.language()).awaitText(reader.title());
        }
    }

    private static Cart cart(ShopTill till) {
        Currency currency = Currency.of("EUR");
        ManualDiscount tenth = ManualDiscount.percent("LINE-1", Rate.percent("10"), "DAMAGED", "manager");
        ManualDiscount fifty = ManualDiscount.amount("SALE-1", new Money(currency, 50), "GOODWILL", "manager");
        return new Cart(
                till.stranger(),
                List.of(
                        line(1, "chocolate-nut-100g", 3_000),
                        line(2, "cappuccino", 1_000)
                                .withModifiers(List.of(new ModifierGroup.Choice("kind", "oat", 2)))
                                .withServiceMode(ServiceMode.EAT_IN)
                                .withDiscounts(List.of(tenth)),
                        line(3, "cola-1l", 1_000),
                        line(4, "deposit-can-0-25", 1_000).following(3)),
                List.of(fifty));
    }

    private static Cart.Line line(int number, String itemId, long milli) {
        return new Cart.Line(number, itemId, Cart.Kind.SALE, new Quantity(milli), null);
    }

    /** The manager sells: what is taken off by hand needs nobody else's word, whatever the store's limits are. */
    private static SaleMessage byTheManager(SaleMessage sale) {
        String text = new String(WireJson.write(sale), StandardCharsets.UTF_8)
                .replaceFirst("\"operatorId\":\"[^\"]+\"", "\"operatorId\":\"manager\"");
        return WireJson.read(text.getBytes(StandardCharsets.UTF_8), SaleMessage.class);
    }

    /** Another promotion than the rules have, and another kind of tax. */
    private static SaleMessage bent(SaleMessage sale) {
        String text = new String(WireJson.write(sale), StandardCharsets.UTF_8)
                .replace("CHOCOLATE-3", "CHOCOLATE-OTHER")
                .replace("\"kind\":\"FIXED\"", "\"kind\":\"PERCENT\"");
        return WireJson.read(text.getBytes(StandardCharsets.UTF_8), SaleMessage.class);
    }

    private static Answer rules(SharedShop shop, String token, String method, byte[] body)
            throws IOException, InterruptedException {
        Answer answer = shop.till().register().send(method, RULES, body, token);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(body == null ? WireJson.read(answer.body(), PricingRules.class) : answer)
                .isNotNull();
        return answer;
    }
}
