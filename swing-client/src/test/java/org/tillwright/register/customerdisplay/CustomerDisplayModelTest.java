package org.tillwright.register.customerdisplay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.text.Texts;

class CustomerDisplayModelTest {

    private static final CartState MILK = new CartState(
            List.of(new CartRow(1, "1", "Milk 1 l", "", "1.29", List.of(), false)), 1, "Total", "1.29", "", "", false);
    private static final CartState CHANGE = new CartState(List.of(), 0, "Change", "3.71", "", "done", true);

    private CustomerDisplayState state = CustomerDisplayState.EMPTY;
    private final CustomerDisplayModel model = new CustomerDisplayModel(Texts.of("en"), next -> state = next);
    private final List<String> taken = new ArrayList<>();
    private int over;

    @Test
    void theCustomerIsGreetedThenSeesTheSaleAndAtLastTheChange() {
        model.shop("Corner Shop");
        assertThat(state.greeting()).isEqualTo("Welcome");
        assertThat(state.total()).isEmpty();
        model.cart(MILK);
        assertThat(state.rows()).extracting(CartRow::description).containsExactly("Milk 1 l");
        assertThat(state.total()).isEqualTo("1.29");
        model.cart(CHANGE);
        assertThat(state.greeting()).isEqualTo("Thank you!");
        assertThat(state.total()).isEqualTo("3.71");
        model.cart(CartState.EMPTY);
        assertThat(state.greeting()).isEqualTo("Welcome");
    }

    @Test
    void anAddressThatIsNoneStaysToBeMended() {
        ask();
        "anna@".chars().forEach(sign -> model.typed(Character.toString(sign)));
        model.entered();
        assertThat(request().typed()).isEqualTo("anna@");
        assertThat(request().fault()).isEqualTo("There is something missing.");
        model.typed("example.org");
        assertThat(request().fault()).isEmpty();
        model.entered();
        assertThat(taken).containsExactly("anna@", "anna@example.org");
        assertThat(state.request()).isNull();
        assertThat(over).isEqualTo(1);
    }

    @Test
    void backspaceTakesOneSignAndAnEndlessAddressEnds() {
        ask();
        model.typed("ab");
        model.backspace();
        assertThat(request().typed()).isEqualTo("a");
        for (int i = 0; i < 1_000; i++) {
            model.typed("x");
        }
        assertThat(request().typed()).hasSize(254);
    }

    @Test
    void whatWasAskedGoesWithTheNextSaleAndIsTold() {
        model.cart(CHANGE);
        ask();
        model.cart(MILK);
        assertThat(state.request()).isNull();
        assertThat(over).isEqualTo(1);
    }

    @Test
    void aCustomerMayWantNothing() {
        ask();
        model.declined();
        assertThat(state.request()).isNull();
        assertThat(taken).isEmpty();
        assertThat(over).isEqualTo(1);
    }

    private CustomerDisplayState.Request request() {
        return requireNonNull(state.request());
    }

    private void ask() {
        model.ask(new CustomerDisplayModel.Asked(
                "Your e-mail address",
                "",
                typed -> {
                    taken.add(typed);
                    return typed.endsWith("@") ? "There is something missing." : "";
                },
                () -> over++));
    }
}
