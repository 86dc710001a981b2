package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

/** Story 7: a gift card is sold, spent in part, asked what it has, and gets money back. */
class GiftCardTest {

    private static final String CASHIER = "3";
    private static final String LAMP = "88001";
    private static final Pattern CARD =
            Pattern.compile("(TWG[0-9A-Z -]+[0-9A-Z])|^\\s*([0-9]{4}(?: ?[0-9]{4}){2,4})\\s*$");
    private static final Pattern CODE = Pattern.compile("([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})");

    @Story
    void soldSpentAskedAndRefunded(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();

        till.press("ctrl F");
        till.sees("Which gift card?", "Яка подарункова картка?");
        till.press("ENTER");
        till.sees("How much goes on card", "Скільки покласти на картку");
        till.enter("50");
        till.isTold("It counts when the sale is paid.", "Діятиме, щойно продаж оплачено.");
        till.press("F12");
        till.due(5_000);
        till.press("F2");
        String card = till.paper().line(Tongue.printed(5_000)).find(CARD);
        till.isBooked();
        assertThat(kept(shop, card)).isEqualTo(5_000);
        assertThat(shop.booked(session)).as("a gift card is no sale of goods").isZero();

        till.scan(LAMP);
        till.total(2_500);
        till.press("F12");
        till.due(2_500);
        till.tap("Gift card", "Подарункова картка");
        till.sees("Number of the gift card", "Номер подарункової картки");
        till.scan(card);
        till.isTold(till.amount(2_500) + " is paid.", till.amount(2_500) + " сплачено.");
        Paper receipt = till.paper().line("Gift card", Tongue.printed(2_500));
        till.isBooked();
        asked(till, card, 2_500);

        till.press("F5");
        till.sees("Receipt", "Чек");
        till.scan(receipt.find(CODE));
        till.tap("All that is left", "Усе, що лишилося");
        till.tap("Take this back", "Прийняти це");
        till.tap("Does not work", "Не працює");
        till.tap("No, scrap", "Ні, списати");
        till.total(-2_500);
        till.press("F12");
        till.sees("Gift card …", "Подарункова картка …");
        till.press("ENTER");
        till.paper().line("Gift card", Tongue.printed(2_500));
        till.isBooked();
        asked(till, card, 5_000);
        assertThat(kept(shop, card)).isEqualTo(5_000);
        assertThat(shop.booked(session)).isZero();
        assertThat(shop.booked(session, "CASH")).isEqualTo(5_000);
        shop.booksBalance();
    }

    private static void asked(StoryTill till, String card, long minor) throws Exception {
        till.press("ctrl B");
        till.sees("Which card?", "Яка картка?");
        till.scan(card);
        till.isTold("has " + till.amount(minor), ": " + till.amount(minor));
    }

    private static long kept(StoryShop shop, String card) throws Exception {
        return shop.books(
                "select balance_minor from value_account where kind = 'GIFT_CARD' and number = ?",
                card.replaceAll("[ -]", ""));
    }
}
