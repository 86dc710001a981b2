package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.component.TabBar;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.testing.TestCafe;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.Tile;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;

/** What is asked of goods, how they are wanted, weighed and priced: by keys, without a window. */
class GoodsAtTheTillTest {

    @TempDir
    Path directory;

    private final Functions functions = new Functions();
    private final HandScale scale = new HandScale();
    private TestRegister register;
    private SellingModel model;
    private SalespersonFunction salesperson;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws Exception {
        register = TestRegister.open(directory);
        register.catalogues.put(TestCafe.catalogue());
        SignOn signOn = new SignOn(register.catalogues, register.journal, register.clock, Runnable::run, Runnable::run);
        model = new SellingModel(register.sale, signOn, Texts.of("en"), new NoWays(), functions, next -> state = next);
        model.weighOn(scale, functions);
        new LineFunctions(register.sale, model.conversation(), model::currentLine).into(functions);
        new PriceFunctions(register.sale, model).into(functions);
        salesperson = new SalespersonFunction(register.sale, model.conversation());
        salesperson.into(functions);
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    // ---- choices

    @Test
    void whatMustBeChosenIsAskedBeforeTheLineIsIn() {
        model.scanned("LATTE");
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(choices().title()).isEqualTo("Choices for Latte");
        assertThat(choices().detail()).isEqualTo("Milk: choose 1 more.");
        pick("Oat");
        pick("Shot");
        pick("Ready");
        assertThat(below(0)).containsExactly("+ Oat", "+ Shot");
        assertThat(state.cart().total()).isEqualTo("4.30");
        model.scanned("LATTE");
        assertThat(choices()).as("the next one may be wanted otherwise").isNotNull();
        model.cancelled();
        assertThat(state.cart().rows()).as("Escape sells nothing").hasSize(1);
    }

    @Test
    void aFullGroupTakesAnotherInItsPlaceAndNeverTooMany() {
        model.scanned("LATTE");
        pick("Oat");
        pick("Cow");
        pick("Shot");
        pick("Shot");
        pick("Syrup");
        assertThat(choices().rows()).extracting(Choices.Row::title).contains("✓ Cow", "✓ Shot", "✓ Syrup", "Oat");
        pick("Syrup");
        pick("Ready");
        assertThat(below(0)).containsExactly("+ Cow", "+ Shot");
    }

    @Test
    void choicesAreChangedLaterByTheirKey() {
        latte();
        model.function(FunctionId.MODIFIERS.name(), "");
        assertThat(choices().rows()).extracting(Choices.Row::title).contains("✓ Cow");
        pick("Oat");
        pick("Ready");
        assertThat(state.cart().total()).isEqualTo("3.50");
        model.scanned(TestStore.MILK_CODE);
        model.function(FunctionId.MODIFIERS.name(), "");
        assertThat(state.notice().text()).isEqualTo("Milk 1 l has no choices.");
    }

    @Test
    void typingNarrowsTheChoicesAndSaysSoWhenNothingFits() {
        model.scanned("LATTE");
        model.typing("oa");
        assertThat(choices().rows()).extracting(Choices.Row::title).containsExactly("Oat");
        model.typing("xyz");
        assertThat(choices().rows()).isEmpty();
        assertThat(choices().nothing()).isNotBlank();
    }

    // ---- ages and warnings

    @Test
    void anAgeIsAskedOnceASaleWithTheDateAndItIsWrittenDownWhoSaidYes() throws Exception {
        model.scanned("WINE");
        assertThat(state.question().text()).isEqualTo("Customer born on or before 02/03/2010?");
        assertThat(register.sale.isEmpty()).isTrue();
        model.answered("sell");
        model.scanned("WINE");
        assertThat(state.question()).isNull();
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("2");
        model.scanned("GIN");
        assertThat(state.question().text()).as("a higher age").contains("2008");
        model.answered("sell");
        assertThat(state.cart().rows()).hasSize(2);
        assertThat(register.events()).containsExactly("AGE_CONFIRMED", "AGE_CONFIRMED");
        payAndBeginAnew();
        model.scanned("WINE");
        assertThat(state.question()).as("the next customer").isNotNull();
    }

    @Test
    void anAgeThatWasConfirmedCountsForALowerOneToo() {
        model.scanned("GIN");
        model.answered("sell");
        model.scanned("WINE");
        assertThat(state.question()).isNull();
        assertThat(state.cart().rows()).hasSize(2);
    }

    @Test
    void whoIsTooYoungGetsNothingAndThatIsWrittenDown() throws Exception {
        model.scanned("WINE");
        model.answered("leave");
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(state.notice()).isEqualTo(Announcement.information("Wine was not added."));
        assertThat(register.events()).containsExactly("AGE_REFUSED");
    }

    @Test
    void aWarningNeedsOneKeyAndIsShownOnceASale() {
        model.scanned("NUTS");
        assertThat(state.question().text()).isEqualTo("Contains peanuts.");
        model.answered("sell");
        model.scanned(TestStore.MILK_CODE);
        model.scanned("NUTS");
        assertThat(state.question()).isNull();
        assertThat(state.cart().rows()).hasSize(3);
    }

    @Test
    void goodsThatComeBackAskForNoAge() {
        model.returnGoods();
        model.scanned("WINE");
        assertThat(state.question()).isNull();
        assertThat(state.cart().total()).isEqualTo("−9.00");
    }

    // ---- instruction

    @Test
    void anInstructionStandsUnderItsLineAndInTheRecord() {
        latte();
        model.function(FunctionId.INSTRUCTION.name(), "");
        assertThat(choices().rows()).extracting(Choices.Row::title).containsExactly("no sugar");
        model.typing("extra hot");
        pick("extra hot");
        assertThat(below(0)).containsExactly("+ Cow", "» extra hot");
        SaleMessage sold = payAndBeginAnew();
        assertThat(sold.lines().get(0).particulars()).isEqualTo(new LineParticulars("extra hot", null, null));
    }

    @Test
    void aQuickWordIsOneKeyAndAnInstructionIsTakenOffAgain() {
        latte();
        model.function(FunctionId.INSTRUCTION.name(), "");
        pick("no sugar");
        assertThat(below(0)).contains("» no sugar");
        model.function(FunctionId.INSTRUCTION.name(), "");
        pick("Take the instruction off");
        assertThat(below(0)).containsExactly("+ Cow");
        model.function(FunctionId.INSTRUCTION.name(), "x".repeat(200));
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        assertThat(below(0)).containsExactly("+ Cow");
    }

    // ---- here or to go

    @Test
    void toGoChangesTheTaxOfTheWholeSaleAndOfWhatComesYet() throws Exception {
        model.scanned("BAGEL");
        assertThat(tax()).isEqualTo(64); // 19 % in 4.00
        serve("sale TAKE_AWAY");
        assertThat(tax()).isEqualTo(26); // 7 % in 4.00
        assertThat(below(0)).containsExactly("To go");
        model.scanned(TestStore.MILK_CODE);
        model.scanned("BAGEL");
        assertThat(below(2)).containsExactly("To go");
    }

    @Test
    void oneLineIsServedOtherwiseThanTheSale() throws Exception {
        model.scanned("BAGEL");
        model.scanned(TestStore.MILK_CODE);
        model.scanned("BAGEL");
        serve("line TAKE_AWAY");
        assertThat(below(0)).isEmpty();
        assertThat(below(2)).containsExactly("To go");
        assertThat(tax()).isEqualTo(64 + 8 + 26);
    }

    @Test
    void aShopThatEatsHereMarksOnlyWhatGoesOut() {
        register.catalogues.put(TestCafe.catalogue("EAT_IN", null));
        serve("sale TAKE_AWAY");
        model.scanned("BAGEL");
        assertThat(below(0)).containsExactly("To go");
        serve("sale EAT_IN");
        assertThat(below(0)).isEmpty();
        assertThat(register.sale.cart().lines().get(0).serviceMode()).isNotNull();
    }

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
        assertThat(salesperson.isMissing()).isTrue();
        boolean[] paid = {false};
        salesperson.choose(() -> paid[0] = true);
        pick("Maja");
        assertThat(paid[0]).isTrue();
        assertThat(salesperson.isMissing()).isFalse();
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

    private void latte() {
        model.scanned("LATTE");
        pick("Cow");
        pick("Ready");
    }

    private void serve(String id) {
        model.function(FunctionId.SERVICE_MODE.name(), "");
        model.choiceMade(id);
    }

    private long tax() throws UnpricedItemException {
        return PricingEngine.price(register.sale.cart(), register.sale.book())
                .tax()
                .minor();
    }

    private Choices choices() {
        Choices shown = state.choices();
        assertThat(shown).isNotNull();
        return shown;
    }

    private void pick(String title) {
        model.choiceMade(choices().rows().stream()
                .filter(row -> row.title().replaceFirst("^✓ (\\d+ × )?", "").equals(title))
                .map(Choices.Row::id)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(title + " is not among " + choices().rows())));
    }

