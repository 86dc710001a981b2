package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleMessage.OverriddenPrice;
import org.tillwright.wire.order.OrderMessage;

/** Holds the prices by hand that ask nobody against what they appeal to: otherwise any price could be called promised. */
final class AgreedPrices {

    private AgreedPrices() {}

    /**
     * Returns in words which prices were neither asked for by their item nor promised to the customer. Goods that come back are
     * left out: their prices were looked at when they were sold.
     *
     * @param openPriceItems those whose price is asked for at each sale
     * @param promised the lines of the order that the sale is of; empty without one
     */
    static List<String> doubtsOf(SaleMessage sale, Set<String> openPriceItems, List<OrderMessage.Line> promised) {
        List<String> doubts = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            OverriddenPrice price = line.override();
            if (price == null || line.returned() != null) {
                continue;
            }
            if (price.reason().equals(OverriddenPrice.OPEN_PRICE) && !openPriceItems.contains(line.itemId())) {
                doubts.add("line " + line.number() + " has a price that item " + line.itemId() + " does not ask for");
            } else if (price.reason().equals(OverriddenPrice.QUOTED)
                    && promised.stream().noneMatch(each -> isPromise(each, line))) {
                doubts.add("line " + line.number() + " has a price that no order promised for item " + line.itemId());
            }
        }
        return doubts;
    }

    private static boolean isPromise(OrderMessage.Line promised, SaleMessage.Line line) {
        return promised.number().equals(line.number())
                && promised.itemId().equals(line.itemId())
                && promised.unitPriceMicro().equals(line.unitPriceMicro());
    }
}
