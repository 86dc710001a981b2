package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Notice;

/** What a scanned or keyed code is to this shop. */
sealed interface Scanned {

    /**
     * Goods.
     *
     * @param quantity how much the code says there is; null when it says nothing
     * @param label what the label says that they cost in all; null when it says nothing
     */
    record Goods(Catalogue.Item item, @Nullable Quantity quantity, @Nullable Money label) implements Scanned {}

    /** Goods of which somebody has to say how much there is. */
    record AsksQuantity(Catalogue.Item item) implements Scanned {}

    /** Goods of which somebody has to say what they cost in all. */
    record AsksLabel(Catalogue.Item item) implements Scanned {}

    /** A coupon that a promotion asks for. */
    record Coupon(String code) implements Scanned {}

    /** Nothing that can be sold, and why. */
    record Nothing(Notice why) implements Scanned {}
}
