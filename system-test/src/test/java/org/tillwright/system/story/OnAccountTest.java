package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 4: a customer found by phone buys on account up to the limit, and pays the account afterwards. */
class OnAccountTest {

    private static final String CASHIER = "3";
    private static final String LAMP = "88001";

    @Story
    void boughtOnAccountUpToTheLimitAndPaidLater(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        String name = till.of("Maja Holm", "Olena Koval");
        String customerId = till.of("maja", "olena");

        till.press("ctrl K");
        till.sees("Who is buying?", "Хто купує?");
        till.enter(till.of("20314253", "507654321"));
        till.sees(name);
        till.enter(LAMP);
        till.line(till.of("Desk lamp", "Лампа настільна"));
        till.type("5");
        till.tap("Quantity", "Кількість");
        till.total(12_500);

        till.press("F12");
        till.due(12_500);
        till.tap("On account", "На рахунок");
        till.isTold(
                till.amount(10_000) + " taken, " + till.amount(2_500) + " still to pay.",
                "Отримано " + till.amount(10_000) + ", залишилося " + till.amount(2_500));
        till.tap("On account", "На рахунок");
        till.isTold("The account’s limit is reached.", "Ліміт рахунку вичерпано.");
        till.due(2_500);
        till.enter("25");
        till.isTold(till.amount(12_500) + " is paid.", till.amount(12_500) + " сплачено.");
        till.paper()
                .line(name)
                .line(till.of("On account", "На рахунок"), till.amount(10_000))
                .line(till.of("Cash", "Готівка"), till.amount(2_500));
        till.isBooked();
        assertThat(owed(shop, customerId)).isEqualTo(10_000);
        invoiced(till, shop, name);

        till.press("ctrl shift A");
        till.enter(till.of("20314253", "507654321"));
        till.sees(name + till.of(" owes ", " винен ") + till.amount(10_000));
        till.press("ENTER");
        till.isTold(
                name + " pays " + till.amount(10_000) + " of what was bought on account.",
                name + " сплачує " + till.amount(10_000));
        till.press("F12");
        till.due(10_000);
        till.enter("100");
        till.paper().line(name).line(till.amount(10_000));

        till.isBooked();
        assertThat(owed(shop, customerId)).isZero();
        assertThat(shop.booked(session)).isEqualTo(12_500);
        assertThat(shop.booked(session, "CASH")).isEqualTo(12_500);
        assertThat(shop.books("select count(*) from value_entry where kind = 'ON_ACCOUNT' and number = ?", customerId))
                .isEqualTo(2);
        shop.booksBalance();
    }

    /** The office sends the customer an invoice: it says what is to be paid yet, in the customer's language. */
    private static void invoiced(StoryTill till, StoryShop shop, String name) throws Exception {
        String invoice = shop.invoice(till.lastSale(), till.of("da", "uk"));
        assertThat(invoice)
                .contains(till.of("Faktura", "Рахунок"), name, till.of("Desk lamp", "Лампа настільна"))
                .contains(till.of("På konto: skal betales", "На рахунок: до сплати"), "100,00", "25,00", "125,00");
    }

    private static long owed(StoryShop shop, String customerId) throws Exception {
        return shop.books(
                "select balance_minor from value_account where kind = 'ON_ACCOUNT' and number = ?", customerId);
    }
}
