package org.tillwright.core.tax;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.Tax.Kind;

class TaxTest {

    private static Tax tax(String id, Kind kind, long value, boolean inPrice) {
        return new Tax(id, kind, value, inPrice, false, true, id);
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT, -1, false, tax T is not between 0 and 1000 %: -0.0001 %",
        "PERCENT, 10000001, true, tax T is not between 0 and 1000 %: 1000.0001 %",
        "DIVISION, 1000000, false, tax T on top cannot be 100 % of the price it makes",
        "DIVISION, 1000001, true, tax T cannot be 100.0001 % of the price",
    })
    void aRateThatCannotBeIsRefusedByName(Kind kind, long value, boolean inPrice, String sentence) {
        assertThatThrownBy(() -> tax("T", kind, value, inPrice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"PERCENT, 10000000, false", "PERCENT, 0, true", "DIVISION, 1000000, true", "DIVISION, 999999, false"})
    void theLimitsThemselvesAreLawful(Kind kind, long value, boolean inPrice) {
        assertThatCode(() -> tax("T", kind, value, inPrice)).doesNotThrowAnyException();
    }

    @Test
    void oneTaxIsNotTwiceOnALine() {
        Tax tax = Tax.percent("V", Rate.percent("19"), true);

        assertThatThrownBy(() -> Tax.requireTogether(List.of(tax, tax))).hasMessage("tax V is there twice");
    }

    @Test
    void divisionsTogetherLeaveSomethingOfThePrice() {
        List<Tax> inPrice = List.of(tax("A", Kind.DIVISION, 600_000, true), tax("B", Kind.DIVISION, 600_000, true));
        List<Tax> onTop = List.of(tax("A", Kind.DIVISION, 500_000, false), tax("B", Kind.DIVISION, 500_000, false));

        assertThatThrownBy(() -> Tax.requireTogether(inPrice))
                .hasMessage("tax A and its neighbours cannot be 120 % of the price");
        assertThatThrownBy(() -> Tax.requireTogether(onTop))
                .hasMessage("tax A and its neighbours on top cannot be 100 % of the price it makes");
    }
}
