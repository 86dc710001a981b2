package org.tillwright.register.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.wire.shop.ShopRules;

/** Which functions a shop gets of those that a register has. */
class FunctionsTest {

    @Test
    void aShopThatForgotTheEndOfTheDayCanCloseItsTillAllTheSame() {
        assertThat(everything().all(shop(List.of("DISCOUNT", "UNDO"))))
                .containsExactly(FunctionId.DISCOUNT, FunctionId.UNDO, FunctionId.CLOSE_TILL, FunctionId.SIGN_OFF);
    }

    @Test
    void whereTheShopNamesTheEndOfTheDayItStandsWhereTheShopPutIt() {
        assertThat(everything().all(shop(List.of("CLOSE_TILL", "DISCOUNT"))))
                .containsExactly(FunctionId.CLOSE_TILL, FunctionId.DISCOUNT, FunctionId.SIGN_OFF);
    }

    private static Functions everything() {
        Functions functions = new Functions();
        for (FunctionId id : FunctionId.values()) {
            functions.put(id, keyed -> {});
        }
        return functions;
    }

    private static Shop shop(List<String> functions) {
        return Shop.of(new ShopRules("CAFE", functions, null, null, null, null, null, null, null, null));
    }
}
