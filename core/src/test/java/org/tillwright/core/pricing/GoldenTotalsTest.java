package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.core.pricing.GoldenTotals.Row;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;

class GoldenTotalsTest {

    static List<Row> rows() {
        return GoldenTotals.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aCartComesToWhatAPersonWorkedOut(Row row) throws UnpricedItemException {
        PricedCart priced = PricingEngine.price(row.cart(), row.book());

        assertThat(List.of(
                        priced.net().minor(),
                        priced.tax().minor(),
                        priced.total().minor()))
                .as(row.why())
                .containsExactly(row.netMinor(), row.taxMinor(), row.totalMinor());
    }

    @Test
    void theFileItselfAddsUp() {
        assertThat(rows()).hasSizeGreaterThan(40).allSatisfy(row -> assertThat(row.netMinor() + row.taxMinor())
                .isEqualTo(row.totalMinor()));
    }
}
