package org.tillwright.register.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.ParkedSales;
import org.tillwright.register.sale.SaleDraft;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleParking;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSalesFound;

/**
 * Parks the sale in progress and goes on with a parked one. Parking needs nobody; going on asks the server, so that no other
 * register does the same, and without a line to it takes only what was parked here.
 */
public final class ParkingFunctions {

    private static final int FIRST_ITEMS = 3;
    private static final int MAX_LABEL = 60;
    private static final int MAX_NAME = 120;

    private final OrderDesk desk;
    private final Asking asking;
    private final SuspendedSales parked;

    public ParkingFunctions(OrderDesk desk) {
        this.desk = desk;
        this.asking = new Asking(desk);
        this.parked = new SuspendedSales(desk.journal(), desk.clock());
    }

    public void register(Functions functions) {
        functions.put(FunctionId.SUSPEND, this::suspend);
        functions.put(FunctionId.RESUME, keyed -> resume());
        functions.putCode(SuspendedSaleMessage.CODE_PREFIX, this::slip);
    }

    /** Parks at once. What was keyed before is what the sale is called. */
    private void suspend(String keyed) {
        SaleParking parking = SaleParking.of(desk.sale());
        Notice obstacle = parking.obstacle();
        if (obstacle != null) {
            asking.warn(obstacle);
            return;
        }
        try {
            desk.sale().kitchen().send(keyed.strip());
            SuspendedSaleMessage sale = message(keyed.strip());
            desk.journal()
                    .parked()
                    .park(sale.suspendedSaleId(), WireJson.write(sale), sale.suspendedAt(), sale.expiresAt());
            Notice unwritten = desk.sale().writeDown("SALE_SUSPENDED", told(sale));
            parking.leave();
            desk.papers().slip(sale);
            if (unwritten == null) {
                asking.done("orders.parked", amount(sale), SuspendedSaleMessage.codeOf(sale.suspendedSaleId()));
            } else {
                asking.warn(unwritten);
            }
        } catch (JournalException e) {
            asking.warn(e.notice());
        } catch (MalformedMessageException e) {
            asking.warn("orders.too-large");
        }
    }

    private SuspendedSaleMessage message(String label) {
        SnapshotMessage.Operator who = desk.sale().operator().orElseThrow();
        List<SaleLine> lines = desk.sale().lines();
        SaleDraft draft = SaleParking.of(desk.sale()).draft();
        Instant now = desk.clock().instant();
        OrderTerms terms = new OrderTerms(desk.sale().catalogue().shop().orders());
        var customer = desk.sale().particulars().customer();
        String called = label.isEmpty() && customer != null ? customer.name() : label;
        return new SuspendedSaleMessage(
                draft.transactionId(),
                who.operatorId(),
                cut(who.name(), MAX_NAME),
                now,
                terms.suspendedUntil(now),
                desk.sale().total().currency().code(),
                desk.sale().total().minor(),
                (long) lines.size(),
                called.isEmpty() ? null : cut(called, MAX_LABEL),
                lines.stream()
                        .filter(line -> !line.isDeposit())
                        .limit(FIRST_ITEMS)
                        .map(SaleLine::description)
                        .toList(),
                desk.sale().particulars().resumedFrom(),
                ParkedCart.of(draft, lines).text());
    }

    private static String told(SuspendedSaleMessage sale) {
        return sale.lineCount() + " lines, " + sale.totalMinor() + " " + sale.currency() + " in minor units";
    }

    private void resume() {
        if (isFree()) {
            asking.ask("orders.looking", desk.server()::parkedSales, this::list);
        }
    }

    private boolean isFree() {
        return asking.isFree();
    }

    /** The slip of a parked sale was scanned. */
    private void slip(String code) {
        if (isFree()) {
            asking.ask("orders.looking", desk.server()::parkedSales, reply -> {
                try {
                    ParkedList list = found(reply);
                    list.ofCode(code).ifPresentOrElse(this::take, () -> asking.warn(notFound(list), code));
                } catch (JournalException e) {
                    asking.warn(e.notice());
                }
            });
        }
    }

    private static String notFound(ParkedList list) {
        return list.isComplete() ? "orders.no-such-slip" : "orders.no-such-slip-here";
    }

    private void list(Reply<SuspendedSalesFound> reply) {
        try {
            ParkedList list = found(reply);
            desk.talk().choose(list::choices, list.choosing(this::take, desk.talk()));
            if (!list.isComplete()) {
                asking.warn("orders.only-own");
            }
        } catch (JournalException e) {
            asking.warn(e.notice());
        }
    }

    private ParkedList found(Reply<SuspendedSalesFound> reply) throws JournalException {
        List<SuspendedSaleMessage> own = parked.list();
        if (!(reply instanceof Reply.Answered<SuspendedSalesFound> answered)) {
            return ParkedList.ofOwn(own, desk.sale().catalogue());
        }
        List<ParkedList.Row> rows = new ArrayList<>();
        for (var told : answered.value().sales()) {
            if (!isResumedHere(told.suspendedSaleId())) {
                rows.add(ParkedList.Row.of(told));
            }
        }
        for (SuspendedSaleMessage mine : own) {
            boolean isHereOnly = isHereOnly(state(mine.suspendedSaleId()));
            if (isHereOnly && rows.stream().noneMatch(row -> row.id().equals(mine.suspendedSaleId()))) {
                rows.add(ParkedList.Row.of(mine));
            }
        }
        return new ParkedList(rows, desk.sale().catalogue(), true);
    }

