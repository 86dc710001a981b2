package org.tillwright.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.register.cases.PriceFile;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;
import org.tillwright.system.thrown.RandomCarts;

/** A counter-example that a person cannot replay is half a proof. */
class WrittenCartsTest {

    private static final long SEED = 20_260_313;
    private static final int CARTS = 150;

    @Test
    void whatIsPrintedIsPricedAlikeByTheCommandAndAllOfItComesBack() throws Exception {
        int receipts = 0;
        for (int i = 0; i < CARTS; i++) {
            PricingCase one = RandomCarts.thrown(Dice.of(SEED, i));
            PricedCart priced = PricingEngine.price(one.cart(), one.book());
            byte[] text = CounterExample.text(one).getBytes(StandardCharsets.UTF_8);

            List<JsonObject> answers = PriceFile.price(text);

            assertThat(answers).noneMatch(answer -> answer.containsKey("error"));
            assertThat(new BigDecimal(answers.get(0).getString("total")))
                    .as("cart " + i + ": " + one)
                    .isEqualByComparingTo(priced.total().decimal());
            assertThat(answers.get(0).getJsonArray("lines"))
                    .extracting(line -> new BigDecimal(line.asJsonObject().getString("tax")))
                    .containsExactlyElementsOf(priced.lines().stream()
                            .map(line -> line.tax().decimal())
                            .toList());
            receipts += answers.size() - 1;
            assertThat(Json.createReader(new ByteArrayInputStream(text))
                            .readObject()
                            .getJsonArray("carts"))
                    .hasSameSizeAs(answers);
        }
        assertThat(receipts).isGreaterThan(CARTS);
    }
}
