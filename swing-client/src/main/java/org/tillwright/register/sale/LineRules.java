package org.tillwright.register.sale;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CartCheck;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleOutcome.NeedsPrice;
import org.tillwright.register.sale.SaleOutcome.NeedsQuantity;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.SaleMessage;

/** What may become a line of a sale, and who may make it one. */
final class LineRules {

    private LineRules() {}

    /** Hands the new line to {@code ring}, or says what is missing for it. */
    static SaleOutcome newLine(
            SaleInProgress sale,
            Catalogue.Item item,
            RingUp wanted,
            Authority authority,
            Texts texts,
            Function<Cart.Line, SaleOutcome> ring) {
        Quantity quantity = wanted.quantity();
        if (quantity == null) {
            return new NeedsQuantity(item, false);
        }
        Notice fault = fault(sale, item, quantity, wanted, texts);
        if (fault != null) {
            return new Said(fault);
        }
        RingUp.HandPrice price = wanted.price();
        boolean isAsked = sale.catalogue().isOpenPrice(item.itemId());
        if (price == null && wanted.label() == null && isAsked) {
            return new NeedsPrice(item, quantity);
        }
        NeedsApproval missing = missing(sale, item, wanted, authority);
        if (missing != null) {
            return missing;
        }
        PriceOverride override = price == null
                ? null
                : new PriceOverride(
                        price.unitPrice(),
                        isAsked ? SaleMessage.OverriddenPrice.OPEN_PRICE : price.reason(),
                        authority.id());
        Cart.Kind kind = quantity.isNegative() ? Cart.Kind.RETURN : Cart.Kind.SALE;
        Cart.Line line = new Cart.Line(sale.nextLine(), item.itemId(), kind, quantity, override);
        Money label = wanted.label();
        return ring.apply(label == null ? line : line.withLabelTotal(label));
    }

    /** What of a new line nobody allowed: goods without their receipt, and then a price by hand. */
    private static @Nullable NeedsApproval missing(
            SaleInProgress sale, Catalogue.Item item, RingUp wanted, Authority authority) {
        Quantity quantity = requireNonNull(wanted.quantity());
        RingUp.HandPrice price = wanted.price();
        boolean isHandPrice = price != null && !sale.catalogue().isOpenPrice(item.itemId());
        if (quantity.isNegative() && !isHandPrice) {
            String goods = ApprovalDetail.ofReturn(sale.nextLine(), item.itemId())
                    + Math.abs(quantity.milli())
                    + (price == null ? "" : " at " + price.unitPrice().micro());
            NeedsApproval back =
                    new NeedsApproval(Permissions.RETURN_WITHOUT_RECEIPT, ApprovalDetail.RETURN, goods, null);
            return authority.may(back) ? null : back;
        }
        if (price == null || !isHandPrice) {
            return null;
        }
        // Who may set a price may take goods back at it; asking twice for one line would help nobody.
        PriceOverride override = new PriceOverride(price.unitPrice(), price.reason(), "");
        Cart.Kind kind = quantity.isNegative() ? Cart.Kind.RETURN : Cart.Kind.SALE;
        NeedsApproval other =
                HandPrices.approvalOf(sale, new Cart.Line(sale.nextLine(), item.itemId(), kind, quantity, override));
        return authority.may(other) ? null : other;
    }

    /**
     * What a line comes to that would leave something without a price.
     *
     * @param unpriced the item that has none
     */
    static SaleOutcome unpriced(Cart.Line line, String unpriced, SaleInProgress sale, Texts texts) {
        Catalogue.Item item = sale.item(line.itemId());
        boolean isNew = sale.cart().find(line.number()).isEmpty();
        if (isNew && unpriced.equals(line.itemId())) {
            return new NeedsPrice(item, line.quantity());
        }
        return new Said(unpriced(unpriced, sale, texts));
    }

    /** Why a change is not made that would leave an item without a price. */
    static Notice unpriced(String itemId, SaleInProgress sale, Texts texts) {
        return Notice.of("sale.no-price-then", sale.catalogue().nameOf(sale.item(itemId), texts.language()));
    }

