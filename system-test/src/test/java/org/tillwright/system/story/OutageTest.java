package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 10: the server is gone, the power fails in the middle of a sale, somebody practises, and a sale is undone. */
class OutageTest {

    private static final String CASHIER = "3";
    private static final String SUPERVISOR = "2";
    private static final String LAMP = "88001";
    private static final String VASE = "88002";

    @Story
    void soldWithoutServerInterruptedPractisedAndUndone(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        till.isBooked();

        shop.line().cut();
        till.scan(LAMP);
        till.total(2_500);
        till.press("F12");
        till.due(2_500);
        till.press("F2");
        till.isTold(till.amount(2_500) + " is paid.", till.amount(2_500) + " сплачено.");
        till.paper().line(Tongue.printed(2_500));
        till.sees("offline", "без зв");
        assertThat(shop.booked(session)).isZero();

        till.scan(VASE);
        till.total(1_250);
        till.scan(LAMP);
        till.total(3_750);
        shop.cutPower(StoryShop.TILL_1);
        till = shop.reopened(StoryShop.TILL_1, tongue);
        till.signOn(CASHIER);
        till.isTold("This sale was interrupted.", "Цей чек було перервано.");
        till.line(till.of("Glass vase", "Ваза скляна"), till.amount(1_250));
        till.total(3_750);
        till.press("F12");
        till.due(3_750);
        till.enter("40");
        till.isTold("Give " + till.amount(250) + " change.", "Видайте решту " + till.amount(250));
        till.paper().line(Tongue.printed(3_750));

        shop.line().mend();
        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(6_250);

        practise(till);

        till.press("ctrl shift V");
        till.sees("Journal of this register", "Журнал каси");
        till.tap(till.of("No. ", "№ "));
        till.approved(SUPERVISOR);
        till.tap("Wrong customer", "Не той покупець");
        till.sees(till.amount(3_750));
        till.tap("Undo it", "Скасувати");
        till.isTold("is undone.", "скасовано.");
        till.paper().line(Tongue.printed(3_750));

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(2_500);
        assertThat(shop.booked(session, "CASH")).isEqualTo(2_500);
        assertThat(shop.books("select count(*) from retail_transaction where till_session_id = ?", session))
                .as("two sales and the one that undoes the second; nothing of what was practised")
                .isEqualTo(3);
        shop.booksBalance();
    }

    /** A practised sale, which is printed as one. */
    private static void practise(StoryTill till) throws Exception {
        till.press("ctrl shift T");
        till.tap("Practise freely", "Тренуватися вільно");
        till.sees("TRAINING: nothing counts", "НАВЧАННЯ: нічого не враховується");
        till.scan(LAMP);
        till.total(2_500);
        till.press("F12");
        till.due(2_500);
        till.press("F2");
        till.paper().line("TRAINING");
        till.press("ctrl shift T");
        till.tap("End practising", "Завершити навчання");
        till.isTold("every sale counts.", "кожен чек враховується.");
    }
}
