package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 6: a customer forgot the purse, the next one is served, and the first goes on at another register. */
class ParkedAndResumedTest {

    private static final String CASHIER = "3";
    private static final String OTHER_CASHIER = "4";
    private static final String LAMP = "88001";
    private static final String VASE = "88002";

    @Story
    void parkedHereAndResumedAtTheOtherRegister(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill first = shop.till(tongue);
        first.openTill(CASHIER, "100");
        UUID firstSession = first.tillSession();
        first.scan(LAMP);
        first.total(2_500);
        first.scan(VASE);
        first.total(3_750);
        String label = "blue coat " + tongue;
        first.type(label);
        first.press("ctrl S");
        first.isTold("Parked: " + first.amount(3_750), "Відкладено: " + first.amount(3_750));
        first.lines(0);
        first.paper().line(first.amount(3_750));

        first.scan(LAMP);
        first.total(2_500);
        first.press("F12");
        first.due(2_500);
        first.press("F2");
        first.isTold(first.amount(2_500) + " is paid.", first.amount(2_500) + " сплачено.");
        first.paper().line(Tongue.printed(2_500));
        first.isBooked();
        assertThat(shop.booked(firstSession)).isEqualTo(2_500);

        StoryTill second = shop.till(StoryShop.TILL_2, tongue);
        second.openTill(OTHER_CASHIER, "50");
        UUID secondSession = second.tillSession();
        second.press("ctrl R");
        second.tap(label);
        second.isTold("Here it is: " + second.amount(3_750), "Ось він: " + second.amount(3_750));
        second.line(second.of("Glass vase", "Ваза скляна"), second.amount(1_250));
        second.total(3_750);
        second.press("F11");
        second.isTold(second.amount(3_750) + " is paid.", second.amount(3_750) + " сплачено.");
        second.paper().line("4242", Tongue.printed(3_750));
        second.press("ctrl R");
        second.sees("Nothing is parked.", "Нічого не відкладено.");

        second.isBooked();
        assertThat(shop.booked(secondSession)).isEqualTo(3_750);
        assertThat(shop.booked(secondSession, "CARD")).isEqualTo(3_750);
        shop.booksBalance();
    }
}
