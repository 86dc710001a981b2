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
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.testing.TestCafe;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;

/** A small café's till with its functions, worked by keys and without a window. */
abstract class CafeTill {

    @TempDir
    Path directory;

    final Functions functions = new Functions();
    final HandScale scale = new HandScale();
    TestRegister register;
    SellingModel model;
    SalespersonFunction salesperson;
    SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws Exception {
        register = TestRegister.open(directory);
        register.catalogues.put(TestCafe.catalogue());
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new NoWays(), functions, next -> state = next);
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

    final void latte() {
        model.scanned("LATTE");
        pick("Cow");
        pick("Ready");
    }

    final void serve(String id) {
        model.function(FunctionId.SERVICE_MODE.name(), "");
        model.choiceMade(id);
    }

    final long tax() throws UnpricedItemException {
        return PricingEngine.price(register.sale.cart(), register.sale.book())
                .tax()
                .minor();
    }

    final Choices choices() {
        Choices shown = state.choices();
        assertThat(shown).isNotNull();
        return shown;
    }

    final void pick(String title) {
        model.choiceMade(choices().rows().stream()
                .filter(row -> row.title().replaceFirst("^✓ (\\d+ × )?", "").equals(title))
                .map(Choices.Row::id)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(title + " is not among " + choices().rows())));
    }

    final List<String> below(int row) {
        return state.cart().rows().get(row).below().stream()
                .map(CartRow.Below::text)
                .toList();
    }

    final SaleMessage payAndBeginAnew() {
        register.sale.payCash(register.sale.cashDue());
        register.sale.finish();
        return register.sale.last().orElseThrow().sale();
    }

    /** A scale that tells what the test says, when the test says it. */
    static final class HandScale implements Weigher {

        private final Deque<Consumer<ScaleReading>> readers = new ArrayDeque<>();
        private @Nullable Consumer<Notice> failed;
        private @Nullable WeighingOrder order;

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void weigh(
                Duration after, WeighingOrder asked, Consumer<ScaleReading> read, Consumer<Notice> whenFailed) {
            order = asked;
            readers.add(read);
            failed = whenFailed;
        }

        /** What the scale was told of the goods last. */
        WeighingOrder order() {
            assertThat(order).isNotNull();
            return order;
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

    static final class NoWays implements SellingExits {

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
