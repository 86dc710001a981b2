package org.tillwright.server.inventory;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tillwright.core.money.Quantity;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;

/** The door for stock. */
@Stateless
public class StockService {

    /** Rows on one page of a list. */
    public static final int MAX_ROWS = 200;

    /** Newest movements that are shown of one item. */
    public static final int MAX_MOVEMENTS = 100;

    /** Most of one item that somebody can have counted, in thousandths: a million units. */
    public static final long MAX_COUNT_MILLI = 1_000_000_000L;

    /** Highest unit cost, in millionths: ten million of the major unit. */
    public static final long MAX_COST_MICRO = 10_000_000_000_000L;

    @Inject
    StockEntries entries;

    @Inject
    StockCounts counts;

    @Inject
    StockLines lines;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Enters movements into the ledger, in the caller's transaction, which ends with {@link #moveLevels}. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void enter(List<StockMovement> movements) {
        entries.add(movements, clock.instant());
    }

    /**
     * Moves the levels by what was entered in the caller's transaction, items in order of their ids. Levels are what tills
     * share, so this is the last thing that a transaction does: nobody waits for it longer than a commit takes.
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void moveLevels(List<StockMovement> movements) {
        entries.moveLevels(movements);
    }

    /** Returns what should be on hand, in thousandths of the unit; 0 for what never moved, negative when oversold. */
    @RolesAllowed({REGISTER, CASHIER})
    public long onHandMilli(String storeId, String itemId) {
        return entries.onHandMilli(storeId, itemId);
    }

    /** Returns the items whose level is not the sum of their entries; anything but none is a bug. */
    @RolesAllowed(MANAGER)
    public List<String> itemsOutOfBalance(String storeId) {
        return entries.itemsOutOfBalance(storeId);
    }

    /**
     * Records what somebody counted. What differs from the ledger is booked as a movement; the same count sent twice counts
     * once.
     *
     * @throws Refused with {@code NOT_FOUND} if there is no such item or store, or {@code UNSOUND_ITEM} if nobody can have so
     *     many of it
     */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public void count(StockCount count) {
        CountedItem item = known(count.storeId(), count.itemId());
        if (count.countedMilli() < 0 || count.countedMilli() > MAX_COUNT_MILLI) {
            throw new Refused(
                    ProblemCode.UNSOUND_ITEM,
                    "Nobody can have counted that many of " + count.itemId() + "; count again.",
                    Refused.Wording.of("stock.refusal.tooMany", count.itemId()));
        } else if (!item.unit().isDivisible() && count.countedMilli() % Quantity.ONE.milli() != 0) {
            throw new Refused(
                    ProblemCode.UNSOUND_ITEM,
                    count.itemId() + " is sold by the piece; count whole pieces.",
                    Refused.Wording.of("stock.refusal.wholePieces", count.itemId()));
        } else if (counts.exists(count.countId())) {
            return;
        }
        long expected = counts.lockedOnHandMilli(count.storeId(), count.itemId());
        counts.add(count, expected, clock.instant());
        long difference = Math.subtractExact(count.countedMilli(), expected);
        if (difference != 0) {
            var movement = new StockMovement(
                    count.countId(), 1, count.storeId(), count.itemId(), StockMovement.Reason.COUNT, difference);
            entries.add(List.of(movement), clock.instant());
            entries.moveLevels(List.of(movement));
        }
        audit.record(new AuditNote(
                "STOCK_COUNTED",
                clock.instant(),
                count.storeId(),
                null,
                count.operatorId(),
                count.itemId(),
                "counted " + count.countedMilli() + " thousandths, expected " + expected));
    }

    /**
     * Records what one unit costs from now on. Saying the same again changes nothing.
     *
     * @throws Refused with {@code NOT_FOUND} if there is no such item or store, or {@code UNSOUND_ITEM} for no possible cost
     */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public void setCost(UnitCost cost) {
        known(cost.storeId(), cost.itemId());
        if (cost.costMicro() < 0 || cost.costMicro() > MAX_COST_MICRO) {
            throw new Refused(
                    ProblemCode.UNSOUND_ITEM,
                    "That cannot be what one unit of " + cost.itemId() + " costs; give the cost of a single unit.",
                    Refused.Wording.of("stock.refusal.cost", cost.itemId()));
        }
        if (counts.addCost(cost, clock.instant())) {
            audit.record(new AuditNote(
                    "UNIT_COST_SET",
                    clock.instant(),
                    cost.storeId(),
                    null,
                    cost.operatorId(),
                    cost.itemId(),
                    "unit cost in millionths " + cost.costMicro()));
        }
    }

    /** Returns one page of what a store has. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public List<StockLine> list(StockSearch search) {
        return lines.list(search);
    }

    /** Returns how many items a search finds. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public long count(StockSearch search) {
        return lines.count(search);
    }

    /** Returns how many items of a store have less than nothing on hand. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public long countBelowZero(String storeId) {
        return lines.countBelowZero(storeId);
    }

    @RolesAllowed({SUPERVISOR, MANAGER})
    public Optional<StockLine> find(String storeId, String itemId, String language) {
        return lines.find(storeId, itemId, language);
    }

    /** Returns the newest movements of an item, newest first. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public List<StockMoved> movements(String storeId, String itemId) {
        return entries.newest(storeId, itemId, MAX_MOVEMENTS);
    }

    /** Returns what an item cost, newest first. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public List<CostTold> costs(String storeId, String itemId) {
        return counts.costs(storeId, itemId, MAX_MOVEMENTS);
    }

    /** Returns the departments that a list can be narrowed to, in their order. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public Map<String, String> departments(String language) {
        return lines.departments(language);
    }

    private CountedItem known(String storeId, String itemId) {
        return counts.item(storeId, itemId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND,
                        "There is no item " + itemId + " in store " + storeId + "; look it up again.",
                        Refused.Wording.of("stock.refusal.unknown", itemId)));
    }
}
