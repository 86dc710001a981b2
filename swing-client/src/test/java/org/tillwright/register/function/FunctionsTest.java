package org.tillwright.register.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.shop.KitchenRules;
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

    @Test
    void noTwoFunctionsHaveTheSameKeyOfTheKeyboard() {
        assertThat(Stream.of(FunctionId.values())
                        .map(id -> id.key(Texts.of("en")).keyStroke()))
                .doesNotHaveDuplicates();
    }

    /** A food shop with a counter for coffee: a ticket that waits must be found, whatever kind of shop it is. */
    @Test
    void whereThingsAreMadeToOrderTheKitchensFunctionsAreThere() {
        FunctionId[] kitchens = {FunctionId.KITCHEN_SEND, FunctionId.KITCHEN_TICKETS, FunctionId.ORDER_READY};
        KitchenRules bar =
                new KitchenRules(List.of(new KitchenRules.Station("bar", Map.of("en", "Bar"), List.of("cafe"))), null);
        for (String profile : List.of("FOOD", "FASHION")) {
            assertThat(everything().all(shop(profile, null))).doesNotContain(kitchens);
            assertThat(everything().all(shop(profile, bar))).contains(kitchens).doesNotContain(FunctionId.BILL_SPLIT);
        }
        assertThat(everything().all(shop("CAFE", null))).contains(kitchens);
    }

    private static Shop shop(String profile, KitchenRules kitchen) {
        return Shop.of(new ShopRules(profile, null, null, null, null, null, null, null, null, null, null, kitchen));
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
