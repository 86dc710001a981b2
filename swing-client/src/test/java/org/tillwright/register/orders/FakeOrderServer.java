package org.tillwright.register.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.register.server.OrderServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;
import org.tillwright.wire.order.SuspendedSalesFound;

/** A server in memory that two registers can share, and whose line can be cut. */
final class FakeOrderServer {

    final Map<UUID, SuspendedSaleMessage> parked = new LinkedHashMap<>();
    final Map<UUID, UUID> claims = new HashMap<>();
    final Map<UUID, OrderMessage> orders = new LinkedHashMap<>();
    final Map<UUID, String> states = new HashMap<>();
    final Map<UUID, Long> deposits = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    boolean isAway;
    boolean takesNothing;

    /** What one register sees of it. */
    OrderServer at(String workstation) {
        return new At(workstation);
    }

    private final class At implements OrderServer {

        private final String workstation;

        At(String workstation) {
            this.workstation = workstation;
        }

        @Override
        public Reply<SuspendedSalesFound> parkedSales() {
            return answer(
                    "list",
                    () -> new Reply.Answered<>(new SuspendedSalesFound(
                            parked.values().stream()
                                    .filter(sale -> !claims.containsKey(sale.suspendedSaleId()))
                                    .map(this::summary)
                                    .toList(),
                            false)));
        }

        private SuspendedSaleSummary summary(SuspendedSaleMessage sale) {
            return new SuspendedSaleSummary(
                    sale.suspendedSaleId(),
                    SuspendedSaleMessage.codeOf(sale.suspendedSaleId()),
                    workstation,
                    workstation,
                    sale.operatorName(),
                    sale.suspendedAt(),
                    sale.expiresAt(),
                    sale.currency(),
                    sale.totalMinor(),
                    sale.lineCount(),
                    sale.label(),
                    sale.firstItems(),
                    null);
        }

        @Override
        public Reply<Boolean> park(SuspendedSaleMessage sale) {
            return answer("park", () -> {
                if (takesNothing) {
                    return refused("UNSOUND_SALE", 422);
                }
                parked.putIfAbsent(sale.suspendedSaleId(), sale);
                return new Reply.Answered<>(true);
            });
        }

        @Override
        public Reply<SuspendedSaleMessage> resume(UUID id, UUID claimId, ClaimRequest request) {
            return answer("resume", () -> {
                SuspendedSaleMessage sale = parked.get(id);
                if (sale == null) {
                    return refused("NOT_FOUND", 404);
                }
                return claims.computeIfAbsent(id, free -> claimId).equals(claimId)
                        ? new Reply.Answered<>(sale)
                        : refused("TAKEN_ELSEWHERE", 409);
            });
        }

        @Override
        public Reply<OrdersFound> orders(String text) {
            return answer(
                    "orders " + text,
                    () -> new Reply.Answered<>(new OrdersFound(
                            orders.keySet().stream()
                                    .filter(id -> states.get(id).equals("OPEN"))
                                    .map(FakeOrderServer.this::summary)
                                    .filter(order -> text.isEmpty()
                                            || text.equals(Long.toString(order.number()))
                                            || String.valueOf(order.customerName())
                                                    .contains(text))
                                    .toList(),
                            false)));
        }

        @Override
        public Reply<OrderSummary> keep(OrderMessage order) {
            return answer("keep", () -> {
                if (!order.faults().isEmpty()) {
                    throw new AssertionError(order.faults());
                }
                orders.putIfAbsent(order.orderId(), order);
                states.putIfAbsent(order.orderId(), "OPEN");
                return new Reply.Answered<>(summary(order.orderId()));
            });
        }

        private OrderSummary summary(UUID id) {
            return FakeOrderServer.this.summary(id);
        }

        @Override
        public Reply<OrderDetail> take(UUID id, UUID claimId, ClaimRequest request) {
            return answer("take", () -> {
                if (!states.get(id).equals("OPEN")) {
                    return refused("ORDER_CLOSED", 409);
                }
                return claims.computeIfAbsent(id, free -> claimId).equals(claimId)
                        ? new Reply.Answered<>(new OrderDetail(
                                summary(id),
                                orders.get(id).lines(),
                                orders.get(id).draft()))
                        : refused("TAKEN_ELSEWHERE", 409);
            });
        }

        @Override
        public Reply<Boolean> release(UUID orderId, UUID claimId) {
            return answer("release", () -> new Reply.Answered<>(claims.remove(orderId, claimId)));
        }

        @Override
        public Reply<OrderSummary> cancel(UUID id, UUID cancellationId, ClaimRequest request) {
            return answer("cancel", () -> {
                states.put(id, "CANCELLED");
                return new Reply.Answered<>(summary(id));
            });
        }

        private <T> Reply<T> answer(String what, Supplier<Reply<T>> answer) {
            asked.add(what);
            return isAway ? new Reply.Unreachable<>(Notice.of("server.no-answer", "shop")) : answer.get();
        }

        private <T> Reply<T> refused(String code, int status) {
            return new Reply.Refused<>(Problem.of(status, code, "It is so.", List.of()));
        }
    }

    OrderSummary summary(UUID id) {
        OrderMessage order = orders.get(id);
        return new OrderSummary(
                id,
                100_001L + List.copyOf(orders.keySet()).indexOf(id),
                order.kind(),
                states.get(id),
                "Till 1",
                order.operatorName(),
                order.madeAt(),
                order.validUntil(),
                order.customerId(),
                order.customerName(),
                order.phone(),
                order.currency(),
                order.totalMinor(),
                deposits.getOrDefault(id, 0L),
                (long) order.lines().size(),
                order.lines().stream()
                        .limit(3)
                        .map(OrderMessage.Line::description)
                        .toList(),
                null);
    }
}
