package org.tillwright.system.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;
import org.tillwright.system.written.CartWriter;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.sale.CartCase;

/** Writes a case as a file that {@code ./pos price} reads: the cart, and then the receipts on which its goods come back. */
final class CounterExample {

    private static final String SALE = "sale";

    private CounterExample() {}

    static String text(PricingCase one) {
        List<CartCase> carts = new ArrayList<>();
        carts.add(CartWriter.cart(SALE, one.cart(), line -> null));
        for (Map<Integer, Cart.Line> receipt : receipts(one)) {
            Map<Integer, Integer> soldAs = new LinkedHashMap<>();
            List<Cart.Line> lines = new ArrayList<>();
            for (Map.Entry<Integer, Cart.Line> line : receipt.entrySet()) {
                soldAs.put(line.getValue().number(), line.getKey());
                lines.add(line.getValue());
            }
            carts.add(CartWriter.cart(
                    "return " + carts.size(),
                    new Cart(one.cart().context(), lines, List.of()),
                    line -> new CartMessage.Returned(SALE, (long) soldAs.getOrDefault(line.number(), 0))));
        }
        return new String(CartWriter.file(one.book(), carts), StandardCharsets.UTF_8);
    }

    /** The receipts of the case, as far as its goods can come back; an engine that breaks off has none. */
    private static List<Map<Integer, Cart.Line>> receipts(PricingCase one) {
        List<Map<Integer, Cart.Line>> receipts = new ArrayList<>();
        try {
            SoldSale sale = SoldSale.of(one.cart(), one.book(), PricingEngine.price(one.cart(), one.book()));
            Partition partition = new Partition(new Dice(one.returns()), sale);
            for (Map<Integer, org.tillwright.core.money.Quantity> back = partition.next();
                    !back.isEmpty();
                    back = partition.next()) {
                Map<Integer, SoldLine> worth = Refunds.lines(sale, back);
                receipts.add(Partition.lines(one.cart(), back));
                sale = sale.after(worth, back);
                partition.after(sale);
            }
        } catch (UnpricedItemException
                | Refunds.NotReturnableException
                | IllegalArgumentException
                | ArithmeticException e) {
            return receipts;
        }
        return receipts;
    }
}
