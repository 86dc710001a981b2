package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.TenderReturns;

/** Holds the money that went back with returned goods against the ways in which they were paid: nothing takes more than it gave. */
final class RefundedTenders {

    private RefundedTenders() {}

    /** Something that takes money back by itself; a card is told by no number, since the customer may present another. */
    private record Way(TenderType type, @Nullable String reference) {}

    /**
     * Returns in words which ways took more back than is left of what they paid. Store credit and cash are ways that any money
     * may go back, the one as a debt of the shop, the other with the yes of somebody who may.
     *
     * @param paid how each sale was paid that goods come back of, and what went back of it before this
     */
    static List<String> doubtsOf(SaleMessage returning, List<TenderReturns> paid) {
        Map<Way, Long> left = new HashMap<>();
        for (TenderReturns sale : paid) {
            for (TenderReturns.Tendered tender : sale.tenders()) {
                Way way = way(tender.type(), tender.reference());
                if (way != null) {
                    left.merge(way, tender.leftMinor(), Math::addExact);
                }
            }
        }
        Map<Way, Long> back = new HashMap<>();
        for (SaleMessage.Tender tender : returning.tenders()) {
            TenderParticulars said = tender.particulars();
            Way way = way(TenderType.valueOf(tender.type()), said == null ? null : said.reference());
            if (way != null && tender.amountMinor() < 0) {
                back.merge(way, Math.negateExact(tender.amountMinor()), Math::addExact);
            }
        }
        long free = withoutReceipt(returning);
        List<String> doubts = new ArrayList<>();
        back.forEach((way, minor) -> {
            long most = Math.addExact(left.getOrDefault(way, 0L), free);
            if (minor > most) {
                doubts.add(way.type() + " took " + minor + " back in minor units, and " + most
                        + " is left of what it paid");
            }
        });
        return doubts;
    }

    private static @Nullable Way way(TenderType type, @Nullable String reference) {
        return switch (type) {
            case CARD -> new Way(type, null);
            case WALLET, GIFT_CARD, ON_ACCOUNT -> new Way(type, Objects.requireNonNullElse(reference, ""));
            case CASH, COUPON, STORE_CREDIT, VOUCHER, FOREIGN_CASH, DEPOSIT -> null;
        };
    }

    /** What goes back for something else than the goods of the receipt, in whatever way. */
    private static long withoutReceipt(SaleMessage returning) {
        long free = 0;
        for (SaleMessage.Line line : returning.lines()) {
            boolean isBlind = line.quantityMilli() < 0 && line.returned() == null;
            free = isBlind ? Math.subtractExact(free, line.netMinor() + line.taxMinor()) : free;
        }
        for (SaleParticulars.MoneyIn taken : returning.details().taken()) {
            free = taken.amountMinor() < 0 ? Math.subtractExact(free, taken.amountMinor()) : free;
        }
        return free;
    }
}
