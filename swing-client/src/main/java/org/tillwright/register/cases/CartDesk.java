package org.tillwright.register.cases;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CartCheck;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Carts;
import org.tillwright.wire.pricing.PriceBooks;
import org.tillwright.wire.sale.CartCase;
import org.tillwright.wire.sale.PriceBookMessage;

/** Prices the carts of one file, and remembers those that later ones may bring goods back of. */
final class CartDesk {

    private final @Nullable PriceBookMessage ofFile;
    private final IdentityHashMap<PriceBookMessage, Checked> checked = new IdentityHashMap<>();
    private final Map<String, SoldSale> sold = new HashMap<>();

    CartDesk(@Nullable PriceBookMessage ofFile) {
        this.ofFile = ofFile;
    }

    /** A price book that was looked at once; its faults make every cart that uses it fail. */
    private record Checked(@Nullable PriceBooks books, List<Fault> faults) {}

    JsonObject price(CartCase told) throws CaseException {
        try {
            return priced(told);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new CaseException("There is no price for item " + e.itemId() + ".");
        } catch (Refunds.NotReturnableException e) {
            throw new CaseException("The goods of promotion " + e.promotionId() + " come back together or not at all.");
        } catch (ArithmeticException e) {
            throw new CaseException("An amount is larger than can be counted.");
        } catch (IllegalArgumentException e) {
            throw new CaseException(CasesFile.sentence(e));
        } catch (MalformedMessageException e) {
            throw new CaseException(CartsFile.sentence(e.faults()));
        }
    }

    private JsonObject priced(CartCase told)
            throws CaseException, PricingEngine.UnpricedItemException, Refunds.NotReturnableException {
        LocalDateTime at = moment(told.at());
        PriceBook book = book(told, at);
        requireTaxes(told, book, at.toLocalDate());
        Map<String, Map<Integer, CartMessage.Line>> back = returned(told.cart().lines());
        Map<Long, SoldLine> worth = new HashMap<>();
        Map<String, SoldSale> after = new HashMap<>();
        for (Map.Entry<String, Map<Integer, CartMessage.Line>> from : back.entrySet()) {
            after.put(from.getKey(), bringBack(from.getKey(), from.getValue(), worth));
        }
        String storeId = told.storeId() == null ? "" : told.storeId();
        Cart cart = Carts.cart(told.cart(), at, storeId, book.currency(), worth);
        List<String> faults = CartCheck.faultsOf(cart, book);
        if (!faults.isEmpty()) {
            throw new CaseException(String.join("; ", faults) + ".");
        }
        PricedCart priced = PricingEngine.price(cart, book);
        if (sold.putIfAbsent(told.id(), SoldSale.of(cart, book, priced)) != null) {
            throw new CaseException("There is another cart " + told.id() + " before this one in the file.");
        }
        sold.putAll(after);
        return CartAnswer.of(told.id(), priced, book.rules().cashRounding());
    }

    /** The lines that come back, by the cart and the line that they were sold in. */
    private static Map<String, Map<Integer, CartMessage.Line>> returned(List<CartMessage.Line> lines)
            throws CaseException {
        Map<String, Map<Integer, CartMessage.Line>> back = new LinkedHashMap<>();
        for (CartMessage.Line line : lines) {
            CartMessage.Returned returned = line.returned();
            if (returned != null
                    && back.computeIfAbsent(returned.cartId(), id -> new LinkedHashMap<>())
                                    .putIfAbsent(Math.toIntExact(returned.line()), line)
                            != null) {
                throw new CaseException("Line " + line.number() + " brings back what another line brings back.");
            }
        }
        return back;
    }

    /** Returns the earlier cart as it is after this return; nothing is kept of a cart that fails. */
    private SoldSale bringBack(String cartId, Map<Integer, CartMessage.Line> back, Map<Long, SoldLine> worth)
            throws CaseException, Refunds.NotReturnableException {
        SoldSale from = sold.get(cartId);
        if (from == null) {
            throw new CaseException(
                    "Goods come back of cart " + cartId + ", which is not before this one in the file.");
        }
        for (Map.Entry<Integer, CartMessage.Line> one : back.entrySet()) {
            requireSold(one.getValue(), one.getKey(), cartId, from);
        }
        Map<Integer, Quantity> quantities = new HashMap<>();
        back.forEach((number, line) -> quantities.put(number, new Quantity(Math.negateExact(line.quantityMilli()))));
        Map<Integer, SoldLine> lines = Refunds.lines(from, quantities);
        back.forEach((number, line) -> worth.put(line.number(), requireNonNull(lines.get(number))));
        return from.after(lines, quantities);
    }

    private static void requireSold(CartMessage.Line line, int number, String cartId, SoldSale from)
            throws CaseException {
        String name = "Line " + line.number();
        String where = "line " + number + " of cart " + cartId;
        Cart.Line sold = from.cart().lines().stream()
                .filter(one -> one.number() == number && one.kind() == Cart.Kind.SALE)
                .findFirst()
                .orElseThrow(() -> new CaseException(name + " brings back " + where + ", which sold nothing."));
        if (!sold.itemId().equals(line.itemId())) {
            throw new CaseException(
                    name + " brings back item " + line.itemId() + ", and " + where + " sold " + sold.itemId() + ".");
        }
        if (line.quantityMilli() >= 0) {
            throw new CaseException(name + " brings goods back, so its quantity must be negative.");
        }
        Quantity left = requireNonNull(from.lines().get(number)).left();
        Quantity back = new Quantity(line.quantityMilli()).negated();
        if (back.milli() > left.milli()) {
            throw new CaseException(name + ": " + back.decimal().toPlainString() + " come back, and "
                    + left.decimal().toPlainString() + " are left of " + where + ".");
        }
    }

    private PriceBook book(CartCase told, LocalDateTime at) throws CaseException {
        PriceBookMessage message = told.book() == null ? ofFile : told.book();
        if (message == null) {
            throw new CaseException("Neither the cart nor the file has a price book.");
        }
        Checked found = checked.computeIfAbsent(message, CartDesk::check);
        PriceBooks books = found.books();
        if (books == null) {
            throw new CaseException("The price book is wrong: " + CartsFile.sentence(found.faults()));
        }
        return books.book(1, message.taxPolicy().policy(), at.toLocalDate(), message.entries(), message.rates());
    }

    /** A category may have rules for other days only, or for one way of being served; its items are in no book then. */
    private void requireTaxes(CartCase told, PriceBook book, LocalDate day) throws CaseException {
        PriceBookMessage message = told.book() == null ? ofFile : told.book();
        for (CartMessage.Line line : told.cart().lines()) {
            boolean isKnown = message != null
                    && !book.entries().containsKey(line.itemId())
                    && message.items().stream().anyMatch(item -> item.itemId().equals(line.itemId()));
            if (isKnown) {
                throw new CaseException("The tax category of item " + line.itemId() + " has no taxes on " + day + ".");
            }
        }
    }

    private static Checked check(PriceBookMessage message) {
        List<Fault> faults = message.faults();
        return faults.isEmpty()
                ? new Checked(
                        PriceBooks.of(message.rules(), Currency.of(message.currency()), message.country()), faults)
                : new Checked(null, faults);
    }

    private static LocalDateTime moment(String text) throws CaseException {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new CaseException("The moment " + text + " is not like 2026-03-02T10:00.");
        }
    }
}
