package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

/** Story 8: a lamp is set aside for a deposit, and handed over when the rest is paid. */
class SetAsideTest {

    private static final String CASHIER = "3";
    private static final String LAMP = "88001";
    private static final Pattern ORDER = Pattern.compile("(TWO[0-9]+)");

    @Story
    void setAsideForADepositAndHandedOver(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        String name = "Iryna " + tongue;

        till.scan(LAMP);
        till.total(2_500);
        till.scan(LAMP);
        till.total(5_000);
        till.press("ctrl L");
        till.sees("For whom are the goods set aside?", "Для кого відкладаємо товар?");
        till.enter(name);
        till.sees("Which number is the customer called at?", "За яким номером телефонувати покупцеві?");
        till.enter("0501112233");
        till.sees("Deposit on " + till.amount(5_000), "Завдаток за " + till.amount(5_000));
        till.enter("20");
        till.isTold("take the deposit of " + till.amount(2_000), "прийміть завдаток " + till.amount(2_000));
        String order = till.paper()
                .line(till.of("SET ASIDE", "ВІДКЛАДЕНО"))
                .line("2", till.amount(5_000))
                .find(ORDER);
        till.press("F12");
        till.due(2_000);
        till.enter("20");
        till.isTold(till.amount(2_000), till.amount(2_000));
        till.paper().line("Deposit", Tongue.printed(2_000));
        till.isBooked();
        assertThat(shop.booked(session)).as("nothing is sold yet").isZero();
        assertThat(shop.booked(session, "CASH")).isEqualTo(2_000);

        till.press("ctrl shift L");
        till.sees(name);
        till.press("ESCAPE");
        till.scan(order);
        till.tap("Hand the goods over", "Видати товар");
        till.line(till.of("Desk lamp", "Лампа настільна"));
        till.isTold(
                till.amount(2_000) + " were paid before; " + till.amount(3_000) + " are still due.",
                "Раніше сплачено " + till.amount(2_000) + "; залишилося " + till.amount(3_000));
        till.press("F12");
        till.due(3_000);
        till.enter("50");
        till.isTold("Give " + till.amount(2_000) + " change.", "Видайте решту " + till.amount(2_000));
        till.paper()
                .line("Desk lamp")
                .line("Deposit paid before", Tongue.printed(2_000))
                .line("Cash", Tongue.printed(5_000));

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(5_000);
        assertThat(shop.booked(session, "CASH")).isEqualTo(5_000);
        assertThat(shop.books(
                        "select sum(change_minor) from value_entry join retail_transaction on source_id = transaction_id"
                                + " where kind = 'DEPOSIT' and till_session_id = ?",
                        session))
                .as("what is owed of the deposit")
                .isZero();
        shop.booksBalance();
    }
}
