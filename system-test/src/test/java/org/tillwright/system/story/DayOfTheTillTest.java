package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 9: a till from its float to its Z, with all that is done at a drawer between. */
class DayOfTheTillTest {

    private static final String CASHIER = "3";
    private static final String SUPERVISOR = "2";
    private static final String LAMP = "88001";

    @Story
    void openedFilledEmptiedCountedAndClosedShort(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        till.isTold("The till is open with " + till.amount(10_000), "Касу відкрито, у ній " + till.amount(10_000));
        UUID session = till.tillSession();

        fillAndEmpty(till);

        countShort(till);

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(2_500);
        assertThat(shop.books(
                        "select over_short_minor from till_count where till_session_id = ? and tender = 'CASH'",
                        session))
                .isEqualTo(-750);
        assertThat(shop.books(
                        "select expected_minor - told_expected_minor from till_count where tender = 'CASH' and till_session_id = ?",
                        session))
                .isZero();
        shop.booksBalance();
    }

    /** A loan, a sale, a pickup, cash paid out, and the drawer opened for nothing. */
    private static void fillAndEmpty(StoryTill till) throws Exception {
        till.press("ctrl T");
        till.tap("Add change", "Додати розмінні");
        till.sees("How much goes from the safe into the drawer?", "Скільки кладемо із сейфа до шухляди?");
        till.enter("50");
        till.isTold(till.amount(5_000) + " EUR added to the drawer.", till.amount(5_000) + " EUR додано до шухляди.");
        till.paper().line(till.of("LOAN TO TILL", "ВИДАЧА В КАСУ")).line("EUR", till.amount(5_000));

        till.scan(LAMP);
        till.line(till.of("Desk lamp", "Лампа настільна"), till.amount(2_500));
        till.press("F12");
        till.due(2_500);
        till.enter("30");
        till.isTold("Give " + till.amount(500) + " change.", "Видайте решту " + till.amount(500));
        till.paper().line(Tongue.printed(2_500));

        int openings = till.counter().devices().drawerOpenings();
        till.type("40");
        till.press("ctrl shift P");
        till.approved(SUPERVISOR);
        till.isTold(till.amount(4_000) + " EUR goes to the safe.", till.amount(4_000) + " EUR іде до сейфа.");
        till.paper().line("EUR", till.amount(4_000));

        till.press("ctrl shift O");
        till.sees("How much goes out of the drawer?", "Скільки беремо із шухляди?");
        till.enter("12.50");
        till.tap("Supplies", "Витратні матеріали");
        till.sees("What it was for", "Для чого");
        till.enter("bags");
        till.approved(SUPERVISOR);
        till.isTold(till.amount(1_250) + " EUR paid out.", till.amount(1_250) + " EUR видано.");
        till.paper()
                .line("EUR", till.amount(1_250))
                .line(till.of("Supplies", "Витратні матеріали"))
                .line("bags");

        till.press("ctrl N");
        till.tap("Gave change", "Розмін");
        till.approved(SUPERVISOR);
        till.isTold("The drawer is open.", "Шухляда відкрита.");
        Patience.until(
                "three more openings of the drawer",
                () -> till.counter().devices().drawerOpenings() == openings + 3,
                () -> "" + till.counter().devices().drawerOpenings());
    }

    /** Counted seven and a half short, which somebody else has to allow, and closed with its Z. */
    private static void countShort(StoryTill till) throws Exception {
        till.press("F8");
        till.sees("Count what is in the drawer.", "Порахуйте вміст шухляди.");
        till.seesNothingOf(till.amount(12_250));
        if (till.shown().contains(till.of("Coins and notes", "Монети й банкноти"))) {
            till.tap("Coins and notes", "Монети й банкноти"); // the register counts as it was counted last time
        }
        till.typeInto(till.amount(5_000), "2");
        till.typeInto(till.amount(1_000), "1");
        till.typeInto(till.amount(500), "1");
        till.tap("Done counting", "Пораховано");
        till.sees(till.amount(11_500) + till.of(" in cash.", " готівкою."));
        till.tap("Close the till", "Закрити касу");
        till.sees("The count differs. Why?", "Є різниця. Чому?");
        till.tap("Wrong change", "Хибна решта");
        till.sees("The count differs by more than you may settle.", "Різниця більша, ніж вам дозволено.");
        till.typeInto(till.of("Number of who allows it", "Номер того, хто дозволяє"), SUPERVISOR);
        till.typeInto(
                till.of("PIN of who allows it", "PIN того, хто дозволяє"),
                till.counter().pinOf(SUPERVISOR));
        till.press("F12");
        till.sees("The till is closed", "Касу закрито");
        till.sees(till.of(till.amount(750) + " short", till.amount(750)));
        till.paper()
                .line(till.of("Z REPORT", "Z-ЗВІТ"))
                .line(till.of("Float", "Розмінні гроші"), till.amount(10_000))
                .line(till.of("Change from the safe", "Видача із сейфа"), till.amount(5_000))
                .line(till.of("Cash to the safe", "До сейфа"), till.amount(4_000))
                .line(till.of("Cash, expected", "Готівка, очікувано"), till.amount(12_250))
                .line(till.of("Cash, counted", "Готівка, фактично"), till.amount(11_500))
                .line(till.of("Cash, short", "Готівка, нестача"), till.amount(750));
        till.press("F12");
        till.sees("Key your number and your PIN.", "Введіть свій номер і PIN.");
    }
}
