package org.tillwright.server.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.Contention;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;

/** Many registers, one card. */
class ValueRaceTest {

    private static final int REGISTERS = 20;
    private static final String CARD = "60064912000011112222";

    private final TestShop shop = new TestShop();
    private final ValueService values = shop.get(ValueService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void oneCardSpentAtTwentyRegistersAtOnceIsNeverOverspent() throws Exception {
        ValueTill till = new ValueTill(shop, "till-01");
        till.takes(SaleParticulars.Kind.GIFT_CARD, CARD, 5_000).cash(5_000).send();
        List<ValueAuthorizationRequest> requests = new ArrayList<>();
        for (int i = 0; i < REGISTERS; i++) {
            requests.add(new ValueAuthorizationRequest(
                    UUID.randomUUID(), "GIFT_CARD", CARD, "EUR", 700L, UUID.randomUUID()));
        }
        List<ValueAuthorization> granted = atOnce(requests);
        assertThat(granted).as("seven times 7.00 of 50.00").hasSize(7);
        assertThat(granted)
                .extracting(ValueAuthorization::availableMinor)
                .containsExactlyInAnyOrder(4_300L, 3_600L, 2_900L, 2_200L, 1_500L, 800L, 100L);

        for (ValueAuthorization each : granted) {
            assertThat(till.takes(SaleParticulars.Kind.TIP, null, 700)
                            .paid("GIFT_CARD", CARD, 700, each.authorizationId())
                            .send()
                            .disputed())
                    .isFalse();
        }
        assertThat(shop.inTransaction(() -> values.balance("till-01", "GIFT_CARD", CARD)))
                .satisfies(balance -> assertThat(balance.balanceMinor()).isEqualTo(100))
                .satisfies(balance -> assertThat(balance.availableMinor()).isEqualTo(100));
        assertThat(shop.inTransaction(() -> shop.get(ValueAccountService.class).outOfBalance()))
                .isEmpty();
    }

    /** Each register asks at the same moment, and once more when it lost a race, as the same id lets it. */
    private List<ValueAuthorization> atOnce(List<ValueAuthorizationRequest> requests) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(requests.size());
        try {
            CyclicBarrier start = new CyclicBarrier(requests.size());
            List<Future<ValueAuthorization>> futures = new ArrayList<>();
            for (ValueAuthorizationRequest request : requests) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return ask(request);
                }));
            }
            List<ValueAuthorization> granted = new ArrayList<>();
            for (Future<ValueAuthorization> future : futures) {
                granted.add(future.get());
            }
            return granted.stream().filter(Objects::nonNull).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private ValueAuthorization ask(ValueAuthorizationRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return shop.inTransaction(() -> values.authorize("till-01", request));
            } catch (Contention lost) {
                assertThat(attempt).isLessThan(5);
            } catch (Refused refused) {
                assertThat(refused.code()).isEqualTo(ProblemCode.VALUE_REFUSED);
                return null;
            }
        }
    }
}
