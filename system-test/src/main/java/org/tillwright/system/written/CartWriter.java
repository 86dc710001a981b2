package org.tillwright.system.written;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Carts;
import org.tillwright.wire.sale.CartCase;
import org.tillwright.wire.sale.PriceBookMessage;

/** Writes carts down as {@code ./pos price} reads them. */
public final class CartWriter {

    private CartWriter() {}

    /** A file of carts. */
    public record CartsFile(PriceBookMessage book, List<CartCase> carts) {}

    /** Where a line was sold, for goods that come back with their receipt; null for all others. */
    @FunctionalInterface
    public interface Origin {

        CartMessage.@Nullable Returned of(Cart.Line line);
    }

    /** Returns the text of a file with this book and these carts. */
    public static byte[] file(PriceBook book, List<CartCase> carts) {
        return WireJson.write(new CartsFile(new BookWriter(book, Names.SAME).message(), carts));
    }

    public static CartCase cart(String id, Cart cart, Origin origin) {
        return new CartCase(
                id,
                cart.context().at().toString(),
                cart.context().storeId(),
                null,
                new CartMessage(
                        Carts.contextMessage(cart.context()),
                        cart.lines().stream()
                                .map(line -> line(line, origin.of(line)))
                                .toList(),
                        Carts.discountMessages(cart.discounts())));
    }

    private static CartMessage.Line line(Cart.Line line, CartMessage.@Nullable Returned returned) {
        PriceOverride override = line.override();
        ServiceMode mode = line.serviceMode();
        Money label = line.labelTotal();
        Integer follows = line.follows();
        return new CartMessage.Line(
                (long) line.number(),
                line.itemId(),
                line.quantity().milli(),
                override == null ? null : override.unitPrice().micro(),
                override == null ? null : override.reason(),
                override == null ? null : override.approverId(),
                Carts.choiceMessages(line.modifiers()),
                Carts.discountMessages(line.discounts()),
                mode == null ? null : mode.name(),
                label == null ? null : label.minor(),
                follows == null ? null : (long) follows,
                returned,
                line.kind() == Cart.Kind.RETURN && returned == null ? Cart.Kind.RETURN.name() : null);
    }
}
