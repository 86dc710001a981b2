package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.core.money.Quantity;

/** The engine gives what a person worked out, and gives it back again. */
class GoldenCartsTest {

    static List<GoldenCarts.Golden> carts() throws IOException {
        return GoldenCarts.all();
    }

    @ParameterizedTest
    @MethodSource("carts")
    void aCartComesToWhatAPersonWorkedOut(GoldenCarts.Golden golden) throws Exception {
        PricedCart priced = PricingEngine.price(golden.cart(), golden.book());

        assertThat(List.of(
                        priced.net().minor(),
                        priced.tax().minor(),
                        priced.total().minor()))
                .containsExactly(golden.net(), golden.tax(), golden.total());
    }

    @ParameterizedTest
    @MethodSource("carts")
    void itsFirstLineComesBackPieceByPiece(GoldenCarts.Golden golden) throws Exception {
        PricedCart.Line line =
                PricingEngine.price(golden.cart(), golden.book()).lines().get(0);
        long pieces = golden.back().size();
        long milli = line.quantity().milli() / pieces;
        List<Long> back = new ArrayList<>();
        for (long returned = 0; returned < pieces; returned++) {
            SoldLine sold =
                    new SoldLine(line.quantity(), line.unitPrice(), line.amounts(), new Quantity(returned * milli));
            back.add(sold.worthOf(new Quantity(milli)).gross().minor());
        }

        assertThat(back).isEqualTo(golden.back());
    }
}
