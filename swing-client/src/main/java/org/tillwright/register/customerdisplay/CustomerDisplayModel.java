package org.tillwright.register.customerdisplay;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.customerdisplay.CustomerDisplayState.Code;
import org.tillwright.register.customerdisplay.CustomerDisplayState.Request;
import org.tillwright.register.text.Texts;

/** Shows the customer the sale as it is, and lets them key an address. Event thread only. */
public final class CustomerDisplayModel implements CustomerDisplayIntents {

    /** Signs of the longest address that is taken. */
    private static final int MAX_TYPED = 254;

    private final Consumer<CustomerDisplayState> view;
    private Texts texts;
    private String shop = "";
    private CartState cart = CartState.EMPTY;
    private @Nullable Code code;
    private @Nullable Asked asked;
    private String typed = "";
    private String fault = "";
    private List<String> ready = List.of();

    public CustomerDisplayModel(Texts texts, Consumer<CustomerDisplayState> view) {
        this.texts = texts;
        this.view = view;
    }

    /**
     * What a customer is asked for.
     *
     * @param title such as "Your e-mail address"
     * @param taken takes what was keyed; returns an empty text, or why it was not taken
     * @param over told when the customer has keyed it, or wants nothing
     */
    public record Asked(String title, String detail, Function<String, String> taken, Runnable over) {}

    public void speak(Texts next) {
        texts = next;
        show();
    }

    public void shop(String name) {
        shop = name;
        show();
    }

    /** The sale as the register shows it. What is asked of the customer goes with the next sale. */
    public void cart(CartState next) {
        boolean isNextSale = !next.rows().isEmpty() && cart.rows().isEmpty();
        if (isNextSale && asked != null) {
            end();
        }
        cart = next;
        show();
    }

    /** A code to be scanned by the customer's phone; null when that is over. */
    public void code(@Nullable Code next) {
        code = next;
        show();
    }

    /** Orders that are ready to be fetched, the newest first. */
    public void ready(List<String> orders) {
        ready = List.copyOf(orders);
        show();
    }

    /** Asks the customer to key something; only one thing is asked at a time, the newest. */
    public void ask(Asked what) {
        asked = what;
        typed = "";
        fault = "";
        show();
    }

    /** What is asked is not needed any more. */
    public void withdraw() {
        asked = null;
        show();
    }

    @Override
    public void typed(String sign) {
        if (asked != null && typed.length() + sign.length() <= MAX_TYPED) {
            typed = typed + sign;
            fault = "";
            show();
        }
    }

    @Override
    public void backspace() {
        if (!typed.isEmpty()) {
            typed = typed.substring(0, typed.offsetByCodePoints(typed.length(), -1));
            fault = "";
            show();
        }
    }

    @Override
    public void entered() {
        Asked open = asked;
        if (open != null) {
            fault = open.taken().apply(typed.strip());
            if (fault.isEmpty()) {
                end();
            }
            show();
        }
    }

    @Override
    public void declined() {
        if (asked != null) {
            end();
            show();
        }
    }

    private void end() {
        Asked over = asked;
        asked = null;
        typed = "";
        if (over != null) {
            over.over().run();
        }
    }

    private void show() {
        boolean isIdle = cart.rows().isEmpty() && !cart.isChange();
        Asked open = asked;
        view.accept(new CustomerDisplayState(
                shop,
                cart.isChange() ? texts.text("customer-display.thanks") : texts.text("customer-display.welcome"),
                cart.rows(),
                isIdle ? "" : cart.totalLabel(),
                isIdle ? "" : cart.total(),
                isIdle ? "" : cart.note(),
                code,
                ready.isEmpty() ? "" : texts.text("customer-display.ready", String.join("  ", ready)),
                open == null ? null : new Request(open.title(), open.detail(), typed, fault)));
    }

    /** The keys of the keyboard on the screen, row by row; every address can be keyed with them. */
    static List<List<String>> keyboard() {
        return List.of(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
                List.of("q", "w", "e", "r", "t", "y", "u", "i", "o", "p"),
                List.of("a", "s", "d", "f", "g", "h", "j", "k", "l", "@"),
                List.of("z", "x", "c", "v", "b", "n", "m", ".", "-", "_"));
    }
}
