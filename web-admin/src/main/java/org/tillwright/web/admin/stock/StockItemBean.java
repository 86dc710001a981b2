package org.tillwright.web.admin.stock;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.inventory.CostTold;
import org.tillwright.server.inventory.StockCount;
import org.tillwright.server.inventory.StockLine;
import org.tillwright.server.inventory.StockMoved;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.inventory.UnitCost;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;

/** The one item of the side panel: its movements, a count of it, and its cost. */
@Named("stockItem")
@ViewScoped
public class StockItemBean implements Serializable {

    @Inject
    transient StockService stock;

    @Inject
    transient Console console;

    @Inject
    transient Figures figures;

    @Inject
    transient Messages messages;

    private @Nullable String itemId;
    private @Nullable String counted;
    private @Nullable String cost;

    /** Kept until the count is booked, so that a count sent twice is counted once. */
    private UUID countId = UUID.randomUUID();

    /** Returns the item, or null when none is open or there is none of this id. */
    public @Nullable StockLine getItem() {
        String id = itemId;
        return id == null ? null : find(id).orElse(null);
    }

    public List<StockMoved> getMovements() {
        return itemId == null ? List.of() : stock.movements(console.getStoreId(), itemId);
    }

    public List<CostTold> getCosts() {
        return itemId == null ? List.of() : stock.costs(console.getStoreId(), itemId);
    }

    public void count() {
        StockLine item = getItem();
        Long milli = EnteredFigure.scaled(counted, 3, figures.format());
        if (item == null || milli == null) {
            messages.refused("stock.count.figure");
            return;
        }
        stock.count(new StockCount(countId, console.getStoreId(), item.itemId(), milli, console.getOperatorId()));
        messages.done(
                "stock.count.done",
                item.name(),
                figures.quantity(milli, item.unit().name()));
        countId = UUID.randomUUID();
        counted = null;
    }

    public void saveCost() {
        StockLine item = getItem();
        Long micro = EnteredFigure.scaled(cost, 6, figures.format());
        if (item == null || micro == null) {
            messages.refused("stock.cost.figure");
            return;
        }
        stock.setCost(new UnitCost(console.getStoreId(), item.itemId(), micro, console.getOperatorId()));
        messages.done("stock.cost.done", item.name(), figures.unitPrice(micro, console.getCurrency()));
        cost = null;
    }

    private Optional<StockLine> find(String id) {
        return stock.find(console.getStoreId(), id, console.getLanguage());
    }

    public @Nullable String getItemId() {
        return itemId;
    }

    public void setItemId(@Nullable String itemId) {
        this.itemId = itemId;
    }

    public @Nullable String getCounted() {
        return counted;
    }

    public void setCounted(@Nullable String counted) {
        this.counted = counted;
    }

    public @Nullable String getCost() {
        return cost;
    }

    public void setCost(@Nullable String cost) {
        this.cost = cost;
    }
}
