package org.tillwright.browser;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;

/**
 * What a page calls: JSON in, JSON out. The answer is an object; a member {@code problem} tells that there is no other. The
 * same methods run on the Java virtual machine, where the answers must be the same, letter by letter.
 */
public final class Door {

    private static @Nullable String lastBook;
    private static @Nullable PriceBook lastRead;

    private Door() {}

    /** TeaVM wants a program; there is nothing to start. */
    public static void main(String[] arguments) {}

    /** Prices a cart from a book. A book is read once as long as the same is given. */
    @JSExport
    public static String price(String cart, String book) {
        return answer(out -> {
            PriceBook prices = book(book);
            try {
                PricedCart priced = PricingEngine.price(Codec.readCart(JsonParser.parse(cart)), prices);
                out.append("{\"priced\":");
                Codec.write(out, priced);
                out.append('}');
            } catch (UnpricedItemException e) {
                out.append("{\"problem\":\"UNPRICED_ITEM\",\"itemId\":");
                Json.write(out, e.itemId());
                out.append('}');
            }
        });
    }

    /** Says what a scanned or keyed code is. */
    @JSExport
    public static String scan(String code) {
        return answer(out -> Codec.write(out, ScanCode.of(code)));
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
    private static String answer(Consumer<StringBuilder> question) {
        StringBuilder out = new StringBuilder();
        try {
            question.accept(out);
            return out.toString();
        } catch (Malformed e) {
            out.setLength(0);
            out.append("{\"problem\":\"MALFORMED\",\"detail\":");
            Json.write(out, e.sentence());
            return out.append('}').toString();
        } catch (ArithmeticException e) {
            return "{\"problem\":\"OVERFLOW\"}";
        } catch (IllegalArgumentException | NullPointerException e) {
            return "{\"problem\":\"REFUSED\"}";
        }
    }
}
