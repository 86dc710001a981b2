package org.tillwright.system.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.system.sample.SampleReturns;
import org.tillwright.system.sample.SampleTill;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.PricedSale;
import org.tillwright.wire.sale.SaleCart;

/**
 * Writes a sale and its returns down as a register does, and reads them again as a server does, without either: what is
 * written contradicts nothing in itself, and the cart that is read from it comes to the same cents.
 */
final class RecordLaws {

    /** Far more than any partition of a thrown cart has. */
    private static final int MOST_RECEIPTS = 400;

    /** One cart of so many is written down; each costs as much as ten that are only priced. */
    private static final int ONE_OF = 16;

    private final PricingCase one;
    private final SampleTill till;

    private RecordLaws(PricingCase one) {
        this.one = one;
        PriceBook book = one.book();
        this.till = new SampleTill(
                day -> book, book.currency(), one.cart().context().storeId(), ZoneOffset.UTC);
    }

    /** Returns the first law that is broken, or null. */
    static @Nullable Violation broken(PricingCase one, PricedCart priced, Counts met) throws UnpricedItemException {
        boolean isChosen = one.returns() % ONE_OF == 0 && !one.cart().isEmpty();
        return isChosen ? new RecordLaws(one).broken(met) : null;
    }

    private @Nullable Violation broken(Counts met) throws UnpricedItemException {
        SaleMessage sale = till.sell(one.cart());
        Violation broken = soundBroken("the sale", sale);
        broken = broken != null ? broken : readBroken(sale);
        met.add("sales written and read again");
        return broken != null ? broken : returnsBroken(sale, met);
    }

    private static @Nullable Violation soundBroken(String what, SaleMessage message) {
        List<Fault> faults = message.faults();
        return faults.isEmpty()
                ? null
                : new Violation("a record does not contradict itself", what + ": " + faults + " in " + text(message));
    }

    private static String text(SaleMessage message) {
        return new String(WireJson.write(message), StandardCharsets.UTF_8);
    }

    private @Nullable Violation readBroken(SaleMessage sale) throws UnpricedItemException {
        SaleMessage read = WireJson.read(WireJson.write(sale), SaleMessage.class);
        if (!read.equals(sale)) {
            return new Violation("what is written is read again", text(sale) + " became " + text(read));
        }
        Cart cart = SaleCart.of(read, one.cart().context().at(), Map.of());
        PricedSale again = PricedSale.of(cart, PricingEngine.price(cart, one.book()), Cart.Line::itemId, Map.of());
        boolean isSame = again.lines().equals(sale.lines())
                && again.taxLines().equals(sale.taxLines())
                && java.util.Objects.equals(again.taxes(), sale.taxes())
                && java.util.Objects.equals(again.coupons(), sale.coupons())
                && java.util.Objects.equals(again.discounts(), sale.discounts());
        return isSame
                ? null
                : new Violation(
                        "a server that reads the record comes to the same cents",
                        sale.lines() + " became " + again.lines());
    }

    private @Nullable Violation returnsBroken(SaleMessage sale, Counts met) throws UnpricedItemException {
        long paid = 0;
        for (SaleMessage.Line line : sale.lines()) {
            paid += line.quantityMilli() > 0 ? line.netMinor() + line.taxMinor() : 0;
        }
        if (paid < 0) {
            return null; // as in PolicyReturnLaws
        }
        Dice dice = new Dice(one.returns());
        SampleReturns returns = new SampleReturns(till, one.cart(), sale, dice::below);
        long refunded = 0;
        SaleMessage back = returns.next();
        for (int receipts = 0; back != null && receipts < MOST_RECEIPTS; receipts++) {
            Violation broken = soundBroken("a return", back);
            if (broken != null) {
                return broken;
            }
            refunded -= back.totalMinor();
            met.add("returns written");
            back = returns.next();
        }
        return back == null && refunded == paid
                ? null
                : new Violation("records of returns give back what was paid", refunded + " of " + paid);
    }
}
