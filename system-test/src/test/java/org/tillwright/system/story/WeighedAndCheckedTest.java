package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 3: apples from the scale, beer for somebody old enough, a price asked for in between, and a key taken back. */
class WeighedAndCheckedTest {

    private static final String CASHIER = "3";
    private static final String APPLES = "1101";
    private static final String BEER = "2416000002315";
    private static final String LAMP = "88001";

    @Story
    void weighedAskedForAgePriceCheckedAndUndone(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        final String beer = till.of("Pilsner, bottle 0.5 l", "Пиво світле пільзнер 0,5 л");

        till.counter().scale().put(750);
        till.enter(APPLES);
        till.sees("On the scale: 0.75 kg", "На вагах: 0,75 кг");
        till.press("ENTER");
        till.line(till.of("Apples Elstar", "Яблука Ельстар"), till.amount(224));
        till.total(224);

        till.scan(BEER);
        till.sees("is sold from the age of 16", "продаж з 16 років");
        till.tap("No, do not sell", "Ні, не продавати");
        till.isTold(beer + " was not added.", beer + ": не додано.");
        till.lines(1);
        till.scan(BEER);
        till.tap("Yes, old enough", "Так, вік достатній");
        till.line(beer, till.amount(129));
        till.total(353);

        till.press("ctrl P");
        till.sees("Nothing is sold.", "Нічого не продається.");
        till.scan(LAMP);
        till.sees("Desk lamp: " + till.amount(2_500), "Лампа настільна: " + till.amount(2_500));
        till.press("ESCAPE");
        till.lines(2);
        till.total(353);

        till.press("ctrl Z");
        till.isTold("Taken back: " + beer, "Повернуто назад: " + beer);
        till.lines(1);
        till.total(224);
        till.tap("Cash " + till.amount(224), "Готівка " + till.amount(224));
        till.due(224);
        till.press("F2");
        till.isTold(till.amount(224) + " is paid.", till.amount(224) + " сплачено.");
        till.paper().line("0.75 kg").line(Tongue.printed(224)).without("Pilsner");

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(224);
        assertThat(shop.books(
                        "select sum(quantity_milli) from line_item join retail_transaction using (transaction_id)"
                                + " where till_session_id = ?",
                        session))
                .isEqualTo(750);
        shop.booksBalance();
    }
}
