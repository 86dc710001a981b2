package org.tillwright.register.sale;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.SellingRules.Restriction;

/**
 * What has to be known of goods before they become a line: that the customer is old enough, how they are wanted, where they
 * are eaten. Remembers for one sale what was answered, so that an age is asked for once. Event thread only.
 */
public final class GoodsChecks {

    private long confirmedAge;
    private final Set<String> told = new HashSet<>();
    private @Nullable ServiceMode mode;

    /** Notes that the customer is old enough, or that a warning was read, for the rest of this sale. */
    public void confirmed(Restriction restriction) {
        told.add(restriction.restrictionId());
        Long age = restriction.minimumAge();
        confirmedAge = Math.max(confirmedAge, age == null ? 0 : age);
    }

    /** Goods that are rung up from now on in this sale are eaten here, or taken away. */
    public void serve(ServiceMode changed) {
        mode = changed;
    }

    /** Returns where the next goods are eaten; null where that makes no difference. */
    public @Nullable ServiceMode mode(Catalogue catalogue, Cart cart) {
        if (mode != null) {
            return mode;
        }
        return cart.lines().stream()
                .map(Cart.Line::serviceMode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> usualMode(catalogue));
    }

    /** Returns how a sale begins here; null where it makes no difference, or the shop says what this register has not heard of. */
    public static @Nullable ServiceMode usualMode(Catalogue catalogue) {
        String usual = catalogue.shop().selling().serviceMode();
        for (ServiceMode each : ServiceMode.values()) {
            if (each.name().equals(usual)) {
                return each;
            }
        }
        return null;
    }

    /** Hands the line that becomes of the goods to {@code ring}, or says what is missing for it. */
    SaleOutcome ring(
            SaleInProgress sale,
            Catalogue.Item item,
            RingUp wanted,
            Authority authority,
            Texts texts,
            Function<Cart.Line, SaleOutcome> ring) {
        SaleOutcome missing = missing(sale, item, wanted);
        return missing != null
                ? missing
                : LineRules.newLine(
                        sale, item, wanted, authority, texts, line -> ring.apply(dressed(line, wanted, sale)));
    }

    /** Returns what is missing before goods are rung up, or null. */
    private @Nullable SaleOutcome missing(SaleInProgress sale, Catalogue.Item item, RingUp wanted) {
        Quantity quantity = wanted.quantity();
        boolean isSale = quantity != null && !quantity.isNegative();
        for (Restriction each : Lists.of(sale.catalogue().shop().selling().restrictions())) {
            if (isSale && concerns(each, item) && isOpen(each)) {
                return new SaleOutcome.NeedsConfirmation(item, wanted, each);
            }
        }
        boolean isAsked = wanted.modifiers() == null && wanted.label() == null;
        return isAsked && hasPrice(sale, item, wanted) && needsChoices(sale.book(), item.itemId())
                ? new SaleOutcome.NeedsChoices(item, wanted)
                : null;
    }

    /** Returns the line as the customer wants it. */
    private Cart.Line dressed(Cart.Line line, RingUp wanted, SaleInProgress sale) {
        List<ModifierGroup.Choice> chosen = wanted.modifiers();
        Cart.Line chosenLine = chosen == null || chosen.isEmpty() ? line : line.withModifiers(chosen);
        ServiceMode served = mode(sale.catalogue(), sale.cart());
        return served == null ? chosenLine : chosenLine.withServiceMode(served);
    }

    private static boolean concerns(Restriction restriction, Catalogue.Item item) {
        return Lists.of(restriction.itemIds()).contains(item.itemId())
                || Lists.of(restriction.departmentIds()).contains(item.departmentId());
    }

    /** An age that was confirmed counts for every lower one too. */
    private boolean isOpen(Restriction restriction) {
        Long age = restriction.minimumAge();
        boolean isYoung = age != null && age > confirmedAge;
        boolean isUntold = restriction.warnings() != null && !told.contains(restriction.restrictionId());
        return isYoung || isUntold;
    }

    /** A price that is missing is asked for first. */
    private static boolean hasPrice(SaleInProgress sale, Catalogue.Item item, RingUp wanted) {
        Quantity quantity = wanted.quantity();
        return wanted.price() != null
                || (quantity != null
                        && !sale.catalogue().isOpenPrice(item.itemId())
                        && sale.book()
                                        .priceOf(
                                                item.itemId(),
                                                quantity.isNegative() ? quantity.negated() : quantity,
                                                sale.cart().context())
                                != null);
    }

    private static boolean needsChoices(PriceBook book, String itemId) {
        return book.find(itemId).stream()
                .flatMap(entry -> entry.traits().modifierGroupIds().stream())
                .map(id -> book.rules().modifierGroups().get(id))
                .anyMatch(group -> group != null && group.minimum() > 0);
    }

    /** True once something was confirmed: what was written down of it names this sale, which therefore stays this one. */
    boolean hasAnswers() {
        return !told.isEmpty();
    }

    /** The next sale begins, and nothing is known of it. */
    void forget() {
        confirmedAge = 0;
        told.clear();
        mode = null;
    }
}