    private List<String> below(int row) {
        return state.cart().rows().get(row).below().stream()
                .map(CartRow.Below::text)
                .toList();
    }

    private SaleMessage payAndBeginAnew() {
        register.sale.payCash(register.sale.cashDue());
        register.sale.finish();
        return register.sale.last().orElseThrow().sale();
    }

    /** A scale that tells what the test says, when the test says it. */
    private static final class HandScale implements Weigher {

        private final Deque<Consumer<ScaleReading>> readers = new ArrayDeque<>();
        private @Nullable Consumer<Notice> failed;

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void weigh(Duration after, Consumer<ScaleReading> read, Consumer<Notice> whenFailed) {
            readers.add(read);
            failed = whenFailed;
        }

        void tell(ScaleReading reading) {
            readers.removeFirst().accept(reading);
        }

        void fail(Notice why) {
            readers.removeFirst();
            failed.accept(why);
        }

        boolean isAsked() {
            return !readers.isEmpty();
        }

        void drop() {
            readers.clear();
        }
    }

    private static final class NoWays implements SellingExits {

        @Override
        public void toCash() {
            throw new AssertionError("nobody pays on this screen");
        }

        @Override
        public void toCard() {
            throw new AssertionError("nobody pays on this screen");
        }

        @Override
        public void toTillClosing() {
            throw new AssertionError("nobody closes");
        }

        @Override
        public void signOff() {
            throw new AssertionError("nobody leaves");
        }
    }
}
