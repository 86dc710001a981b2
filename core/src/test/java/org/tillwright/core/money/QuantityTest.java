package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void quantitiesAddExactly() {
        assertThat(Quantity.ONE.plus(new Quantity(345)).decimal()).isEqualTo("1.345");
        assertThat(Quantity.of(3)).isEqualTo(new Quantity(3000));
        assertThat(Quantity.of(3).negated()).isEqualTo(new Quantity(-3000));
    }

    @Test
    void aQuantityKnowsItsSign() {
        assertThat(new Quantity(-1).isNegative()).isTrue();
        assertThat(new Quantity(1).isNegative()).isFalse();
        assertThat(new Quantity(0).isZero()).isTrue();
        assertThat(Quantity.ONE.isZero()).isFalse();
    }

    @Test
    void overflowIsAnErrorNotAWrongQuantity() {
        Quantity most = new Quantity(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Quantity.ONE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Quantity.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Quantity(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void onlyPiecesAreAlwaysWhole() {
        assertThat(Unit.PIECE.isDivisible()).isFalse();
        assertThat(Unit.KILOGRAM.isDivisible()).isTrue();
        assertThat(Unit.find("METRE")).isEqualTo(Unit.METRE);
        assertThat(Unit.find("metre")).isNull();
        assertThat(Unit.find("GALLON")).isNull();
    }
}
