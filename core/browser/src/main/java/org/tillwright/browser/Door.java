package org.tillwright.browser;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.paymentqr.Checked;
import org.tillwright.core.paymentqr.EmvQr;
import org.tillwright.core.paymentqr.EpcQr;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;

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
