package org.tillwright.register;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.customerdisplay.CustomerDisplayModel;
import org.tillwright.register.customerdisplay.CustomerDisplayState;
import org.tillwright.register.customerdisplay.CustomerDisplayView;
import org.tillwright.register.selling.CustomerEntry;
import org.tillwright.register.settings.RegisterSettings.CustomerDisplay;
import org.tillwright.register.shell.CustomerFrame;
import org.tillwright.register.tendering.TenderingState;
import org.tillwright.register.text.Texts;

/** The customer's side of the desk: the second window, if the settings want one. Event thread only. */
final class CustomerDesk {

    private final @Nullable CustomerFrame frame;
    private final boolean isOpen;
    private final CustomerDisplayModel model;
    private CustomerDisplayView view;

    CustomerDesk(@Nullable CustomerDisplay where, Texts texts) {
        model = new CustomerDisplayModel(texts, state -> view().render(state));
        view = new CustomerDisplayView(texts, model);
        frame = where == null ? null : new CustomerFrame();
        isOpen = frame != null && where != null && frame.open(where);
        speak(texts);
    }

    private CustomerDisplayView view() {
        return view;
    }

    /** The keyboard on the customer's screen; asking does nothing where there is none. */
    CustomerEntry entry() {
        return new CustomerEntry() {
            @Override
            public void ask(String title, String detail, UnaryOperator<String> taken) {
                if (isOpen) {
                    model.ask(new CustomerDisplayModel.Asked(title, detail, taken, () -> {}));
                }
            }

            @Override
            public void withdraw() {
                model.withdraw();
            }
        };
    }

    CustomerDisplayModel model() {
        return model;
    }

    /** What the customer sees while paying: the same lines as the operator, and a code where one is scanned. */
    void pays(TenderingState state, Texts texts) {
        TenderingState.Terminal waiting = state.terminal();
        boolean hasCode = waiting != null && !waiting.code().isEmpty();
        model.cart(state.cart());
        model.code(
                waiting != null && hasCode
                        ? new CustomerDisplayState.Code(waiting.code(), texts.text("customer-display.scan"))
                        : null);
    }

    /** True when the settings want a screen that this machine does not have. */
    boolean isMissing() {
        return frame != null && !isOpen;
    }

    /** The window, for pictures. */
    Optional<CustomerFrame> frame() {
        return isOpen ? Optional.ofNullable(frame) : Optional.empty();
    }

    void speak(Texts texts) {
        view = new CustomerDisplayView(texts, model);
        if (frame != null) {
            frame.show(view);
        }
        model.speak(texts);
    }

    void close() {
        if (frame != null) {
            frame.close();
        }
    }
}
