package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.pricing.Cart;
import org.tillwright.server.TestShop;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.sale.PostVoids;

/** One sale whose money goes back at two registers in the same moment: both are booked, and a person hears of it. */
class UndoingRaceTest {

    private static final int SALES = 12;

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);
    private final RuledTill first = new RuledTill(shop, journal, PricingRules.none("EUR"), TestShop.TILL, 0);
    private final RuledTill second = new RuledTill(shop, journal, PricingRules.none("EUR"), "till-02", 0);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aSaleThatTwoRegistersUndoAtOnceIsListed() throws Exception {
        assertThat(unheard(UndoingRaceTest::undoing, UndoingRaceTest::undoing)).isEmpty();
    }

    @Test
    void aSaleThatIsUndoneWhileItsGoodsComeBackElsewhereIsListed() throws Exception {
        assertThat(unheard(UndoingRaceTest::undoing, sale -> second.giveBack(sale, 1, 1000)))
                .isEmpty();
    }

    @Test
    void aLineThatTwoRegistersTakeBackAtOnceIsListed() throws Exception {
        assertThat(unheard(sale -> first.giveBack(sale, 1, 1000), sale -> second.giveBack(sale, 1, 1000)))
                .isEmpty();
    }

    /** Returns the sales whose money went back twice, and nobody hears of it. */
    private List<UUID> unheard(Function<SaleMessage, SaleMessage> one, Function<SaleMessage, SaleMessage> another)
            throws Exception {
        List<UUID> unheard = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < SALES; i++) {
                SaleMessage sale =
                        first.sale(new Cart(first.stranger(), List.of(RuledTill.line(1, "milk", 1000)), List.of()));
                first.send(sale);
                SaleMessage here = one.apply(sale);
                SaleMessage there = another.apply(sale);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<String> atFirst = pool.submit(atOnce(start, () -> first.send(here)));
                Future<String> atSecond = pool.submit(atOnce(start, () -> second.send(there)));
                if (atFirst.get().isEmpty() && atSecond.get().isEmpty()) {
                    unheard.add(sale.transactionId());
                }
            }
            return unheard;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Callable<String> atOnce(CyclicBarrier start, Callable<String> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    private static SaleMessage undoing(SaleMessage original) {
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        return PostVoids.undoing(
                original,
                new PostVoids.Undoing(
                        UUID.randomUUID(),
                        original.tillSessionId(),
                        "ben",
                        original.businessDay(),
                        at,
                        at,
                        Map.of(),
                        null));
    }
}