    /** The server knows nothing of it, so that it need not be asked. */
    private static boolean isHereOnly(ParkedSales.@Nullable State state) {
        return state == ParkedSales.State.WAITING || state == ParkedSales.State.KEPT;
    }

    private boolean isResumedHere(UUID id) throws JournalException {
        return state(id) == ParkedSales.State.RESUMED;
    }

    private ParkedSales.@Nullable State state(UUID id) throws JournalException {
        return desk.journal().parked().find(id).map(ParkedSales.Parked::state).orElse(null);
    }

    private void take(UUID id) {
        try {
            Optional<ParkedSales.Parked> own = desk.journal().parked().find(id);
            boolean isUnheardOf = own.filter(sale -> isHereOnly(sale.state())).isPresent();
            if (isUnheardOf) {
                goOn(SuspendedSales.messageOf(own.get()), false);
                return;
            }
            UUID claim = desk.sale().transactionId();
            ClaimRequest request = new ClaimRequest(
                    desk.sale().operator().orElseThrow().operatorId(),
                    desk.clock().instant());
            asking.ask(
                    "orders.taking",
                    () -> desk.server().resume(id, claim, request),
                    reply -> taken(id, reply),
                    reply -> late(claim, reply));
        } catch (JournalException e) {
            asking.warn(e.notice());
        }
    }

    /**
     * The operator had left before the server gave the sale to this register: no other has it now, so it is not lost here. It
     * goes on if nothing else was begun, and otherwise is parked once more.
     */
    private void late(UUID claim, Reply<SuspendedSaleMessage> reply) {
        if (!(reply instanceof Reply.Answered<SuspendedSaleMessage> answered)) {
            return;
        }
        boolean isStillFree = desk.sale().isEmpty()
                && desk.sale().operator().isPresent()
                && desk.sale().transactionId().equals(claim);
        try {
            if (isStillFree) {
                goOn(answered.value(), true);
            } else {
                keep(answered.value(), claim);
            }
        } catch (JournalException e) {
            asking.warn(e.notice());
        }
    }

    private void keep(SuspendedSaleMessage sale, UUID claim) throws JournalException {
        String name = sale.suspendedSaleId() + " " + claim;
        SuspendedSaleMessage again = new SuspendedSaleMessage(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                sale.operatorId(),
                sale.operatorName(),
                sale.suspendedAt(),
                sale.expiresAt(),
                sale.currency(),
                sale.totalMinor(),
                sale.lineCount(),
                sale.label(),
                sale.firstItems(),
                sale.suspendedSaleId(),
                sale.draft());
        desk.journal()
                .parked()
                .keep(again.suspendedSaleId(), WireJson.write(again), again.suspendedAt(), again.expiresAt());
        asking.warn("orders.taken-late", SuspendedSaleMessage.codeOf(again.suspendedSaleId()));
    }

    private void taken(UUID id, Reply<SuspendedSaleMessage> reply) {
        try {
            Optional<ParkedSales.Parked> own =
                    desk.journal().parked().find(id).filter(sale -> sale.state() != ParkedSales.State.RESUMED);
            if (reply instanceof Reply.Answered<SuspendedSaleMessage> answered) {
                goOn(answered.value(), true);
            } else if (Asking.isTakenElsewhere(reply)) {
                desk.journal().parked().takenElsewhere(id);
                asking.warn(Asking.reason(reply));
            } else if (own.isPresent()) {
                goOn(SuspendedSales.messageOf(own.get()), false);
            } else {
                asking.warn(Asking.reason(reply));
            }
        } catch (JournalException e) {
            asking.warn(e.notice());
        }
    }

    /**
     * Makes a parked sale the one in progress: on disk first, so that it is never in two places.
     *
     * @param isClaimed whether the server gave it to this register
     */
    private void goOn(SuspendedSaleMessage sale, boolean isClaimed) throws JournalException {
        if (!isFree()) {
            return;
        }
        ParkedCart cart;
        try {
            cart = ParkedCart.read(sale.draft());
        } catch (MalformedMessageException e) {
            asking.warn("orders.unreadable");
            return;
        }
        UUID from = sale.suspendedSaleId();
        SaleParking parking = SaleParking.of(desk.sale());
        SaleParking.Prepared next =
                parking.prepare(cart.draft(), desk.sale().transactionId(), known -> known.withResumedFrom(from));
        List<String> missing = cart.namesOf(next.missing());
        if (next.isEmpty()) {
            asking.warn("orders.nothing-left", String.join(", ", missing));
            return;
        }
        desk.journal()
                .parked()
                .resume(from, next.transactionId(), next.bytes(), desk.clock().instant(), isClaimed);
        parking.take(next);
        Notice unwritten = desk.sale()
                .writeDown("SALE_RESUMED", from + (missing.isEmpty() ? "" : " without " + String.join(", ", missing)));
        if (unwritten != null) {
            asking.warn(unwritten);
        } else if (!missing.isEmpty()) {
            asking.warn("orders.resumed-without", String.join(", ", missing));
        } else {
            resumed(sale, next, isClaimed);
        }
    }

    private void resumed(SuspendedSaleMessage before, SaleParking.Prepared now, boolean isClaimed) {
        Money total = desk.sale().total();
        String amount = desk.talk().texts().amount(total);
        if (now.totalMinor() != before.totalMinor()) {
            asking.warn("orders.resumed-otherwise", amount(before), amount);
        } else if (isClaimed) {
            asking.done("orders.resumed", amount);
        } else {
            asking.done("orders.resumed-own", amount);
        }
    }

    private String amount(SuspendedSaleMessage sale) {
        return desk.talk().texts().amount(new Money(desk.sale().total().currency(), sale.totalMinor()));
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
