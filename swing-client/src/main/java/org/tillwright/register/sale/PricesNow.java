package org.tillwright.register.sale;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;

/** What one unit of something costs at this moment, as tiles and prompts show it. */
final class PricesNow {

    private PricesNow() {}

    /**
     * Returns prices by the lists of this moment, this store and this customer.
     *
     * @param newest what the next sale sells from
     * @param begin makes that sale: lists may count from some hour on, and an empty sale may have begun hours ago
     */
    static Function<Catalogue.Item, @Nullable UnitPrice> of(
            Catalogue newest, SaleInProgress sale, Supplier<SaleInProgress> begin) {
        boolean hasLists = !newest.priceBook(sale.cart().context().at().toLocalDate())
                .rules()
                .priceLists()
                .isEmpty();
        if (!hasLists) {
            return Catalogue.Item::price;
        }
        SaleInProgress now = sale.isUntouched() ? begin.get() : sale;
        return item -> now.catalogue().isOpenPrice(item.itemId())
                ? null
                : now.book().priceOf(item.itemId(), Quantity.ONE, now.cart().context());
    }
}
