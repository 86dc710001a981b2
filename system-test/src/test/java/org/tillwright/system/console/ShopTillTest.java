package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** The till of the tests prices as a register does, so that no test finds a dispute that it made itself. */
@ConsoleTest
class ShopTillTest {

    private static final String COLA = "2416000000618";
    private static final String CHOCOLATE = "2417000000110";

    @Test
    void goodsWithADepositAndAPromotionAreNotDisputed(SharedShop shop) throws Exception {
        SaleMessage sale = shop.till().ringUp(Map.of(COLA, 2_000L, CHOCOLATE, 3_000L));
        assertThat(sale.lines()).hasSize(3);
        assertThat(sale.lines()).anySatisfy(line -> assertThat(line.follows()).isNotNull());
        assertThat(sale.lines())
                .flatExtracting(SaleMessage.Line::takenOff)
                .extracting(SaleMessage.Discount::discountId)
                .containsExactly("CHOCOLATE-3");
        Answer answer = shop.till().tell(RecordKind.SALE, sale);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(WireJson.read(answer.body(), Acceptance.class).disputed()).isFalse();
    }
}
