package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.wire.SaleMessage;

/** Computes a sale anew from its price book and says where the register came to something else. */
final class SaleAuditor {

    private SaleAuditor() {}

    static Recomputation recompute(SaleMessage sale, PriceBook book) {
        try {
            PricedCart computed = PricingEngine.price(cartOf(sale), book);
            return new Recomputation(computed.total().minor(), differences(sale, computed));
        } catch (PricingEngine.UnpricedItemException e) {
            return Recomputation.impossible("item " + e.itemId() + " has no price in version " + book.version());
        } catch (ArithmeticException e) {
            return Recomputation.impossible("an amount is larger than can be counted");
        }
    }

    private static Cart cartOf(SaleMessage sale) {
        Currency currency = Currency.of(sale.currency());
        return new Cart(
                sale.lines().stream().map(line -> lineOf(line, currency)).toList());
    }

    private static Cart.Line lineOf(SaleMessage.Line line, Currency currency) {
        Quantity quantity = new Quantity(line.quantityMilli());
        SaleMessage.OverriddenPrice override = line.override();
        return new Cart.Line(
                Math.toIntExact(line.number()),
                line.itemId(),
                quantity.isNegative() ? Cart.Kind.RETURN : Cart.Kind.SALE,
                quantity,
                override == null
                        ? null
                        : new PriceOverride(
                                new UnitPrice(currency, line.unitPriceMicro()),
                                override.reason(),
                                override.approverId()));
    }

    private static List<String> differences(SaleMessage sale, PricedCart computed) {
        List<String> differences = new ArrayList<>();
        compare("net", sale.netMinor(), computed.net().minor(), differences);
        compare("tax", sale.taxMinor(), computed.tax().minor(), differences);
        compare("total", sale.totalMinor(), computed.total().minor(), differences);
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line told = sale.lines().get(i);
            PricedCart.Line own = computed.lines().get(i);
            String line = "line " + told.number() + " ";
            compare(line + "unit price", told.unitPriceMicro(), own.unitPrice().micro(), differences);
            compare(line + "amount", told.extendedMinor(), own.extended().minor(), differences);
            compare(line + "tax", told.taxMinor(), own.tax().minor(), differences);
            String taxId = own.taxes().isEmpty() ? "" : own.taxes().get(0).tax().taxId();
            if (!told.taxRateId().equals(taxId)) {
                differences.add(line + "tax rate " + told.taxRateId() + ", computed " + taxId);
            }
        }
        taxLines(sale, computed, differences);
        return differences;
    }

    private static void taxLines(SaleMessage sale, PricedCart computed, List<String> differences) {
        for (TaxLine own : computed.taxLines()) {
            String rate = own.tax().taxId();
            Optional<SaleMessage.TaxLine> told = sale.taxLines().stream()
                    .filter(line -> line.taxRateId().equals(rate))
                    .findFirst();
            if (told.isEmpty()) {
                differences.add("tax rate " + rate + " is missing");
            } else {
                compare("tax rate " + rate, told.get().ratePpm(), own.tax().value(), differences);
                compare("tax of " + rate, told.get().taxMinor(), own.amount().minor(), differences);
                compare("net of " + rate, told.get().netMinor(), own.base().minor(), differences);
            }
        }
        if (sale.taxLines().size() > computed.taxLines().size()) {
            differences.add("there are tax rates that no line has");
        }
    }

    private static void compare(String what, long told, long computed, List<String> differences) {
        if (told != computed) {
            differences.add(what + " told " + told + ", computed " + computed);
        }
    }
}
