package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

/** A table's order that is sent, changed, parked, taken up again, shared out and paid: kitchen and bar hear of each thing once. */
class KitchenAndBarTest {

    private static final String WAITER = "4";
    private static final String CROISSANT = "2140";
    private static final String CAPPUCCINO = "9106";
    private static final Pattern PICKUP = Pattern.compile("\\b(A\\d+)\\b");

    @Story
    void everythingIsMadeOnceAndCalledByItsNumber(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        StoryKitchen.Station kitchen = till.counter().kitchen().kitchen();
        StoryKitchen.Station bar = till.counter().kitchen().bar();
        till.openTill(WAITER, "50");
        UUID session = till.tillSession();
        final String croissant = till.of("Croissant", "Круасан");
        final String cappuccino = till.of("Cappuccino", "Капучино");

        till.enter(CROISSANT);
        till.total(140);
        till.enter(CAPPUCCINO);
        till.tap("Oat milk", "Вівсяне молоко");
        till.total(540);
        till.type("Table 4");
        till.press("ctrl shift K");
        till.isTold("is on its way to the kitchen", "передається на кухню");
        Paper first = kitchen.ticket();
        String pickup = first.find(PICKUP);
        first.line("Kitchen").line("Table 4").line("1 x Croissant").without("Cappuccino");
        bar.ticket()
                .line("Bar")
                .line(pickup)
                .line("1 x Cappuccino")
                .line("+ Oat milk")
                .without("Croissant");
        till.press("ctrl shift K");
        till.isTold("knows all of order " + pickup, "Кухня вже має все замовлення " + pickup);
        till.kitchensAreQuiet();

        till.line(cappuccino);
        till.press("F4");
        till.lines(1);
        till.enter(CROISSANT);
        till.total(280);
        String label = "table 4 " + tongue;
        till.type(label);
        till.press("ctrl S");
        till.isTold("Parked: " + till.amount(280), "Відкладено: " + till.amount(280));
        till.paper().line(till.amount(280));
        bar.ticket()
                .line("NOT ANY MORE")
                .line("- 1 x Cappuccino")
                .line("+ Oat milk")
                .without("Croissant");
        kitchen.ticket().line("Ticket 2").line("1 x Croissant").without("2 x").without("NOT ANY MORE");

        till.press("ctrl R");
        till.tap(label);
        till.isTold("Here it is: " + till.amount(280), "Ось він: " + till.amount(280));
        till.kitchensAreQuiet();
        sharedOutAndPaid(till, croissant, pickup, bar);

        readyAndFetched(till, pickup);

        till.isBooked();
        till.kitchensAreQuiet();
        assertThat(shop.booked(session)).isEqualTo(680);
        shop.booksBalance();
    }

    private static void readyAndFetched(StoryTill till, String pickup) throws Exception {
        till.scan("TWK" + pickup);
        till.isTold("Order " + pickup + " is ready.", "Замовлення " + pickup + " готове.");
        till.customerReads(pickup);
        till.press("ctrl shift R");
        till.sees("Which order is ready?", "Яке замовлення готове?");
        till.enter(pickup);
        till.isTold("Order " + pickup + " was fetched.", "Замовлення " + pickup + " забрали.");
    }

    /** One more coffee, which its drinker pays; then the croissants. Whoever pays for their own has the table's number on the paper. */
    private static void sharedOutAndPaid(StoryTill till, String croissant, String pickup, StoryKitchen.Station bar)
            throws Exception {
        till.enter(CAPPUCCINO);
        till.tap("Oat milk", "Вівсяне молоко");
        till.total(680);
        till.press("F12");
        till.due(680);
        till.press("ctrl B");
        till.tap("By what each had", "За тим, хто що мав");
        till.tap(till.of("Cappuccino", "Капучино"));
        till.tap("Pay what was chosen", "Сплатити вибране");
        till.due(400);
        bar.ticket().line(pickup).line("Ticket").line("1 x Cappuccino").without("NOT ANY MORE");
        till.enter("5");
        till.isTold("Change " + till.amount(100), "Решта " + till.amount(100));
        till.paper()
                .line("Order " + pickup)
                .line("Cappuccino", Tongue.printed(400))
                .without("Croissant");

        till.total(280);
        till.line(croissant);
        till.press("F12");
        till.due(280);
        till.press("F2");
        till.isTold(till.amount(280) + " is paid.", till.amount(280) + " сплачено.");
        till.paper().line("Order " + pickup).line("Croissant").without("Cappuccino");
        till.kitchensAreQuiet();
    }
}
