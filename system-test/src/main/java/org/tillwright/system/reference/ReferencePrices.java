package org.tillwright.system.reference;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceList;

/** What one unit of an item costs in a cart: by hand, by price list, or its own price. */
final class ReferencePrices {

    private final Cart cart;
    private final PriceBook book;

    ReferencePrices(Cart cart, PriceBook book) {
        this.cart = cart;
        this.book = book;
    }

    UnitPrice unitPrice(Cart.Line line, PriceBook.Entry entry) {
        if (line.override() != null) {
            return line.override().unitPrice();
        }
        UnitPrice price = listed(line, entry.unitPrice());
        if (price == null) {
            throw new IllegalArgumentException("line " + line.number() + " has no price");
        }
        return price;
    }

    @Nullable
    UnitPrice listed(Cart.Line line, @Nullable UnitPrice base) {
        long milli = line.kind() == Cart.Kind.RETURN ? -line.quantity().milli() : 0;
        for (Cart.Line other : cart.lines()) {
            boolean bought = other.itemId().equals(line.itemId())
                    && other.kind() == Cart.Kind.SALE
                    && other.labelTotal() == null;
            milli += bought && line.kind() == Cart.Kind.SALE ? other.quantity().milli() : 0;
        }
        milli = line.labelTotal() == null
                ? milli
                : 0; // how much it is follows from the price, and not the price from it
        PriceList dayList = null;
        UnitPrice ofDay = base;
        UnitPrice lowest = null;
        for (PriceList list : book.rules().priceLists().lists()) {
            for (PriceList.Price price : list.prices()) {
                if (price.itemId().equals(line.itemId()) && counts(list, price, milli)) {
                    boolean everybody =
                            list.customerGroups().isEmpty() && price.minimum().isZero();
                    if (!everybody) {
                        lowest = lowest == null || price.unitPrice().micro() < lowest.micro()
                                ? price.unitPrice()
                                : lowest;
                    } else if (dayList == null || goesBefore(list, price.unitPrice(), dayList, ofDay)) {
                        dayList = list;
                        ofDay = price.unitPrice();
                    }
                }
            }
        }
        boolean better = lowest != null && (ofDay == null || lowest.micro() < ofDay.micro());
        return better ? lowest : ofDay;
    }

    private boolean counts(PriceList list, PriceList.Price price, long milli) {
        var context = cart.context();
        var day = context.at().toLocalDate();
        return milli >= price.minimum().milli()
                && (list.stores().isEmpty() || list.stores().contains(context.storeId()))
                && (list.customerGroups().isEmpty()
                        || list.customerGroups().stream().anyMatch(context.customerGroups()::contains))
                && (list.from() == null || !list.from().isAfter(day))
                && (list.until() == null || !list.until().isBefore(day));
    }

    /** One that names the store goes first, then the one that began later, then the lower price. */
    private static boolean goesBefore(
            PriceList list, UnitPrice price, PriceList other, @Nullable UnitPrice otherPrice) {
        if (list.stores().isEmpty() != other.stores().isEmpty()) {
            return other.stores().isEmpty();
        }
        var begin = list.from() == null ? java.time.LocalDate.MIN : list.from();
        var otherBegin = other.from() == null ? java.time.LocalDate.MIN : other.from();
        return begin.equals(otherBegin)
                ? otherPrice == null || price.micro() < otherPrice.micro()
                : begin.isAfter(otherBegin);
    }
}
