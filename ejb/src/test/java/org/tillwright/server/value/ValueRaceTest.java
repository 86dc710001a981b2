package org.tillwright.server.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    void oneCardSpentAtTwentyRegistersAtOnceBuysExactlyWhatItHeld() throws Exception {
        for (int i = 3; i <= REGISTERS; i++) {
            shop.database.tamper("insert into workstation values ('" + register(i) + "', 'shop', 'Till', null, null)");
        }
        new ValueTill(shop, register(1))
                .takes(SaleParticulars.Kind.GIFT_CARD, CARD, 5_000)
                .cash(5_000)
                .send();

        List<Asked> asked = atOnce(
                IntStream.rangeClosed(1, REGISTERS)
                        .mapToObj(ValueRaceTest::request)
                        .toList(),
                this::ask);

        assertThat(asked.stream().map(Asked::refused).filter(Objects::nonNull))
                .as("ten times 5.00 of 50.00 are there; the others are told what to do")
                .hasSize(10)
                .allMatch(refused -> refused.code() == ProblemCode.VALUE_REFUSED
                        && refused.getMessage().contains(ValueReason.TOO_LITTLE.sentence()));
        List<Asked> granted =
                asked.stream().filter(each -> each.granted() != null).toList();
        assertThat(granted).extracting(each -> each.granted().availableMinor()).doesNotHaveDuplicates();

        List<Boolean> disputed = atOnce(granted, each -> new ValueTill(shop, each.register(), 100)
                .takes(SaleParticulars.Kind.TIP, null, 500)
                .paid("GIFT_CARD", CARD, 500, each.granted().authorizationId())
                .send()
                .disputed());
        assertThat(disputed).hasSize(10).containsOnly(false);
        assertThat(shop.inTransaction(() -> values.balance("till-01", "GIFT_CARD", CARD)))
                .satisfies(balance -> assertThat(balance.balanceMinor()).isZero())
                .satisfies(balance -> assertThat(balance.availableMinor()).isZero());
        assertThat(shop.database.count("value_entry", "change_minor = -500")).isEqualTo(10);
        assertThat(shop.inTransaction(() -> shop.get(ValueAccountService.class).outOfBalance()))
                .isEmpty();
    }

    /** What a register wants, and what it was told; one of the two answers is null. */
    private record Asked(
            String register,
            ValueAuthorizationRequest request,
            @Nullable ValueAuthorization granted,
            @Nullable Refused refused) {}

    private static Asked request(int number) {
        return new Asked(
                register(number),
                new ValueAuthorizationRequest(UUID.randomUUID(), "GIFT_CARD", CARD, "EUR", 500L, UUID.randomUUID()),
                null,
                null);
    }

    private static String register(int number) {
        return String.format(Locale.ROOT, "till-%02d", number);
    }

    private static <A, B> List<B> atOnce(List<A> all, Function<A, B> what) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(all.size());
        try {
            CyclicBarrier start = new CyclicBarrier(all.size());
            List<Future<B>> futures = new ArrayList<>();
            for (A each : all) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return what.apply(each);
                }));
            }
            List<B> answers = new ArrayList<>();
            for (Future<B> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Asks, and once more when it lost a race, as the same id lets it. */
    private Asked ask(Asked wanted) {
        for (int attempt = 1; ; attempt++) {
            try {
                ValueAuthorization granted =
                        shop.inTransaction(() -> values.authorize(wanted.register(), wanted.request()));
                return new Asked(wanted.register(), wanted.request(), granted, null);
            } catch (Contention lost) {
                assertThat(attempt).isLessThan(5);
            } catch (Refused refused) {
                return new Asked(wanted.register(), wanted.request(), null, refused);
            }
        }
    }
}
