package org.tillwright.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestTill;

/** Several who want the same payment at the same moment. */
class WalletRaceTest {

    private final WalletShop shop;

    WalletRaceTest() throws Exception {
        shop = new WalletShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void onePaymentAskedSixTimesAtOnceIsPaidOnce() throws Exception {
        UUID id = UUID.randomUUID();
        List<String> told =
                atOnce(6, () -> shop.scan(id, 890, "2812345678901234").state());
        assertThat(told).containsOnly("PAID");
        assertThat(shop.gateway.begun()).isEqualTo(1);
    }

    @Test
    void sixRefundsAtOnceGiveBackNoMoreThanWasPaid() throws Exception {
        String reference =
                shop.scan(UUID.randomUUID(), 1_000, "2812345678901234").reference();
        List<String> told = atOnce(6, () -> {
            try {
                return shop.refund(UUID.randomUUID(), 300, reference).state();
            } catch (Refused refused) {
                return refused.reasons().get(0).field();
            }
        });
        assertThat(told).containsOnly("PAID", "TOO_MUCH_BACK");
        assertThat(told.stream().filter("PAID"::equals)).hasSize(3);
    }

    /**
     * Where the question came first, the payment is refused for good. Where the payment did, it is told; or, if it had not
     * reached the gateway yet, it is stopped there and both are told so. Nobody hears of an end that the other may outlive.
     */
    @Test
    void askingAndBeginningAtOnceNeverContradictEachOther() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID id = UUID.randomUUID();
            List<String> told =
                    atOnce(2, new ArrayList<>(List.of(() -> shop.status(id).state(), () -> {
                        try {
                            return shop.show(id, 890).state();
                        } catch (Refused refused) {
                            return refused.reasons().get(0).field();
                        }
                    })));
            String asked = told.get(0);
            String begun = told.get(1);
            if (begun.equals("GIVEN_UP")) {
                assertThat(asked).as("%s", told).isIn("NOT_KNOWN", "DECLINED");
                assertThat(shop.status(id).state()).as("%s, in the end", told).isEqualTo(asked);
            } else {
                assertThat(asked).as("%s", told).isNotEqualTo("NOT_KNOWN");
            }
        }
    }

    @Test
    void aSaleTakesItsPaymentAndASecondSaleOfItIsDoubted() {
        TestTill till = new TestTill(shop.shop, TestShop.TILL);
        UUID id = UUID.randomUUID();
        String reference = shop.scan(id, 129, "2812345678901234").reference();
        till.sellByPhone("milk 1000", id, reference);
        assertThat(shop.shop.database.count("wallet_payment", "transaction_id is not null and tender_number = 1"))
                .isEqualTo(1);
        assertThat(shop.shop.database.count("disputed_totals", "true")).isZero();
        till.sellByPhone("milk 1000", id, reference);
        assertThat(shop.shop.database.count("disputed_totals", "reason like '%in another sale before%'"))
                .isEqualTo(1);
        till.sellByPhone("milk 1000", UUID.randomUUID(), "paid elsewhere");
        assertThat(shop.shop.database.count("disputed_totals", "true")).isEqualTo(1);
    }

    @Test
    void aSaleThatSaysAnotherAmountThanMovedIsDoubted() {
        TestTill till = new TestTill(shop.shop, TestShop.TILL);
        UUID id = UUID.randomUUID();
        String reference = shop.scan(id, 100, "2812345678901234").reference();
        till.sellByPhone("milk 1000", id, reference);
        assertThat(shop.shop.database.count("disputed_totals", "reason like '%and the sale says 129%'"))
                .isEqualTo(1);
    }

    private static List<String> atOnce(int times, Callable<String> call) throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.add(call);
        }
        return atOnce(times, calls);
    }

    private static List<String> atOnce(int times, List<Callable<String>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        CyclicBarrier start = new CyclicBarrier(times);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (Callable<String> call : calls) {
                all.add(pool.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> each : all) {
                told.add(each.get());
            }
            return told;
        } finally {
            pool.shutdownNow();
        }
    }
}
