package org.tillwright.server.sales;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.sale.PricedSale;
import org.tillwright.wire.sale.SaleCart;

/**
 * Computes a sale anew from its price book and says where the register came to something else. What is computed is written
 * down as a register writes it, so that two messages are compared.
 */
final class SaleAuditor {

    private final SaleMessage told;
    private final PricedCart priced;
    private final PricedSale own;
    private final List<String> differences = new ArrayList<>();

    private SaleAuditor(SaleMessage told, PricedCart priced, PricedSale own) {
        this.told = told;
        this.priced = priced;
        this.own = own;
    }

    /**
     * Computes a sale anew.
     *
     * @param at when it was begun, by the store's own clock
     * @param returned how the goods were sold that come back with their receipt
     * @param roundsCash whether the register knows how cash is rounded, so that what it does not tell is 0
     */
    static Recomputation recompute(
            SaleMessage sale, LocalDateTime at, PriceBook book, ReturnedSales.Found returned, boolean roundsCash) {
        try {
            Cart cart = SaleCart.of(sale, at, returned.lines());
            PricedCart priced = PricingEngine.price(cart, book);
            PricedSale own = PricedSale.of(cart, priced, Cart.Line::itemId, Map.of());
            SaleAuditor auditor = new SaleAuditor(sale, priced, own);
            auditor.compare(book.rules().cashRounding(), roundsCash, returned.toManufacturersMinor());
            return new Recomputation(priced.total().minor(), auditor.differences);
        } catch (PricingEngine.UnpricedItemException e) {
            return Recomputation.impossible("item " + e.itemId() + " has no price in version " + book.version());
        } catch (ArithmeticException e) {
            return Recomputation.impossible("an amount is larger than can be counted");
        } catch (IllegalArgumentException e) {
            return Recomputation.impossible(String.valueOf(e.getMessage()));
        }
    }

    private void compare(CashRounding rounding, boolean roundsCash, long toManufacturersMinor) {
        compare("net", told.netMinor(), priced.net().minor());
        compare("tax", told.taxMinor(), priced.tax().minor());
        compare("total", told.totalMinor(), priced.total().minor());
        for (int i = 0; i < told.lines().size(); i++) {
            line(told.lines().get(i), own.lines().get(i));
        }
        taxLines();
        taxes();
        coupons(toManufacturersMinor);
        if (told.cashRoundingMinor() != null || (roundsCash && hasCash())) {
            cashRounding(rounding);
        }
    }

    private void line(SaleMessage.Line told, SaleMessage.Line own) {
        String line = "line " + told.number() + " ";
        compare(line + "unit price", told.unitPriceMicro(), own.unitPriceMicro());
        compare(line + "quantity", told.quantityMilli(), own.quantityMilli());
        compare(line + "amount before discounts", told.listedMinor(), own.listedMinor());
        compare(line + "amount", told.extendedMinor(), own.extendedMinor());
        compare(line + "tax", told.taxMinor(), own.taxMinor());
        if (!told.taxRateId().equals(own.taxRateId())) {
            differences.add(line + "tax rate " + told.taxRateId() + ", computed " + own.taxRateId());
        }
        sums(line + "discount ", discounts(told), discounts(own));
        if (told.taxes() != null) {
            sums(line + "tax of ", taxes(told), taxes(own));
        }
    }

    private static Map<String, Long> discounts(SaleMessage.Line line) {
        Map<String, Long> sums = new HashMap<>();
        line.takenOff()
                .forEach(discount -> sums.merge(
                        discount.source() + " " + discount.discountId(), discount.amountMinor(), Math::addExact));
        return sums;
    }

    private static Map<String, Long> taxes(SaleMessage.Line line) {
        Map<String, Long> sums = new HashMap<>();
        Lists.of(line.taxes()).forEach(tax -> sums.merge(tax.taxId(), tax.amountMinor(), Math::addExact));
        return sums;
    }

    /** What is not told, or not computed, is nothing. */
    private void sums(String what, Map<String, Long> told, Map<String, Long> own) {
        List<String> keys = new ArrayList<>(told.keySet());
        own.keySet().stream().filter(key -> !told.containsKey(key)).forEach(keys::add);
        keys.sort(null);
        keys.forEach(key -> compare(what + key, told.getOrDefault(key, 0L), own.getOrDefault(key, 0L)));
    }

