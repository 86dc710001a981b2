package org.tillwright.register.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.register.catalogue.Catalogue;

/** Makes what a screen shows of the lines of a sale. */
final class SaleLines {

    private SaleLines() {}

    static List<SaleLine> of(SaleInProgress sale, String language) {
        return sale.priced().lines().stream()
                .map(line -> shown(line, sale, language))
                .toList();
    }

    static SaleLine one(SaleInProgress sale, int number, String language) {
        return sale.priced().lines().stream()
                .filter(line -> line.wanted().number() == number)
                .map(line -> shown(line, sale, language))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line " + number));
    }

    /** How much of what a line is, for the record. */
    static String told(SaleInProgress sale, int number, String language) {
        SaleLine line = one(sale, number, language);
        return line.quantity().decimal().toPlainString() + " x " + line.description();
    }

    /** What promotions and operators took off the whole sale; never negative. Tax that is not owed is no saving. */
    static Money savings(SaleInProgress sale) {
        Money sum = sale.catalogue().zero();
        for (PricedCart.Line line : sale.priced().lines()) {
            for (Discount discount : line.discounts()) {
                if (discount.source() != Discount.Source.EXEMPTION) {
                    sum = sum.plus(discount.amount());
                }
            }
        }
        return sum.isNegative() ? sale.catalogue().zero() : sum;
    }

    /** The promotions that take more off a sale than they took before, and how much more. */
    static List<SaleLine.TakenOff> gained(SaleInProgress before, SaleInProgress after, String language) {
        Map<String, Money> now = byPromotion(after);
        if (now.isEmpty()) {
            return List.of();
        }
        Map<String, Money> then = byPromotion(before);
        List<SaleLine.TakenOff> gained = new ArrayList<>();
        now.forEach((id, amount) -> {
            Money more = amount.minus(then.getOrDefault(id, after.catalogue().zero()));
            if (more.minor() > 0) {
                gained.add(new SaleLine.TakenOff(
                        Discount.Source.PROMOTION, after.catalogue().nameOfPromotion(id, language), more));
            }
        });
        return gained;
    }

    private static Map<String, Money> byPromotion(SaleInProgress sale) {
        Map<String, Money> sums = new TreeMap<>();
        for (PricedCart.Line line : sale.priced().lines()) {
            for (Discount discount : line.discounts()) {
                if (discount.source() == Discount.Source.PROMOTION) {
                    sums.merge(discount.id(), discount.amount(), Money::plus);
                }
            }
        }
        return sums;
    }

    private static SaleLine shown(PricedCart.Line line, SaleInProgress sale, String language) {
        Catalogue catalogue = sale.catalogue();
        Catalogue.Item item = sale.item(line.wanted().itemId());
        boolean isOverridden = line.wanted().override() != null;
        return new SaleLine(
                line.wanted().number(),
                item.itemId(),
                catalogue.nameOf(item, language),
                line.quantity(),
                item.unit(),
                line.unitPrice(),
                isOverridden ? line.regularUnitPrice() : null,
                line.list(),
                line.extended(),
                isOverridden,
                line.modifiers().isEmpty()
                        ? List.of()
                        : line.modifiers().stream()
                                .map(modifier -> name(modifier.choice(), catalogue, language))
                                .toList(),
                line.discounts().isEmpty()
                        ? List.of()
                        : line.discounts().stream()
                                .map(discount -> takenOff(discount, catalogue, language))
                                .toList(),
                line.wanted().follows() != null,
                line.wanted().labelTotal() != null);
    }

    private static String name(ModifierGroup.Choice choice, Catalogue catalogue, String language) {
        String name = catalogue.nameOfModifier(choice.groupId(), choice.modifierId(), language);
        return choice.count() == 1 ? name : choice.count() + " × " + name;
    }

    private static SaleLine.TakenOff takenOff(Discount discount, Catalogue catalogue, String language) {
        boolean isPromotion = discount.source() == Discount.Source.PROMOTION;
        return new SaleLine.TakenOff(
                discount.source(),
                isPromotion ? catalogue.nameOfPromotion(discount.id(), language) : discount.id(),
                discount.amount(),
                isPromotion ? catalogue.isCouponOfSale(discount.id()) : discount.source() == Discount.Source.SALE);
    }
}
