package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.text.Texts;

/** What a price-computing scale shows, and what may be sold by it; packing that is not sold. Cheese costs 10.00 a kilogram. */
class WeighingAtTheTillTest extends CafeTill {

    private static ScaleReading shows(long grams, long perKgMinor, long amountMinor) {
        return new ScaleReading(new Quantity(grams), State.STILL, new ScaleReading.Price(perKgMinor, amountMinor));
    }

    private String detail() {
        assertThat(state.prompt()).isNotNull();
        return state.prompt().detail();
    }

    @Test
    void theScaleIsToldWhatTheGoodsCostAndWhatItShowsIsSold() {
        model.scanned("2100");
        assertThat(scale.order().pricePerKgMinor()).isEqualTo(1_000);
        assertThat(scale.order().text()).isEqualTo("Cheese");
        assertThat(scale.order().tareGrams()).isZero();
        scale.tell(shows(485, 1_000, 485));
        model.entered("");
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.485 kg");
        assertThat(state.cart().total()).isEqualTo("4.85");
    }

    @Test
    void anotherAmountOrPriceOnTheScaleIsToldAndNotSold() {
        model.scanned("2100");
        scale.tell(shows(485, 1_000, 486));
        assertThat(detail()).contains("The scale shows 4.86, the register 4.85");
        model.entered("");
        assertThat(register.sale.isEmpty())
                .as("the customer reads another amount")
                .isTrue();
        scale.tell(shows(485, 900, 485));
        model.entered("");
        assertThat(register.sale.isEmpty())
                .as("the customer reads another price")
                .isTrue();
        scale.tell(shows(485, 1_000, 485));
        model.entered("");
        assertThat(state.cart().total()).isEqualTo("4.85");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STILL")
    void noStateButRestSellsAndEachHasItsSentence(State trouble) {
        model.scanned("2100");
        scale.tell(new ScaleReading(new Quantity(485), trouble, new ScaleReading.Price(1_000, 485)));
        assertThat(detail()).doesNotContain("weigh.").doesNotContain("Enter takes it");
        model.entered("");
        assertThat(register.sale.isEmpty()).as(trouble.name()).isTrue();
        for (String language : Texts.LANGUAGES) {
            assertThat(Texts.of(language).text("weigh." + keyOf(trouble), "1"))
                    .as(language)
                    .isNotBlank();
        }
    }

    private static String keyOf(State state) {
        return state == State.BELOW_MINIMUM
                ? "too-light"
                : state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void everyWeighingHasANumberOfItsOwnAlsoOfTheSameGoods() {
        model.scanned("2100");
        long first = scale.order().number();
        scale.tell(shows(485, 1_000, 485));
        long again = scale.order().number();
        model.entered("");
        scale.drop();
        model.scanned("2100");
        assertThat(again).as("looked at twice, weighed once").isEqualTo(first);
        assertThat(scale.order().number()).isNotEqualTo(first).isNotEqualTo(WeighingOrder.LOOK);
        scale.tell(ScaleReading.none(State.NOT_MOVED));
        assertThat(detail()).contains("still lies on the scale");
    }

    @Test
    void aKeyedTareCountsForTheNextGoodsAndForThoseOnly() {
        model.function(FunctionId.TARE.name(), "12");
        assertThat(state.notice().text()).isEqualTo("Tare 12 g for the next goods that are weighed.");
        model.scanned("2100");
        assertThat(scale.order().tareGrams()).isEqualTo(12);
        scale.tell(shows(473, 1_000, 473));
        assertThat(detail()).contains("0.473 kg").contains("Tare: 0.012 kg");
        model.entered("");
        assertThat(state.cart().total()).isEqualTo("4.73");
        scale.drop();
        model.scanned("2100");
        assertThat(scale.order().tareGrams()).as("the next goods").isZero();
    }

    @Test
    void aTareThatTheShopKnowsIsTakenOffUnlessAnotherWasKeyed() {
        model.scanned("2200");
        assertThat(scale.order().tareGrams()).isEqualTo(7);
        scale.tell(new ScaleReading(new Quantity(500), State.STILL));
        assertThat(detail()).contains("Tare: 0.007 kg");
        model.cancelled();
        scale.drop();
        model.function(FunctionId.TARE.name(), "0");
        model.scanned("2200");
        assertThat(scale.order().tareGrams())
                .as("the customer's own tub was weighed out")
                .isZero();
    }

    @Test
    void emptyPackingIsWeighedForATareAndZeroTakesItBack() {
        model.function(FunctionId.TARE.name(), "");
        scale.tell(new ScaleReading(new Quantity(20), State.MOVING));
        assertThat(state.notice().text()).contains("not still yet");
        model.function(FunctionId.TARE.name(), "");
        scale.tell(new ScaleReading(new Quantity(20), State.STILL));
        assertThat(state.notice().text()).contains("Tare 20 g");
        model.function(FunctionId.TARE.name(), "0");
        assertThat(state.notice().text()).isEqualTo("No tare.");
        model.scanned("2100");
        assertThat(scale.order().tareGrams()).isZero();
    }

    @Test
    void aTareThatIsNoWholeNumberOfGramsIsToldAndNotTaken() {
        for (String wrong : new String[] {"-5", "1.2", "12345", "abc"}) {
            model.function(FunctionId.TARE.name(), wrong);
            assertThat(state.notice().text()).startsWith(wrong + " is no tare");
        }
        model.scanned("2100");
        assertThat(scale.order().tareGrams()).isZero();
    }

    @Test
    void aLineThatIsWeighedAgainMustAgreeWithTheScaleToo() {
        model.scanned("2100");
        model.entered("0.5");
        scale.drop();
        model.function(FunctionId.WEIGH.name(), "");
        assertThat(scale.order().pricePerKgMinor()).isEqualTo(1_000);
        scale.tell(shows(620, 1_000, 621));
        assertThat(state.notice().text()).contains("The scale shows 6.21, the register 6.20");
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.5 kg");
        model.function(FunctionId.WEIGH.name(), "");
        scale.tell(shows(620, 1_000, 620));
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.62 kg");
    }
}
