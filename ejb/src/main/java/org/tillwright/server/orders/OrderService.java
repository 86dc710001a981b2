package org.tillwright.server.orders;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OpenDeposits;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;

/** The door for quotations and layaways: kept under a number, found again, given to one register at a time, cancelled. */
@Stateless
public class OrderService {

    /** Orders of one store that something is owed on, in one list. */
    public static final int MOST_DEPOSITS = 500;

    /** A register that is at an order for longer than this has left it. */
    static final Duration CLAIM_LASTS = Duration.ofMinutes(30);

    @Inject
    Orders orders;

    @Inject
    Deposits deposits;

    @Inject
    OrderClosing closing;

    @Inject
    StoreService stores;

    @Inject
    Clock clock;

    /**
     * Keeps a quotation or a layaway and gives it its number. Safe to repeat: the same id gets the same number.
     *
     * @throws Refused with {@code UNSOUND_ORDER} if it contradicts itself, or {@code TRANSACTION_CONFLICT} if the id is another
     *     register's
     */
    @RolesAllowed(REGISTER)
    public OrderSummary keep(String workstationId, OrderMessage order) {
        List<Fault> faults = order.faults();
        if (!faults.isEmpty()) {
            throw new Refused(
                    ProblemCode.UNSOUND_ORDER,
                    "The order contradicts itself: " + faults.get(0).field() + " "
                            + faults.get(0).message() + ".",
                    faults);
        }
        String storeId = storeOf(workstationId);
        Instant now = clock.instant();
        Optional<Orders.Standing> known = orders.standing(order.orderId());
        if (known.isEmpty()) {
            orders.add(storeId, workstationId, order, now);
            orders.note(order.orderId(), "MADE", workstationId, order.operatorId(), null, now);
        } else if (!known.get().workstationId().equals(workstationId)) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT,
                    "Another register made an order as " + order.orderId() + " before.");
        }
        return require(order.orderId(), storeId);
    }

    /** Returns open orders of the caller's store: those with this number or customer, or all for an empty text. */
    @RolesAllowed(REGISTER)
    public OrdersFound search(String workstationId, String asked) {
        String storeId = storeOf(workstationId);
        String text = asked.strip();
        int most = OrdersFound.MAX_ORDERS + 1;
        List<OrderSummary> found = text.isEmpty()
                ? orders.newest(storeId, claimsSince(), most)
                : orders.search(storeId, text, claimsSince(), most);
        boolean hasMore = found.size() > OrdersFound.MAX_ORDERS;
        return new OrdersFound(hasMore ? found.subList(0, OrdersFound.MAX_ORDERS) : found, hasMore);
    }

    /** Returns an order of the caller's store, open or not. */
    @RolesAllowed(REGISTER)
    public OrderDetail find(String workstationId, UUID orderId) {
        return detail(require(orderId, storeOf(workstationId)));
    }

    /**
     * Gives an open order to one register, which makes a sale of it. The same claim again gets the same order again.
     *
     * @param claimId the sale that is made of it
     * @throws Refused with {@code NOT_FOUND}; with {@code ORDER_CLOSED}; or with {@code TAKEN_ELSEWHERE} while another register is
     *     at it
     */
    @RolesAllowed(REGISTER)
    public OrderDetail take(String workstationId, UUID orderId, UUID claimId, ClaimRequest request) {
        Claimant who = new Claimant(storeOf(workstationId), workstationId, request.operatorId(), claimId);
        Instant now = clock.instant();
        if (!orders.claim(orderId, who, now, claimsSince())) {
            throw refusal(orderId, who.storeId());
        }
        orders.note(orderId, "TAKEN", workstationId, request.operatorId(), claimId, now);
        return detail(require(orderId, who.storeId()));
    }

    /** The register does not want the order any more. Safe to repeat. */
    @RolesAllowed(REGISTER)
    public void release(String workstationId, UUID orderId, UUID claimId) {
        if (orders.release(orderId, claimId) > 0) {
            orders.note(orderId, "RELEASED", workstationId, null, claimId, clock.instant());
        }
    }

    /**
     * Cancels an order without giving anything back: whatever is left of its deposits is kept. Safe to repeat.
     *
     * @throws Refused as {@link #take} does
     */
    @RolesAllowed(REGISTER)
    public OrderSummary cancel(String workstationId, UUID orderId, UUID cancellationId, ClaimRequest request) {
        Claimant who = new Claimant(storeOf(workstationId), workstationId, request.operatorId(), cancellationId);
        boolean isRepeat = orders.standing(orderId)
                .filter(standing -> cancellationId.equals(standing.closedBy()))
                .isPresent();
        if (!isRepeat) {
            if (!orders.claim(orderId, who, clock.instant(), claimsSince())) {
                throw refusal(orderId, who.storeId());
            }
            closing.cancel(orderId, who, new ClosingTime(request.at(), today(who.storeId())));
        }
        return require(orderId, who.storeId());
    }

    /** Returns what is owed for deposits, order by order. */
    @RolesAllowed(MANAGER)
    public OpenDeposits openDeposits() {
        List<OpenDeposits.Deposit> found = deposits.open(OpenDeposits.MAX_ORDERS + 1);
        boolean hasMore = found.size() > OpenDeposits.MAX_ORDERS;
        return new OpenDeposits(hasMore ? found.subList(0, OpenDeposits.MAX_ORDERS) : found, hasMore);
    }

    /** Returns what one store owes for deposits, those orders first that were to be fetched first. */
    @RolesAllowed(SUPERVISOR)
    public List<OpenDeposit> depositsOf(String storeId) {
        return deposits.openIn(storeId, MOST_DEPOSITS);
    }

    private OrderDetail detail(OrderSummary order) {
        return new OrderDetail(order, orders.lines(order.orderId()), orders.draft(order.orderId()));
    }

    private OrderSummary require(UUID orderId, String storeId) {
        boolean isHere = orders.standing(orderId)
                .filter(standing -> standing.storeId().equals(storeId))
                .isPresent();
        return orders.find(orderId, claimsSince()).filter(found -> isHere).orElseThrow(() -> unknown(orderId));
    }

    private Refused refusal(UUID orderId, String storeId) {
        Optional<Orders.Standing> found =
                orders.standing(orderId).filter(standing -> standing.storeId().equals(storeId));
        if (found.isEmpty()) {
            return unknown(orderId);
        }
        Orders.Standing standing = found.get();
        return switch (standing.state()) {
            case OrderSummary.COMPLETED ->
                new Refused(ProblemCode.ORDER_CLOSED, "This order was sold before; look its sale up.");
            case OrderSummary.CANCELLED ->
                new Refused(ProblemCode.ORDER_CLOSED, "This order was cancelled; make a new one.");
            default ->
                new Refused(
                        ProblemCode.TAKEN_ELSEWHERE,
                        "This order is being sold at "
                                + (standing.claimedByName() == null ? "another register" : standing.claimedByName())
                                + "; finish or give it up there, or wait half an hour.");
        };
    }

    private LocalDate today(String storeId) {
        return stores.find(storeId)
                .map(store -> store.businessDayAt(clock.instant()))
                .orElseThrow();
    }

    private Instant claimsSince() {
        return clock.instant().minus(CLAIM_LASTS);
    }

    private static Refused unknown(UUID orderId) {
        return new Refused(
                ProblemCode.NOT_FOUND,
                "There is no order " + orderId + " in this store; look for its number or its customer.");
    }

    private String storeOf(String workstationId) {
        return stores.findWorkstation(workstationId)
                .map(WorkstationSummary::storeId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_ALLOWED, "There is no workstation " + workstationId + "; enrol it again."));
    }
}
