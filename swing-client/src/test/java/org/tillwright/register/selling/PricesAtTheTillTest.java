package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.component.TabBar;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.testing.TestCafe;
import org.tillwright.register.text.Notice;
import org.tillwright.register.tile.Tile;

/** Prices asked for, goods for an amount, the scale, who sold, and what the tiles show. */
class PricesAtTheTillTest extends CafeTill {

    // ---- prices

    @Test
    void aPriceIsLookedUpWithoutASaleAndWrittenDown() throws Exception {
        model.function(FunctionId.PRICE_CHECK.name(), "");
        model.typing("chee");
        assertThat(choices().rows()).extracting(Choices.Row::figure).containsExactly("10.00/kg");
        model.scanned("2100");
        assertThat(choices().title()).as("the list's price, not the base price").isEqualTo("Cheese: 10.00/kg");
        model.scanned("4012345678901");
        assertThat(state.notice().text()).contains("4012345678901");
        model.cancelled();
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(register.events()).containsExactly("PRICE_CHECKED");
    }

    @Test
    void goodsForAnAmountCostExactlyThatAndTheWeightFollows() {
        model.function(FunctionId.PRICE_BY_AMOUNT.name(), "3");
        assertThat(choices().title()).isEqualTo("Goods for 3.00");
        model.typing("m");
        assertThat(choices().rows()).as("milk is not weighed").isEmpty();
        model.typing("cheese");
        pick("Cheese");
        assertThat(state.cart().total()).isEqualTo("3.00");
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.3 kg");
        model.function(FunctionId.PRICE_BY_AMOUNT.name(), "abc");
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        assertThat(state.cart().total()).isEqualTo("3.00");
    }

    @Test
    void tilesAndTheWeighingPromptShowThePriceOfNow() {
        model.typing("cheese");
        assertThat(state.tiles()).extracting(Tile::price).containsExactly("10.00/kg");
        model.scanned("2100");
        assertThat(state.prompt().detail()).startsWith("10.00/kg");
    }

    // ---- weighing

    @Test
    void thePromptShowsWhatLiesOnTheScaleAndEnterTakesIt() {
        model.scanned("2100");
        scale.tell(new ScaleReading(new Quantity(0), State.STILL));
        assertThat(state.prompt().detail()).contains("Put the goods on the scale");
        scale.tell(new ScaleReading(new Quantity(310), State.MOVING));
        model.entered("");
        assertThat(register.sale.isEmpty()).as("not still yet").isTrue();
        scale.tell(new ScaleReading(new Quantity(485), State.STILL));
        assertThat(state.prompt().detail()).contains("0.485 kg");
        model.entered("");
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.485 kg");
        assertThat(state.cart().total()).isEqualTo("4.85");
        scale.tell(new ScaleReading(new Quantity(900), State.STILL));
        assertThat(state.cart().total())
                .as("nobody looks at the scale any more")
                .isEqualTo("4.85");
        assertThat(scale.isAsked()).isFalse();
    }

    @Test
    void aWeightThatIsKeyedBesideAScaleIsWrittenDownAsKeyed() throws Exception {
        model.scanned("2100");
        scale.fail(Notice.of("device.scale.unplugged"));
        assertThat(state.prompt().detail()).contains("The scale was lost");
        model.entered("");
        assertThat(register.sale.isEmpty()).isTrue();
        model.entered("0.5");
        assertThat(state.cart().total()).isEqualTo("5.00");
        assertThat(register.events()).containsExactly("WEIGHT_KEYED");
    }

    @Test
    void aLineIsWeighedAgainByItsKey() {
        model.scanned("2100");
        model.entered("0.5");
        scale.drop();
        model.function(FunctionId.WEIGH.name(), "");
        scale.tell(new ScaleReading(new Quantity(620), State.STILL));
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.62 kg");
    }

    // ---- who sold, and tiles

    @Test
    void whoSoldIsSaidByNumberOrChosenAndIsInTheRecord() {
        latte();
        model.function(FunctionId.SALESPERSON.name(), "99");
        assertThat(state.notice().text()).contains("99");
        model.function(FunctionId.SALESPERSON.name(), "3");
        assertThat(state.notice().text()).isEqualTo("Sold by Oleh.");
        model.function(FunctionId.SALESPERSON.name(), "");
        model.typing("ni");
        pick("Nina");
        assertThat(payAndBeginAnew().particulars().salespersonId()).isEqualTo("op-4");
        assertThat(register.sale.particulars().salespersonId()).isNull();
    }

    @Test
    void aShopThatWantsToKnowIsAskedBeforePaying() {
        register.catalogues.put(TestCafe.catalogue(null, true));
        latte();
        int[] paid = {0};
        salesperson.before(() -> paid[0]++);
        assertThat(paid[0]).as("asked first").isZero();
        assertThat(choices().marked()).as("mostly it is whoever is signed on").isEqualTo("op-1");
        pick("Maja");
        assertThat(paid[0]).isEqualTo(1);
        salesperson.before(() -> paid[0]++);
        assertThat(paid[0]).as("and only once").isEqualTo(2);
    }

    @Test
    void favouritesComeFirstAndWhatWasJustSoldLast() {
        assertThat(state.departments()).extracting(TabBar.Tab::name).containsExactly("Favourites", "Food");
        assertThat(state.tiles()).extracting(Tile::name).containsExactly("Latte", "Milk 1 l");
        model.scanned("NUTS");
        model.answered("sell");
        payAndBeginAnew();
        model.finished(register.sale.last().orElseThrow());
        assertThat(state.departments()).extracting(TabBar.Tab::name).containsExactly("Favourites", "Food", "Just sold");
        model.departmentChosen(TileSearch.SOLD);
        assertThat(state.tiles()).extracting(Tile::name).containsExactly("Nuts");
    }

    @Test
    void aWeightThatComesWhenTheSaleIsAnotherChangesNothing() {
        model.scanned("2100");
        model.entered("0.5");
        scale.drop();
        model.function(FunctionId.WEIGH.name(), "");
        payAndBeginAnew();
        model.scanned("2100");
        model.entered("0.3");
        scale.tell(new ScaleReading(new Quantity(620), State.STILL));
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.3 kg");
    }
}
