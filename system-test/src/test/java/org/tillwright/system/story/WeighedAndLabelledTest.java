package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.UUID;

/** Cheese on a scale that shows the customer weight and amount, and a pack of it with a label that is scanned into the sale. */
class WeighedAndLabelledTest {

    private static final String CASHIER = "3";
    private static final String CHEESE = "90012345678908";
    private static final String AIM_OF_DATABAR = "]e0";

    @Story
    void whatTheScaleShowsIsSoldAndWhatTheLabelSaysToo(Tongue tongue, StoryShop shop) throws Exception {
        assumeTrue(StoryLabels.canBeRead(), "zbarimg is not installed: nobody else can read the label");
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        final String cheese = till.of("Mountain cheese", "Сир гірський");

        till.counter().scale().put(0);
        till.enter(CHEESE);
        till.counter().scale().move(300);
        till.counter().scale().put(365);
        till.sees("On the scale: 0.365 kg", "На вагах: 0,365 кг");
        till.press("ENTER");
        till.line(cheese, till.amount(509));
        till.total(509);
        assertThat(till.counter().weighed())
                .as("what the customer read on the scale")
                .isEqualTo(new StoryCounter.Weighed(365, 1_394, 509));

        till.press("ctrl shift E");
        till.enter(CHEESE);
        till.tap("For a weighed pack", "На зважений пакунок");
        till.enter(till.of("0.485", "0,485"));
        till.enter("1");
        till.isTold("Labels are on their way: Mountain cheese", "Етикетки друкуються: Mountain cheese");
        String read = till.counter().labels().read("label-cheese-" + tongue);
        assertThat(read).isEqualTo("DataBar-Exp:01" + CHEESE + "3103000485");
        till.scan(AIM_OF_DATABAR + read.substring(read.indexOf(':') + 1));
        till.line(cheese, till.of("0.485", "0,485"), till.amount(676));
        till.total(1_185);

        till.press("F12");
        till.due(1_185);
        till.press("F2");
        till.isTold(till.amount(1_185) + " is paid.", till.amount(1_185) + " сплачено.");
        till.paper()
                .line("0.365 kg")
                .line(Tongue.printed(509))
                .line("0.485 kg")
                .line(Tongue.printed(676))
                .line(Tongue.printed(1_185));

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(1_185);
        assertThat(shop.books(
                        "select sum(quantity_milli) from line_item join retail_transaction using (transaction_id)"
                                + " where till_session_id = ?",
                        session))
                .isEqualTo(850);
        shop.booksBalance();
    }
}