    private static @Nullable Notice fault(
            SaleInProgress sale, Catalogue.Item item, Quantity quantity, RingUp wanted, Texts texts) {
        RingUp.HandPrice price = wanted.price();
        Money label = wanted.label();
        Notice fault = quantityFault(item, quantity, texts, sale.catalogue());
        if (fault == null && price != null) {
            fault = priceFault(price.unitPrice(), texts);
        }
        if (fault == null && label != null) {
            fault = priceFault(UnitPrice.of(label), texts);
        }
        if (fault == null) {
            fault = obstacle(item, sale, texts);
        }
        boolean isFull = sale.cart().lines().size() + linesOf(item.itemId(), sale.book()) > SaleLimits.MAX_LINES;
        return fault == null && isFull ? Notice.of("sale.too-many-lines") : fault;
    }

    /** Returns how many lines an item comes to: its own, and those of its deposits. */
    private static int linesOf(String itemId, PriceBook book) {
        int lines = 1;
        PriceBook.Entry entry = book.entries().get(itemId);
        if (entry != null) {
            for (String deposit : entry.traits().deposits().keySet()) {
                lines += linesOf(deposit, book);
            }
        }
        return lines;
    }

    /** Why an item cannot be sold at all: the rules ask for something that is not there. */
    private static @Nullable Notice obstacle(Catalogue.Item item, SaleInProgress sale, Texts texts) {
        PriceBook book = sale.book();
        PriceBook.Entry entry = book.entries().get(item.itemId());
        String name = sale.catalogue().nameOf(item, texts.language());
        if (entry == null) {
            return Notice.of("sale.no-tax-today", name);
        }
        if (!hasPricedDeposits(entry, book, sale.cart().context())) {
            return Notice.of("sale.deposit-without-price", name);
        }
        return null;
    }

    private static boolean hasPricedDeposits(PriceBook.Entry entry, PriceBook book, SaleContext context) {
        for (Map.Entry<String, Quantity> each : entry.traits().deposits().entrySet()) {
            PriceBook.Entry deposit = book.entries().get(each.getKey());
            if (deposit == null
                    || book.priceOf(each.getKey(), each.getValue(), context) == null
                    || !hasPricedDeposits(deposit, book, context)) {
                return false;
            }
        }
        return true;
    }

    /** True if the rules still take a line of a draft. */
    static boolean isSellable(Cart.Line line, Catalogue catalogue, PriceBook book, SaleContext context) {
        Catalogue.Item item = catalogue.find(line.itemId()).orElse(null);
        PriceBook.Entry entry = book.entries().get(line.itemId());
        if (item == null || entry == null || !hasPricedDeposits(entry, book, context)) {
            return false;
        }
        Cart alone = new Cart(List.of(new Cart.Line(
                line.number(),
                line.itemId(),
                line.kind(),
                line.quantity(),
                line.override(),
                line.modifiers(),
                line.discounts(),
                line.serviceMode(),
                line.labelTotal(),
                null,
                null)));
        return CartCheck.faultsOf(alone, book).isEmpty();
    }

    /** Returns null when quantity and price of a line may be changed by hand, otherwise why not. */
    private static @Nullable Notice fixed(Cart.Line line, SaleInProgress sale, Texts texts) {
        Integer follows = line.follows();
        if (line.sold() != null) {
            return Notice.of("sale.returned-fixed");
        }
        if (follows != null) {
            Cart.Line goods = sale.cart().find(follows).orElseThrow();
            return Notice.of("sale.follows", sale.catalogue().nameOf(sale.item(goods.itemId()), texts.language()));
        }
        return line.labelTotal() == null ? null : Notice.of("sale.label-fixed");
    }

    /** Hands the line with another price by hand to {@code ring}, or says why it may not have it. */
    static SaleOutcome overridden(
            SaleInProgress sale,
            Cart.Line line,
            RingUp.HandPrice wanted,
            Authority authority,
            Texts texts,
            Function<Cart.Line, SaleOutcome> ring) {
        Notice fixed = fixed(line, sale, texts);
        Notice fault = fixed != null ? fixed : priceFault(wanted.unitPrice(), texts);
        if (fault != null) {
            return new Said(fault);
        }
        Cart.Line changed = line.withOverride(new PriceOverride(wanted.unitPrice(), wanted.reason(), authority.id()));
        NeedsApproval needed = HandPrices.approvalOf(sale, changed);
        return authority.may(needed) ? ring.apply(changed) : needed;
    }

