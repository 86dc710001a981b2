package org.tillwright.register.sale;

import java.util.Optional;
import org.tillwright.register.catalogue.Catalogue;

/** Tells which item a code is of, without selling it: for looking prices up. */
public final class ScannedItem {

    private ScannedItem() {}

    /** Returns the item of a scanned or keyed code, a label's or a plain one; empty for a code this shop does not know. */
    public static Optional<Catalogue.Item> of(String scanned, SaleSession session) {
        Catalogue catalogue = session.catalogue();
        int year = session.cart().context().at().getYear();
        Scanned read = new ScannedCodes(catalogue, year).read(scanned);
        if (read instanceof Scanned.Goods goods) {
            return Optional.of(goods.item());
        } else if (read instanceof Scanned.AsksQuantity asks) {
            return Optional.of(asks.item());
        }
        return read instanceof Scanned.AsksLabel asks ? Optional.of(asks.item()) : Optional.empty();
    }
}
