package org.tillwright.register.selling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** Prices asked for without a sale, and goods for an amount of money. */
public final class PriceFunctions {

    /** So many of an item are priced to find the promotions that it has. */
    private static final int MOST_PIECES = 6;

    private final SaleSession sale;
    private final SellingModel selling;
    private final Conversation talk;
    private Catalogue.@Nullable Item checked;

    public PriceFunctions(SaleSession sale, SellingModel selling) {
        this.sale = sale;
        this.selling = selling;
        this.talk = selling.conversation();
    }

    public void into(Functions functions) {
        functions.put(FunctionId.PRICE_CHECK, keyed -> check());
        functions.put(FunctionId.PRICE_BY_AMOUNT, this::forAmount);
    }

    private void check() {
        checked = null;
        ItemChoice.Heading heading = new ItemChoice.Heading(
                texts -> checked == null ? texts.text("price-check.title") : priceOf(checked, texts),
                texts -> checked == null ? texts.text("price-check.detail") : offersOf(checked, texts));
        new ItemChoice(talk, sale, heading, item -> true, this::checked).choose();
    }

    private void checked(Catalogue.Item item) {
        checked = item;
        Notice fault = sale.writeDown("PRICE_CHECKED", item.itemId() + " · " + priceOf(item, talk.texts()));
        talk.say(
                fault == null
                        ? Announcement.information(talk.texts().text("price-check.next"))
                        : Announcement.warning(talk.texts().text(fault)));
    }

    private String priceOf(Catalogue.Item item, Texts texts) {
        String price = CartDrawing.price(sale.prices().apply(item), item.unit(), texts);
        String name = sale.catalogue().nameOf(item, texts.language());
        return price.isEmpty()
                ? texts.text("price-check.no-price", name)
                : texts.text("price-check.price", name, price);
    }

    /** The promotions that an item alone can have now, each with how many it takes and what those cost. */
    private String offersOf(Catalogue.Item item, Texts texts) {
        List<String> offers = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (int pieces = 1; pieces <= MOST_PIECES; pieces++) {
            PricedCart cart = priced(item, pieces);
            if (cart == null) {
                break;
            }
            for (PricedCart.Line line : cart.lines()) {
                for (Discount discount : line.discounts()) {
                    if (discount.source() == Discount.Source.PROMOTION && told.add(discount.id())) {
                        offers.add(texts.text(
                                "price-check.offer",
                                sale.catalogue().nameOfPromotion(discount.id(), texts.language()),
                                CartDrawing.quantity(new Quantity(pieces * 1000L), item.unit(), texts),
                                texts.figures().amount(cart.total())));
                    }
                }
            }
        }
        return offers.isEmpty() ? texts.text("price-check.no-offer") : String.join(" · ", offers);
    }

    /** Returns null where an item alone cannot be priced: it needs choices or a price by hand. */
    private @Nullable PricedCart priced(Catalogue.Item item, int pieces) {
        PriceBook book = sale.catalogue().priceBook(sale.cart().context().at().toLocalDate());
        boolean needsChoices = book.find(item.itemId()).stream()
                .flatMap(entry -> entry.traits().modifierGroupIds().stream())
                .map(id -> book.rules().modifierGroups().get(id))
                .anyMatch(group -> group != null && group.minimum() > 0);
        if (needsChoices || sale.catalogue().isOpenPrice(item.itemId())) {
            return null;
        }
        Cart.Line line = new Cart.Line(1, item.itemId(), Cart.Kind.SALE, new Quantity(pieces * 1000L), null);
        try {
            return PricingEngine.price(new Cart(sale.cart().context(), List.of(line), List.of()), book);
        } catch (UnpricedItemException e) {
            return null;
        }
    }

    private void forAmount(String keyed) {
        if (keyed.isBlank()) {
            talk.key(
                    texts -> new Prompt(
                            texts.text("for-amount.title"),
                            texts.text("for-amount.detail"),
                            texts.text("for-amount.hint"),
                            false),
                    this::amountKeyed);
        } else {
            amountKeyed(keyed);
        }
    }

    private void amountKeyed(String keyed) {
        Money amount = KeyedFigures.amount(keyed, sale.catalogue().currency())
                .filter(each -> !each.isZero())
                .orElse(null);
        if (amount == null) {
            talk.say(Announcement.warning(talk.texts().text("selling.no-price", keyed)));
            return;
        }
        ItemChoice.Heading heading = new ItemChoice.Heading(
                texts -> texts.text("for-amount.what", texts.amount(amount)), texts -> texts.text("for-amount.which"));
        new ItemChoice(talk, sale, heading, item -> item.unit() != Unit.PIECE, item -> ring(item, amount)).choose();
    }

    private void ring(Catalogue.Item item, Money amount) {
        UnitPrice price = sale.prices().apply(item);
        String name = sale.catalogue().nameOf(item, talk.texts().language());
        if (price == null || price.micro() <= 0) {
            talk.say(Announcement.warning(talk.texts().text("for-amount.no-price", name)));
            return;
        }
        RingUp wanted = new RingUp(item.itemId(), PricingEngine.quantityFor(amount, price), null, amount);
        selling.inOwnName(approver -> sale.ring(wanted, approver));
    }
}
