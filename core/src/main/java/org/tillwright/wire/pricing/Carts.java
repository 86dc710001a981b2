package org.tillwright.wire.pricing;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.pricing.SoldLine;

/** Turns what messages say of a cart into what the pricing engine works with, and back. */
public final class Carts {

    private static final String PERCENT = "PERCENT";
    private static final String AMOUNT = "AMOUNT";

    private Carts() {}

    /**
     * Returns the context of a sale.
     *
     * @param told null for a sale to anybody
     * @param at when the sale was begun, by the store's own clock
     */
    public static SaleContext context(@Nullable SaleContextMessage told, LocalDateTime at, String storeId) {
        if (told == null) {
            return SaleContext.of(at, storeId);
        }
        Map<String, Long> used = new LinkedHashMap<>();
        Lists.of(told.used()).forEach(use -> used.merge(use.promotionId(), use.times(), Math::addExact));
        return new SaleContext(
                at,
                storeId,
                Set.copyOf(Lists.of(told.customerGroups())),
                told.customerId(),
                told.taxExempt(),
                Set.copyOf(Lists.of(told.couponCodes())),
                told.tender(),
                used);
    }

    /** Returns the message of a context; null for a sale to anybody. Its moment and store are told elsewhere. */
    public static @Nullable SaleContextMessage contextMessage(SaleContext context) {
        if (context.equals(SaleContext.of(context.at(), context.storeId()))) {
            return null;
        }
        return new SaleContextMessage(
                context.taxExempt(),
                context.customerId(),
                orNull(context.customerGroups().stream().sorted().toList()),
                orNull(context.couponCodes().stream().sorted().toList()),
                context.tender(),
                orNull(context.usedByCustomer().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(use -> new SaleContextMessage.Use(use.getKey(), use.getValue()))
                        .toList()));
    }

    /**
     * Returns the cart of a message.
     *
     * @param sold for lines that come back: how they were sold, by the number of the line here
     * @throws IllegalArgumentException if no cart can be like this, with one sentence
     * @throws ArithmeticException if a number is larger than can be counted
     */
    public static Cart cart(
            CartMessage told, LocalDateTime at, String storeId, Currency currency, Map<Long, SoldLine> sold) {
        return new Cart(
                context(told.context(), at, storeId),
                told.lines().stream()
                        .map(line -> line(line, currency, sold.get(line.number())))
                        .toList(),
                discounts(told.discounts(), currency));
    }

    private static Cart.Line line(CartMessage.Line told, Currency currency, @Nullable SoldLine sold) {
        Quantity quantity = new Quantity(told.quantityMilli());
        Long price = told.unitPriceMicro();
        String reason = told.priceReason();
        String approver = told.approverId();
        String mode = told.serviceMode();
        Long label = told.labelMinor();
        Long follows = told.follows();
        return new Cart.Line(
                Math.toIntExact(told.number()),
                told.itemId(),
                kind(told),
                quantity,
                price == null
                        ? null
                        : new PriceOverride(
                                new UnitPrice(currency, price),
                                reason == null ? "" : reason,
                                approver == null ? "" : approver),
                choices(told.modifiers()),
                discounts(told.discounts(), currency),
                mode == null ? null : serviceMode(mode),
                label == null ? null : new Money(currency, label),
                follows == null ? null : Math.toIntExact(follows),
                sold);
    }

    private static Cart.Kind kind(CartMessage.Line told) {
        String kind = told.kind();
        if (kind == null) {
            return told.returned() == null ? Cart.Kind.SALE : Cart.Kind.RETURN;
        }
        return switch (kind) {
            case "SALE" -> Cart.Kind.SALE;
            case "RETURN" -> Cart.Kind.RETURN;
            default ->
                throw new IllegalArgumentException("line " + told.number() + " is neither SALE nor RETURN: " + kind);
        };
    }

    private static ServiceMode serviceMode(String told) {
        return switch (told) {
            case "EAT_IN" -> ServiceMode.EAT_IN;
            case "TAKE_AWAY" -> ServiceMode.TAKE_AWAY;
            default -> throw new IllegalArgumentException("there is no way to serve called " + told);
        };
    }

    public static List<ModifierGroup.Choice> choices(@Nullable List<CartMessage.Modifier> told) {
        return Lists.of(told).stream()
                .map(modifier -> new ModifierGroup.Choice(
                        modifier.groupId(), modifier.modifierId(), Math.toIntExact(modifier.count())))
                .toList();
    }

    public static @Nullable List<CartMessage.Modifier> choiceMessages(List<ModifierGroup.Choice> choices) {
        return orNull(choices.stream()
                .map(choice -> new CartMessage.Modifier(choice.groupId(), choice.modifierId(), (long) choice.count()))
                .toList());
    }

    public static List<ManualDiscount> discounts(@Nullable List<CartMessage.ManualDiscount> told, Currency currency) {
        return Lists.of(told).stream().map(one -> discount(one, currency)).toList();
    }

    public static @Nullable List<CartMessage.ManualDiscount> discountMessages(List<ManualDiscount> discounts) {
        return orNull(discounts.stream().map(Carts::discountMessage).toList());
    }

    private static ManualDiscount discount(CartMessage.ManualDiscount told, Currency currency) {
        return switch (told.kind()) {
            case PERCENT ->
                ManualDiscount.percent(told.discountId(), new Rate(told.value()), told.reason(), told.approverId());
            case AMOUNT ->
                ManualDiscount.amount(
                        told.discountId(), new Money(currency, told.value()), told.reason(), told.approverId());
            default ->
                throw new IllegalArgumentException(
                        "discount " + told.discountId() + " is neither PERCENT nor AMOUNT: " + told.kind());
        };
    }

    private static CartMessage.ManualDiscount discountMessage(ManualDiscount discount) {
        Rate percent = discount.percent();
        Money amount = discount.amount();
        return new CartMessage.ManualDiscount(
                discount.discountId(),
                percent == null ? AMOUNT : PERCENT,
                percent != null ? percent.ppm() : amount == null ? 0 : amount.minor(),
                discount.reason(),
                discount.approverId());
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
