package org.tillwright.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.platform.Wiring;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;

/** The shop's clock says 2 March 2026, 10 o'clock in Berlin. */
class PlannedPriceServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final TestShop shop = new TestShop();
    private final PlannedPriceService planned = shop.get(PlannedPriceService.class);
    private final CatalogService catalog = shop.get(CatalogService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aPlannedPriceReachesTheRegistersWhenTheStoresDayBegins() {
        plan("milk", TOMORROW, 1_490_000L);
        shop.clock.advance(Duration.ofHours(14).minusSeconds(30)); // 23:59:30 in Berlin; at 10:00 and a bit it began
        assertThat(publishDue()).isZero();
        assertThat(delta(3)).isNull();
        shop.clock.advance(Duration.ofSeconds(30));
        assertThat(publishDue()).isEqualTo(1);
        SnapshotMessage delta = delta(3);
        assertThat(delta.number()).isEqualTo(4);
        assertThat(delta.items()).hasSize(1);
        assertThat(delta.items().get(0).itemId()).isEqualTo("milk");
        assertThat(delta.items().get(0).unitPriceMicro()).isEqualTo(1_490_000L);
        assertThat(publishDue()).isZero();
        assertThat(shop.database.text("select detail from audit_entry where action = 'PLANNED_PRICES_PUBLISHED'"))
                .isEqualTo("planned price of milk: price");
    }

    @Test
    void dueAtIsMidnightInTheStoresZoneAlsoWhenSummerBegins() {
        plan("milk", LocalDate.of(2026, 3, 30), 1L);
        assertThat(planned().get(0).dueAt()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        plan("milk", TOMORROW, 1L);
        assertThat(planned().get(0).dueAt()).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void allThatIsDueIsOnePublication() {
        plan("milk", TOMORROW, 1_490_000L);
        plan("apples", TOMORROW, 2_990_000L);
        plan("bag", TODAY.plusDays(2), 200_000L);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(publishDue()).isEqualTo(2);
        assertThat(delta(3).number()).isEqualTo(4);
        assertThat(delta(3).items()).extracting(SnapshotMessage.Item::itemId).containsExactly("apples", "milk");
        assertThat(planned()).extracting(PlannedPrice::itemId).containsExactly("bag");
    }

    @Test
    void aServerThatWasDownForDaysTakesTheLatestDay() {
        plan("milk", TOMORROW, 1_490_000L);
        plan("milk", TODAY.plusDays(3), 1_590_000L);
        plan("milk", TODAY.plusDays(30), 1_990_000L);
        shop.clock.advance(Duration.ofDays(10));
        assertThat(publishDue()).isEqualTo(2);
        assertThat(price("milk")).isEqualTo(1_590_000L);
        assertThat(planned()).extracting(PlannedPrice::unitPriceMicro).containsExactly(1_990_000L);
    }

    @Test
    void aPriceSetByHandInBetweenCountsUntilThePlannedDay() {
        plan("milk", TOMORROW, 1_490_000L);
        shop.inTransaction(() -> catalog.setPrice("milk", 990_000L));
        assertThat(publishDue()).isZero();
        assertThat(price("milk")).isEqualTo(990_000L);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(publishDue()).isEqualTo(1);
        assertThat(price("milk")).isEqualTo(1_490_000L);
    }

    @Test
    void aPlanThatChangesNothingPublishesNothingAndGoes() {
        plan("milk", TOMORROW, 1_290_000L);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(publishDue()).isEqualTo(1);
        assertThat(delta(3)).isNull();
        assertThat(planned()).isEmpty();
    }

    @Test
    void aPlanIsChangedAndTakenBackBeforeItsDay() {
        plan("milk", TOMORROW, 1_490_000L);
        plan("milk", TOMORROW, 1_390_000L);
        assertThat(planned())
                .containsExactly(new PlannedPrice(
                        "milk",
                        TOMORROW,
                        Instant.parse("2026-03-02T23:00:00Z"),
                        1_390_000L,
                        "Anna",
                        Instant.parse("2026-03-02T09:00:00.123456Z")));
        takeBack("milk", TOMORROW);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(publishDue()).isZero();
        assertThatThrownBy(() -> takeBack("milk", TOMORROW)).hasMessageContaining("counts already");
        assertThat(shop.database.count("audit_entry", "action = 'PRICE_PLANNED' and operator_id = 'anna'"))
                .isEqualTo(2);
        assertThat(shop.database.count("audit_entry", "action = 'PLANNED_PRICE_TAKEN_BACK'"))
                .isEqualTo(1);
    }

    @Test
    void aDayThatHasBegunAndAnImpossiblePriceAreRefusedTogether() {
        assertThatThrownBy(() -> plan("milk", TODAY, -1))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("from", "unitPriceMicro"));
        assertThatThrownBy(() -> plan("milk", TODAY.minusDays(1), 1)).hasMessageContaining("not after today");
        assertThatThrownBy(() -> plan("milk", TODAY.plusYears(20), 1)).hasMessageContaining("days ahead");
        assertThatThrownBy(() -> plan("nothing", TOMORROW, 1)).hasMessageContaining("no item nothing");
        assertThat(planned()).isEmpty();
    }

    @Test
    void twoServersAtOncePublishOnce() throws Exception {
        Wiring second =
                new Wiring(shop.database).bind(Clock.class, shop.clock).bind(SecureRandom.class, new SecureRandom());
        PlannedPriceService other = second.get(PlannedPriceService.class);
        for (int day = 1; day <= 10; day++) {
            plan("milk", TODAY.plusDays(day), 1_000_000L + day);
            plan("apples", TODAY.plusDays(day), 2_000_000L + day);
            shop.clock.advance(Duration.ofDays(1));
            long before = shop.database.number("select max(number) from publication");
            List<Integer> taken =
                    atOnce(() -> shop.inTransaction(planned::publishDue), () -> shop.inTransaction(other::publishDue));
            assertThat(taken).containsExactlyInAnyOrder(0, 2);
            assertThat(shop.database.number("select max(number) from publication"))
                    .isEqualTo(before + 1);
        }
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = threads.submit(() -> {
                barrier.await();
                return one.call();
            });
            Future<Integer> second = threads.submit(() -> {
                barrier.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private void plan(String itemId, LocalDate from, long micro) {
        shop.inTransaction(() -> {
            planned.plan(itemId, from, micro, TestShop.STORE, "anna");
            return null;
        });
    }

    private void takeBack(String itemId, LocalDate from) {
        shop.inTransaction(() -> {
            planned.takeBack(itemId, from, "anna");
            return null;
        });
    }

    private int publishDue() {
        boolean any = shop.inTransaction(planned::anyDue);
        return any ? shop.inTransaction(planned::publishDue) : 0;
    }

    private List<PlannedPrice> planned() {
        return shop.inTransaction(planned::all);
    }

    private Long price(String itemId) {
        return shop.inTransaction(() -> catalog.find(itemId)).orElseThrow().unitPriceMicro();
    }

    private SnapshotMessage delta(long after) {
        return shop.inTransaction(() -> shop.get(SnapshotService.class).since("till-01", after))
                .orElse(null);
    }
}
