package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.orders.KitchenFunctions;

/** The keys with which a cashier sends orders, looks after stuck tickets, and says what is ready. */
class KitchenFunctionsTest {

    @TempDir
    Path directory;

    private final HeardTalk talk = new HeardTalk();
    private final Functions functions = new Functions();
    private final List<List<String>> shown = new ArrayList<>();
    private RestaurantTill till;
    private KitchenFunctions kitchen;

    @BeforeEach
    void open() throws Exception {
        till = new RestaurantTill(directory, "till-01");
        kitchen = new KitchenFunctions(till.sale, talk, till.kitchen, shown::add);
        kitchen.register(functions);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void anOrderIsSentBeforeItIsPaidAndOnlyOnce() throws Exception {
        functions.run(FunctionId.KITCHEN_SEND, "");
        assertThat(talk.last()).isEqualTo("Nothing here is made in the kitchen.");
        till.order("SOUP");
        functions.run(FunctionId.KITCHEN_SEND, "Table 4");
        assertThat(talk.last()).isEqualTo("Order A1 is on its way to the kitchen.");
        functions.run(FunctionId.KITCHEN_SEND, "");
        assertThat(talk.last()).isEqualTo("The kitchen knows all of order A1 already.");
        till.print();
        assertThat(till.stove.papers).singleElement().satisfies(paper -> assertThat(paper)
                .contains("Table 4"));
    }

    @Test
    void aStuckTicketIsPrintedAtAnotherStation() throws Exception {
        functions.run(FunctionId.KITCHEN_TICKETS, "");
        assertThat(talk.choices.rows()).isEmpty();
        assertThat(talk.choices.nothing()).isEqualTo("Every ticket is printed.");
        till.stove.before = Trouble.PAPER_OUT;
        till.order("SOUP", "BURGER");
        till.pay();
        till.print();
        functions.run(FunctionId.KITCHEN_TICKETS, "");
        assertThat(talk.choices.rows())
                .extracting(Choices.Row::title, Choices.Row::detail, Choices.Row::figure)
                .containsExactly(tuple("A1 · Stove", "Soup, Burger", "12:00"));
        talk.choosing.chosen(talk.choices.rows().get(0).id());
        assertThat(talk.question.answers()).extracting(Question.Answer::label).containsExactly("Leave it", "Bar");
        talk.answered.accept("stays");
        till.print();
        assertThat(till.bar.papers).isEmpty();
        talk.answered.accept(talk.question.answers().get(1).id());
        assertThat(talk.last()).isEqualTo("The ticket of order A1 is printed at: Bar.");
        till.print();
        assertThat(till.bar.last()).contains("printed at: Bar", "1 x Soup", "1 x Burger");
    }

    @Test
    void customersSeeWhatIsReadyUntilItIsFetched() {
        functions.ofCode("TWKA17").orElseThrow().accept("TWKA17");
        assertThat(talk.last()).startsWith("Order A17 is ready.");
        functions.run(FunctionId.ORDER_READY, "");
        talk.entered.accept("b3");
        assertThat(shown).containsExactly(List.of("A17"), List.of("B3", "A17"));
        functions.run(FunctionId.ORDER_READY, "A17");
        assertThat(talk.last()).isEqualTo("Order A17 was fetched.");
        assertThat(shown.get(2)).containsExactly("B3");
        functions.run(FunctionId.ORDER_READY, "soup");
        assertThat(talk.last()).startsWith("soup is no order number.");
        for (int i = 20; i < 30; i++) {
            functions.run(FunctionId.ORDER_READY, "C" + i);
        }
        assertThat(shown.get(shown.size() - 1)).containsExactly("C29", "C28", "C27", "C26", "C25", "C24");
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyTroubleIsOneSentenceThatNamesTheStation(Trouble trouble) {
        assertThat(kitchen.trouble("kitchen", trouble, 1)).contains("Stove").endsWith("1 ticket waits.");
        assertThat(kitchen.missing("cellar", 2)).contains("Cellar").endsWith("2 tickets wait.");
    }

    @Test
    void aRegisterWithoutStationsHasNoKeysForThemAndSaysWhatItCannotTell() throws Exception {
        Functions none = new Functions();
        try (RestaurantTill plain = new RestaurantTill(directory.resolve("plain"), "till-02", Map.of())) {
            new KitchenFunctions(plain.sale, talk, plain.kitchen, shown::add).register(none);
            assertThat(none.all(plain.sale.catalogue().shop()))
                    .contains(FunctionId.ORDER_READY)
                    .doesNotContain(FunctionId.KITCHEN_SEND, FunctionId.KITCHEN_TICKETS);
            List<String> told = new ArrayList<>();
            plain.sale.kitchen().onTrouble(notice -> told.add(notice.key()));
            plain.order("SOUP");
            plain.pay();
            assertThat(told).as("nothing was ever told of it").isEmpty();
            assertThat(plain.kitchen.waiting()).isEmpty();
            assertThat(plain.sale.last().orElseThrow().sale().details().pickup())
                    .isNull();
        }
    }
}