    private void taxLines() {
        Map<String, SaleMessage.TaxLine> toldById = new HashMap<>();
        told.taxLines().forEach(line -> toldById.put(line.taxRateId(), line));
        for (SaleMessage.TaxLine computed : own.taxLines()) {
            String rate = computed.taxRateId();
            SaleMessage.TaxLine line = toldById.get(rate);
            if (line == null) {
                differences.add("tax rate " + rate + " is missing");
            } else {
                compare("tax rate " + rate, line.ratePpm(), computed.ratePpm());
                compare("tax of " + rate, line.taxMinor(), computed.taxMinor());
                compare("net of " + rate, line.netMinor(), computed.netMinor());
            }
        }
        if (told.taxLines().size() > own.taxLines().size()) {
            differences.add("there are tax rates that no line has");
        }
    }

    /** Single taxes, where the register told them; their sums are those of the lines, which the message's check saw to. */
    private void taxes() {
        Map<String, SaleMessage.TaxSum> computed = new HashMap<>();
        Lists.of(own.taxes()).forEach(tax -> computed.put(tax.taxId(), tax));
        for (SaleMessage.TaxSum tax : Lists.of(told.taxes())) {
            SaleMessage.TaxSum sum = computed.get(tax.taxId());
            if (sum != null) {
                if (!tax.kind().equals(sum.kind()) || !tax.inPrice().equals(sum.inPrice())) {
                    differences.add("tax " + tax.taxId() + " is " + kindOf(tax) + ", computed " + kindOf(sum));
                }
                compare("tax " + tax.taxId(), tax.value(), sum.value());
                compare("base of tax " + tax.taxId(), tax.baseMinor(), sum.baseMinor());
            }
        }
    }

    private static String kindOf(SaleMessage.TaxSum tax) {
        return tax.kind() + (tax.inPrice() ? " IN_PRICE" : " ON_TOP");
    }

    /** Coupons of manufacturers are a way of paying, and go back to them; those for a next sale are worth something too. */
    private void coupons(long toManufacturersMinor) {
        compare(
                "coupons of manufacturers",
                sumOf(TenderType.COUPON),
                Math.subtractExact(priced.paidByManufacturers().minor(), toManufacturersMinor));
        sums("coupons handed out ", issued(told.coupons()), issued(own.coupons()));
    }

    private static Map<String, Long> issued(@Nullable List<SaleMessage.IssuedCoupon> coupons) {
        Map<String, Long> sums = new HashMap<>();
        Lists.of(coupons)
                .forEach(coupon ->
                        sums.merge(coupon.promotionId() + " " + coupon.couponCode(), coupon.count(), Math::addExact));
        return sums;
    }

    private long sumOf(TenderType type) {
        return told.tenders().stream()
                .filter(tender -> tender.type().equals(type.name()))
                .mapToLong(SaleMessage.Tender::amountMinor)
                .sum();
    }

    private long sumOfAllBut(TenderType type) {
        return told.tenders().stream()
                .filter(tender -> !tender.type().equals(type.name()))
                .mapToLong(SaleMessage.Tender::amountMinor)
                .sum();
    }

    private boolean hasCash() {
        return told.tenders().stream().anyMatch(tender -> tender.type().equals(TenderType.CASH.name()));
    }

    /**
     * What is due in cash is rounded, or the change: of a sale that was paid with too much, by a coupon or a card too. Due in
     * cash is what no other tender has paid, of the goods and of the money taken beside them.
     */
    private void cashRounding(CashRounding rounding) {
        long toldRounding = told.roundedByMinor();
        long totalMinor = told.totalMinor() + told.moneyInMinor();
        Money due = new Money(priced.total().currency(), totalMinor - sumOfAllBut(TenderType.CASH));
        long given = told.tenders().stream()
                .filter(tender -> tender.type().equals(TenderType.CASH.name()))
                .mapToLong(tender -> Math.max(tender.amountMinor(), 0))
                .sum();
        Money change = new Money(due.currency(), given - due.minor());
        long byDue = rounding.due(due).minor() - due.minor();
        long byChange = change.minor() - rounding.change(change).minor();
        boolean isChange = given == 0 && due.isNegative() && totalMinor >= 0;
        if (due.isNegative() && isBack() && Math.abs(toldRounding) < rounding.incrementMinor()) {
            return; // cash goes back as a whole up to now, so that all returns of a sale sum to what was taken
        }
        if (isChange) {
            compare("cash rounding", toldRounding, byChange);
        } else if (toldRounding != byChange || given == 0) {
            compare("cash rounding", toldRounding, byDue);
        }
    }

    private boolean isBack() {
        return told.lines().stream().anyMatch(line -> line.returned() != null);
    }

    private void compare(String what, long told, long computed) {
        if (told != computed) {
            differences.add(what + " told " + told + ", computed " + computed);
        }
    }
}
