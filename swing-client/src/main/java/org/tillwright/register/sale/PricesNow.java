package org.tillwright.register.sale;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;

/**
 * What one unit of something costs at this moment, by the lists of this store and this customer, as tiles and prompts show
 * it; null where the price is asked for.
 */
public final class PricesNow implements Function<Catalogue.Item, @Nullable UnitPrice> {

    private final SaleInProgress sale;
    private final boolean hasLists;
    private final Supplier<List<SaleLine>> lines;

    /**
     * @param newest what the next sale sells from
     * @param begin makes that sale: lists may count from some hour on, and an empty sale may have begun hours ago
     */
    PricesNow(Catalogue newest, SaleInProgress now, Supplier<SaleInProgress> begin, Supplier<List<SaleLine>> lines) {
        this.lines = lines;
        hasLists = !newest.priceBook(now.cart().context().at().toLocalDate())
                .rules()
                .priceLists()
                .isEmpty();
        sale = hasLists && now.isUntouched() ? begin.get() : now;
    }

    @Override
    public @Nullable UnitPrice apply(Catalogue.Item item) {
        return of(item, Quantity.ONE);
    }

    /** The same when so much more of an item is sold than there is already: lists may have another price from a quantity on. */
    public @Nullable UnitPrice with(Quantity more, Catalogue.Item item) {
        long had = lines.get().stream()
                .filter(line -> line.itemId().equals(item.itemId()) && !line.isReturn())
                .mapToLong(line -> line.quantity().milli())
                .sum();
        return of(item, new Quantity(Math.addExact(had, more.milli())));
    }

    private @Nullable UnitPrice of(Catalogue.Item item, Quantity quantity) {
        if (!hasLists) {
            return item.price();
        }
        return sale.catalogue().isOpenPrice(item.itemId())
                ? null
                : sale.book().priceOf(item.itemId(), quantity, sale.cart().context());
    }
}
