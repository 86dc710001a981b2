package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.pricing.GoldenTotals.line;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Quantity;

class CartTest {

    @Test
    void linesStayInTheOrderTheyWereRung() {
        Cart cart = Cart.EMPTY.with(line(1, "milk", 1000)).with(line(2, "bun", 1000));

        assertThat(cart.lines()).extracting(Cart.Line::itemId).containsExactly("milk", "bun");
        assertThat(cart.isEmpty()).isFalse();
    }

    @Test
    void aLineOfTheSameNumberIsReplacedWhereItStands() {
        Cart cart = Cart.EMPTY.with(line(1, "milk", 1000)).with(line(2, "bun", 1000));

        Cart changed = cart.with(line(1, "milk", 1000).withQuantity(Quantity.of(3)));

        assertThat(changed.lines()).containsExactly(line(1, "milk", 3000), line(2, "bun", 1000));
        assertThat(cart.find(1)).contains(line(1, "milk", 1000));
    }

    @Test
    void aVoidedLineLeavesAGapAndOthersKeepTheirNumbers() {
        Cart cart = Cart.EMPTY
                .with(line(1, "milk", 1000))
                .with(line(2, "bun", 1000))
                .without(1);

        assertThat(cart.lines()).extracting(Cart.Line::number).containsExactly(2);
        assertThat(cart.find(1)).isEmpty();
        assertThat(cart.without(2).isEmpty()).isTrue();
    }

    @Test
    void aCartDoesNotChangeWithTheListItWasMadeOf() {
        List<Cart.Line> lines = new ArrayList<>(List.of(line(1, "milk", 1000)));
        Cart cart = new Cart(lines);

        lines.clear();

        assertThat(cart.lines()).hasSize(1);
    }

    @Test
    void aLineMovesGoodsOneWayAndNeverNone() {
        assertThatThrownBy(() -> new Cart.Line(1, "milk", Cart.Kind.SALE, new Quantity(0), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cart.Line(1, "milk", Cart.Kind.SALE, new Quantity(-1000), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cart.Line(1, "milk", Cart.Kind.RETURN, Quantity.ONE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoLinesOfOneNumberDoNotLoseTheTaxOfOne() {
        assertThatThrownBy(() -> new Cart(List.of(line(1, "milk", 1000), line(1, "bun", 1000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1 is there twice");
    }
}
