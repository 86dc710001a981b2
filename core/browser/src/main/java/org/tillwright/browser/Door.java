package org.tillwright.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.paymentqr.Checked;
import org.tillwright.core.paymentqr.EmvQr;
import org.tillwright.core.paymentqr.EpcQr;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Deposits;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.returns.Refunds.NotReturnableException;
import org.tillwright.core.returns.SoldSale;
import org.tillwright.core.scan.Scan;
import org.tillwright.core.scan.ScanRules;

/**
 * What a page calls: JSON in, JSON out. The answer is an object; a member {@code problem} tells that there is no other. The
 * same methods run on the Java virtual machine, where the answers must be the same, letter by letter.
 */
public final class Door {

    private static final String TRANSFER = "BCD";

    private static @Nullable String lastBook;
    private static @Nullable PriceBook lastRead;

    private Door() {}

    /** TeaVM wants a program; there is nothing to start. */
    public static void main(String[] arguments) {}

    /** Prices a cart from a book, and says what is due in cash. A book is read once as long as the same is given. */
    @JSExport
    public static String price(String cart, String book) {
        return answer(out -> {
            PriceBook prices = book(book);
            PricedCart priced = PricingEngine.price(Codec.readCart(JsonParser.parse(cart)), prices);
            out.append("{\"priced\":");
            Codec.write(out, priced);
            out.append(",\"cashDue\":");
            Codec.write(out, prices.rules().cashRounding().due(priced.total()));
            out.append('}');
        });
    }

    /** Adds, changes and takes away the deposits that follow a cart's goods; new lines are numbered from a number on. */
    @JSExport
    public static String deposits(String cart, String book, int nextNumber) {
        return answer(out ->
                Codec.write(out, Deposits.inStep(Codec.readCart(JsonParser.parse(cart)), book(book), nextNumber)));
    }

    /**
     * Prices a sale and gives goods of it back.
     *
     * @param times for each time that goods come back, what: pairs of the line's number and thousandths of its unit
     */
    @JSExport
    public static String giveBack(String cart, String book, String times) {
        return answer(out -> {
            PriceBook prices = book(book);
            Cart sold = Codec.readCart(JsonParser.parse(cart));
            SoldSale sale = SoldSale.of(sold, prices, PricingEngine.price(sold, prices));
            List<PricedCart> returns = new ArrayList<>();
            for (Map<Integer, Quantity> back : Json.list(JsonParser.parse(times), Door::quantities)) {
                Map<Integer, SoldLine> worth = Refunds.lines(sale, back);
                returns.add(PricingEngine.price(returned(sold, back, worth), prices));
                sale = sale.after(worth, back);
            }
            out.append("{\"returns\":");
            Json.writeAll(out, returns, Codec::write);
            out.append('}');
        });
    }

    /** Says what a scanned or keyed code is. */
    @JSExport
    public static String scan(String code, String rules) {
        return answer(out -> {
            ScanRules known = Codec.readScanRules(JsonParser.parse(rules));
            Codec.write(out, Scan.read(code, known));
        });
    }

    /** Reads the text of a payment code: EMVCo's, or a credit transfer, which begins with BCD. */
    @JSExport
    public static String readPaymentCode(String text) {
        return answer(out -> {
            if (text.startsWith(TRANSFER)) {
                write(out, "transfer", EpcQr.read(text), Codec::write);
            } else {
                write(out, "payment", EmvQr.read(text), Codec::write);
            }
        });
    }

    /** Writes the text of a payment code: {@code {"payment":...}} for EMVCo's, {@code {"transfer":...}} for the other. */
    @JSExport
    public static String writePaymentCode(String wanted) {
        return answer(out -> {
            Map<String, @Nullable Object> object = Json.object(JsonParser.parse(wanted));
            Checked<String> written = object.containsKey("transfer")
                    ? EpcQr.write(Codec.readEpcTransfer(Json.member(object, "transfer")))
                    : EmvQr.write(Codec.readEmvPayment(Json.member(object, "payment")));
            write(out, "code", written, Json::write);
        });
    }

    private static Map<Integer, Quantity> quantities(@Nullable Object json) {
        return Json.pairs(json, Json::smallNumber, milli -> new Quantity(Json.number(milli)));
    }

    /** The cart of a return has the numbers of the sale's lines. */
    private static Cart returned(Cart sold, Map<Integer, Quantity> back, Map<Integer, SoldLine> worth) {
        Map<Integer, Cart.Line> lines = new LinkedHashMap<>();
        for (Cart.Line line : sold.lines()) {
            SoldLine before = worth.get(line.number());
            Quantity quantity = back.get(line.number());
            if (before != null && quantity != null) {
                Cart.Line returned =
                        new Cart.Line(line.number(), line.itemId(), Cart.Kind.RETURN, quantity.negated(), null);
                lines.put(line.number(), returned.asSold(before));
            }
        }
        return new Cart(sold.context(), List.copyOf(lines.values()), List.of());
    }

    private static <T> void write(
            StringBuilder out, String name, Checked<T> checked, BiConsumer<StringBuilder, T> write) {
        out.append("{\"");
        if (checked.value() == null) {
            out.append("faults\":");
            Json.writeAll(out, checked.faults(), Codec::write);
        } else {
            out.append(name).append("\":");
            write.accept(out, checked.value());
        }
        out.append('}');
    }

    private static PriceBook book(String text) {
        PriceBook known = lastRead;
        if (known != null && text.equals(lastBook)) {
            return known;
        }
        PriceBook read = Codec.readPriceBook(JsonParser.parse(text));
        lastBook = text;
        lastRead = read;
        return read;
    }

    /** Messages of exceptions differ from machine to machine, so only their kind is told; ours are the same everywhere. */
    private static String answer(Question question) {
        StringBuilder out = new StringBuilder();
        try {
            question.answer(out);
            return out.toString();
        } catch (Malformed e) {
            return problem("MALFORMED", e.sentence());
        } catch (UnpricedItemException e) {
            return problem("UNPRICED_ITEM", e.itemId());
        } catch (NotReturnableException e) {
            return problem("NOT_RETURNABLE", e.promotionId());
        } catch (ArithmeticException e) {
            return problem("OVERFLOW", "");
        } catch (IllegalArgumentException | NullPointerException e) {
            return problem("REFUSED", "");
        }
    }

    private static String problem(String code, String about) {
        StringBuilder out = new StringBuilder("{\"problem\":\"").append(code).append("\",\"about\":");
        Json.write(out, about);
        return out.append('}').toString();
    }

    private interface Question {
        void answer(StringBuilder out) throws UnpricedItemException, NotReturnableException;
    }
}
