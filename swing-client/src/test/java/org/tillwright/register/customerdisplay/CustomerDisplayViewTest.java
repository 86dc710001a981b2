package org.tillwright.register.customerdisplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.text.Texts;

class CustomerDisplayViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void everyKeyOfTheCustomersKeyboardIsLargeEnoughAndInside(String language) throws Exception {
        List<String> faults = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> {
            Look.LIGHT.apply();
            CustomerDisplayView[] view = new CustomerDisplayView[1];
            CustomerDisplayModel model = new CustomerDisplayModel(Texts.of(language), state -> {
                if (view[0] != null) {
                    view[0].render(state);
                }
            });
            view[0] = new CustomerDisplayView(Texts.of(language), model);
            model.cart(new CartState(List.of(), 0, "Total", "12.26", "Saved 1.00", "", false));
            model.ask(new CustomerDisplayModel.Asked("E-mail", "Where to?", typed -> "", () -> {}));
            view[0].setSize(1024, 600);
            layOut(view[0]);
            layOut(view[0]);
            look(view[0], view[0], faults);
        });
        assertThat(faults).isEmpty();
    }

    private static void look(Container parent, Component whole, List<String> faults) {
        for (Component child : parent.getComponents()) {
            if (child instanceof TouchButton key
                    && SwingUtilities.isDescendingFrom(key, whole)
                    && isShown(key, whole)) {
                var place = SwingUtilities.convertRectangle(key.getParent(), key.getBounds(), whole);
                boolean isInside = isInsideEveryParent(key, whole)
                        && place.x >= 0
                        && place.y >= 0
                        && place.x + place.width <= whole.getWidth()
                        && place.y + place.height <= whole.getHeight();
                if (!isInside || place.width < Look.TARGET_MIN || place.height < Look.TARGET_MIN) {
                    faults.add(key.getText() + " at " + place);
                }
            }
            if (child instanceof Container inner) {
                look(inner, whole, faults);
            }
        }
    }

    private static boolean isInsideEveryParent(Component part, Component whole) {
        for (Container parent = part.getParent(); parent != null && parent != whole; parent = parent.getParent()) {
            var place = SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), parent);
            if (!new Rectangle(parent.getSize()).contains(place)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShown(Component part, Component whole) {
        for (Component each = part; each != whole; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
