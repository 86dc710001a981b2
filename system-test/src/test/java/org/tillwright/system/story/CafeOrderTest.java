package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 2: two at a table, one coffee as it is wanted, to go after all, each pays for what they had, and a tip. */
class CafeOrderTest {

    private static final String WAITER = "4";
    private static final String CAPPUCCINO = "9106";
    private static final String CROISSANT = "2140";

    @Story
    void choicesInstructionToGoSplitAndTip(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(WAITER, "50");
        UUID session = till.tillSession();
        final String cappuccino = till.of("Cappuccino", "Капучино");
        final String croissant = till.of("Croissant", "Круасан");

        order(till, cappuccino, croissant);

        till.press("F12");
        till.due(540);
        till.press("ctrl B");
        till.tap("By what each had", "За тим, хто що мав");
        till.tap(croissant);
        till.tap("Pay what was chosen", "Сплатити вибране");
        till.isTold(
                till.amount(140) + " to pay now. " + till.amount(400) + " stays for the next.",
                "Зараз до сплати " + till.amount(140) + ". Наступному лишається " + till.amount(400));
        till.due(140);
        till.enter("2");
        till.isTold("Change " + till.amount(60), "Решта " + till.amount(60));
        till.paper().line("Croissant", Tongue.printed(140)).without("Cappuccino");

        till.total(400);
        till.line(cappuccino, "2x sugar");
        till.press("F12");
        till.due(400);
        till.press("ctrl T");
        till.tap("10 %");
        till.isTold(till.amount(40) + " tip: " + till.amount(440), "Чайові " + till.amount(40));
        till.due(440);
        till.press("F11");
        till.isTold(till.amount(440), till.amount(440));
        till.paper()
                .line("Cappuccino")
                .line("Oat milk")
                .line("2x sugar")
                .line("7%", Tongue.printed(26), Tongue.printed(400))
                .line("Tip", Tongue.printed(40))
                .line("4242", Tongue.printed(440));

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(540);
        assertThat(shop.booked(session, "CASH")).isEqualTo(140);
        assertThat(shop.booked(session, "CARD")).isEqualTo(440);
        assertThat(shop.books("select count(*) from retail_transaction where till_session_id = ?", session))
                .isEqualTo(2);
        shop.booksBalance();
    }

    /** One coffee as it is wanted and a croissant, to go. */
    private static void order(StoryTill till, String cappuccino, String croissant) throws Exception {
        till.enter(CAPPUCCINO);
        till.sees("Milk: choose 1 more.", "Молоко: виберіть ще 1.");
        till.lines(0);
        till.tap("Oat milk", "Вівсяне молоко");
        till.line(cappuccino, till.of("Oat milk", "Вівсяне молоко"));
        till.total(400);
        till.press("ctrl I");
        till.sees("Instruction for " + cappuccino, "Побажання: " + cappuccino);
        till.enter("2x sugar");
        till.isTold("Noted: 2x sugar", "Записано: 2x sugar");
        till.line(cappuccino, "2x sugar");
        till.enter(CROISSANT);
        till.line(croissant, till.amount(140));
        till.total(540);
        till.press("ctrl W");
        till.tap("To go", "З собою");
        till.isTold("To go", "З собою");
        till.total(540);
    }
}
