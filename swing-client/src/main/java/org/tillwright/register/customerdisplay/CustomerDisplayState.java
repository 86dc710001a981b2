package org.tillwright.register.customerdisplay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartRow;

/**
 * Exactly what the customer sees.
 *
 * @param shop name of the shop
 * @param greeting stands in place of the lines while there are none
 * @param rows the lines of the sale, the last one being the newest
 * @param totalLabel what the large figure is
 * @param note what was saved, or what else there is to know; or empty
 * @param code a code to scan, or null
 * @param ready orders that are ready to be fetched, in words; or empty
 * @param request something the customer is asked to key, or null
 */
public record CustomerDisplayState(
        String shop,
        String greeting,
        List<CartRow> rows,
        String totalLabel,
        String total,
        String note,
        @Nullable Code code,
        String ready,
        @Nullable Request request) {

    public static final CustomerDisplayState EMPTY =
            new CustomerDisplayState("", "", List.of(), "", "", "", null, "", null);

    public CustomerDisplayState {
        rows = List.copyOf(rows);
    }

    /**
     * A QR code.
     *
     * @param caption what to do with it
     */
    public record Code(String content, String caption) {}

    /**
     * Something to be keyed on the customer's own keyboard.
     *
     * @param typed what is keyed so far
     * @param fault why it was not taken, or empty
     */
    public record Request(String title, String detail, String typed, String fault) {}
}
