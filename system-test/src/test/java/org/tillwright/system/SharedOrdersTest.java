package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.server.OrderServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;
import org.tillwright.wire.order.SuspendedSalesFound;

/** Two real registers, one real server: what one parked or promised, the other goes on with, and never both. */
class SharedOrdersTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final ClaimRequest request = new ClaimRequest("operator-3", now);

    @Test
    void twoRegistersShareParkedSalesAndOrders() throws Exception {
        Path directory = TestPlace.directory("orders");
        try (ServerProcess server = ServerProcess.startDemo(TestPlace.root(), directory.resolve("server"));
                RegisterParts first = register(directory.resolve("1"), server, "till-01");
                RegisterParts second = register(directory.resolve("2"), server, "till-02")) {
            parkedSales(first.orders().server(), second.orders().server());
            orders(first.orders().server(), second.orders().server());
        } finally {
            TestPlace.delete("orders");
        }
    }

    private void parkedSales(OrderServer first, OrderServer second) {
        UUID id = UUID.randomUUID();
        UUID sale = UUID.randomUUID();
        SuspendedSaleMessage parked = new SuspendedSaleMessage(
                id,
                "operator-3",
                "Кася",
                now,
                now.plus(7, ChronoUnit.DAYS),
                "EUR",
                129L,
                1L,
                "lady in red",
                List.of("Milk"),
                null,
                "{\"milk\":1}");
        assertThat(first.park(parked)).isEqualTo(new Reply.Answered<>(true));
        assertThat(first.park(parked)).isEqualTo(new Reply.Answered<>(true));
        SuspendedSalesFound found = answer(second.parkedSales());
        assertThat(found.sales())
                .singleElement()
                .extracting(SuspendedSaleSummary::label)
                .isEqualTo("lady in red");
        assertThat(answer(second.resume(id, sale, request))).isEqualTo(parked);
        assertThat(answer(second.resume(id, sale, request))).isEqualTo(parked);
        assertThat(code(first.resume(id, UUID.randomUUID(), request))).isEqualTo("TAKEN_ELSEWHERE");
        assertThat(code(first.resume(UUID.randomUUID(), sale, request))).isEqualTo("NOT_FOUND");
        assertThat(answer(first.parkedSales()).sales()).isEmpty();
    }

    private void orders(OrderServer first, OrderServer second) {
        UUID id = UUID.randomUUID();
        UUID sale = UUID.randomUUID();
        OrderMessage order = new OrderMessage(
                id,
                "LAYAWAY",
                "operator-3",
                "Kasia",
                now,
                LocalDate.parse("2030-01-01"),
                null,
                "Олена & co",
                "+380 44 123",
                "EUR",
                129L,
                List.of(new OrderMessage.Line(1L, "milk", "Milk", 1000L, 1_290_000L, 129L)),
                "{\"milk\":1}");
        OrderSummary kept = answer(first.keep(order));
        assertThat(answer(first.keep(order))).isEqualTo(kept);
        assertThat(kept.number()).isGreaterThan(100_000);
        OrdersFound found = answer(second.orders("олена & CO"));
        assertThat(found.orders()).containsExactly(kept);
        assertThat(answer(second.orders(Long.toString(kept.number()))).orders()).containsExactly(kept);
        OrderDetail taken = answer(second.take(id, sale, request));
        assertThat(taken.lines()).isEqualTo(order.lines());
        assertThat(code(first.take(id, UUID.randomUUID(), request))).isEqualTo("TAKEN_ELSEWHERE");
        assertThat(second.release(id, sale)).isEqualTo(new Reply.Answered<>(true));
        UUID cancellation = UUID.randomUUID();
        assertThat(answer(first.cancel(id, cancellation, request)).state()).isEqualTo("CANCELLED");
        assertThat(answer(first.cancel(id, cancellation, request)).state()).isEqualTo("CANCELLED");
        assertThat(code(second.take(id, sale, request))).isEqualTo("ORDER_CLOSED");
    }

    private static RegisterParts register(Path directory, ServerProcess server, String workstationId) throws Exception {
        FirstStart secrets = server.firstStart();
        RegisterSettings settings =
                RegisterSettings.DEFAULT.withServer(server.address()).withDevices(DeviceUris.NONE);
        RegisterParts parts = RegisterParts.open(
                new RegisterHome(directory), settings, RegisterPlatform.real(Runnable::run), failure -> {});
        String code = secrets.codes().stream()
                .filter(given -> given.workstationId().equals(workstationId))
                .findFirst()
                .orElseThrow()
                .code();
        assertThat(parts.enrol(code)).isInstanceOf(Reply.Answered.class);
        return parts;
    }

    private static <T> T answer(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered<T>) reply).value();
    }

    private static String code(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused<?>) reply).problem().code();
    }
}