    /** Hands the line with so much of its goods to {@code ring}, or says why it may not have it. */
    static SaleOutcome withQuantity(
            SaleInProgress sale,
            Cart.Line line,
            Quantity amount,
            Authority authority,
            Texts texts,
            Function<Cart.Line, SaleOutcome> ring) {
        Notice fault = changeFault(line, amount, sale, texts);
        if (fault != null) {
            return new Said(fault);
        }
        boolean isMoreBack = line.kind() == Cart.Kind.RETURN
                && line.sold() == null
                && amount.milli() > Math.abs(line.quantity().milli());
        if (isMoreBack) {
            String goods = ApprovalDetail.ofReturn(line.number(), line.itemId()) + amount.milli();
            NeedsApproval back =
                    new NeedsApproval(Permissions.RETURN_WITHOUT_RECEIPT, ApprovalDetail.RETURN, goods, null);
            if (!authority.may(back)) {
                return back;
            }
        }
        return ring.apply(withAmount(line, amount));
    }

    /** Returns the line with so much of its goods; the way they go stays. */
    static Cart.Line withAmount(Cart.Line line, Quantity amount) {
        return line.withQuantity(line.kind() == Cart.Kind.RETURN ? amount.negated() : amount);
    }

    /** Returns null when a price by hand can be worked with, otherwise why not. */
    private static @Nullable Notice priceFault(UnitPrice price, Texts texts) {
        UnitPrice most = new UnitPrice(price.currency(), SaleLimits.MAX_PRICE_MICRO);
        return price.micro() > most.micro()
                ? Notice.of("sale.price-too-much", texts.figures().price(most))
                : null;
    }

    /** True if one more of an item can go onto this line: the same item, the same way, at the book's price. */
    static boolean isMoreOf(Cart.Line line, Catalogue.Item item, Cart.Kind kind) {
        return line.itemId().equals(item.itemId()) && line.kind() == kind && isPlain(line);
    }

    private static boolean isPlain(Cart.Line line) {
        return line.override() == null
                && line.labelTotal() == null
                && line.modifiers().isEmpty()
                && line.discounts().isEmpty()
                && line.sold() == null;
    }

    static Quantity oneMore(Quantity signed) {
        return new Quantity(Math.abs(signed.milli())).plus(Quantity.ONE);
    }

    /** Returns null when a line may be voided, otherwise why not: a deposit goes with its goods, and not before them. */
    static @Nullable Notice voidFault(Cart.Line line, SaleInProgress sale, Texts texts) {
        if (line.sold() != null) {
            return line.sold().clawback() == null ? null : Notice.of("sale.returned-together");
        }
        return line.follows() == null ? null : fixed(line, sale, texts);
    }

    /** Returns null when a line may become so much, otherwise why not. */
    static @Nullable Notice changeFault(Cart.Line line, Quantity amount, SaleInProgress sale, Texts texts) {
        Notice fixed = fixed(line, sale, texts);
        if (fixed != null) {
            return fixed;
        }
        return amount.isNegative()
                ? Notice.of("sale.quantity-negative")
                : quantityFault(sale.item(line.itemId()), amount, texts, sale.catalogue());
    }

    /** Returns null when an item may be rung in this quantity, otherwise why not. */
    static @Nullable Notice quantityFault(Catalogue.Item item, Quantity quantity, Texts texts, Catalogue catalogue) {
        if (quantity.isZero()) {
            return Notice.of("sale.quantity-zero");
        }
        if (!item.unit().isDivisible() && quantity.milli() % Quantity.ONE.milli() != 0) {
            return Notice.of("sale.quantity-not-whole", catalogue.nameOf(item, texts.language()));
        }
        return Math.abs(quantity.milli()) > SaleLimits.MAX_QUANTITY.milli()
                ? Notice.of("sale.quantity-too-much", texts.figures().quantity(SaleLimits.MAX_QUANTITY))
                : null;
    }
}
