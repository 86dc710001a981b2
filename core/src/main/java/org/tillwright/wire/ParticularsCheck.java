package org.tillwright.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.order.PickupNumber;
import org.tillwright.wire.value.OwnNumber;

/** Finds what contradicts itself in what a sale says beyond goods, taxes and amounts. */
final class ParticularsCheck {

    private static final Set<String> CONDITIONS = Set.of(LineParticulars.RESELL, LineParticulars.SCRAP);

    private final SaleMessage sale;
    private final List<Fault> faults = new ArrayList<>();

    private ParticularsCheck(SaleMessage sale) {
        this.sale = sale;
    }

    static List<Fault> faultsOf(SaleMessage sale) {
        ParticularsCheck check = new ParticularsCheck(sale);
        check.moneyIn();
        check.lines();
        check.tenders();
        check.require(
                !sale.transactionId().equals(sale.details().postVoidOf()),
                "particulars.postVoidOf",
                "is the sale itself");
        String pickup = sale.details().pickup();
        check.require(
                pickup == null || pickup.matches(PickupNumber.FORM),
                "particulars.pickup",
                "is no pick-up number, such as A17");
        return List.copyOf(check.faults);
    }

    private void moneyIn() {
        List<SaleParticulars.MoneyIn> taken = sale.details().taken();
        for (int i = 0; i < taken.size(); i++) {
            SaleParticulars.MoneyIn each = taken.get(i);
            String field = "particulars.moneyIn[" + i + "]";
            SaleParticulars.Kind kind = SaleParticulars.Kind.find(each.kind());
            require(kind != null, field + ".kind", "is no known kind");
            require(each.amountMinor() != 0, field + ".amountMinor", "is zero");
            require(
                    kind == SaleParticulars.Kind.TIP || isNumber(each.reference()),
                    field + ".reference",
                    "is missing: nobody knows to whom the money is owed");
        }
    }

    private void lines() {
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line line = sale.lines().get(i);
            LineParticulars said = line.particulars();
            if (said == null) {
                continue;
            }
            String field = "lines[" + i + "].particulars";
            String condition = said.condition();
            boolean isReturn = line.quantityMilli() < 0;
            require(
                    isReturn || said.returnReason() == null,
                    field + ".returnReason",
                    "belongs to goods that come back");
            require(isReturn || condition == null, field + ".condition", "belongs to goods that come back");
            require(
                    condition == null || CONDITIONS.contains(condition),
                    field + ".condition",
                    "is neither RESELL nor SCRAP");
        }
    }

    private void tenders() {
        for (int i = 0; i < sale.tenders().size(); i++) {
            SaleMessage.Tender tender = sale.tenders().get(i);
            TenderType type = TenderType.find(tender.type());
            TenderParticulars said = tender.particulars();
            String field = "tenders[" + i + "].particulars";
            TenderParticulars.Foreign foreign = said == null ? null : said.foreign();
            require(
                    (type == TenderType.FOREIGN_CASH) == (foreign != null),
                    field + ".foreign",
                    "belongs to notes of another currency and to no other tender");
            require(
                    type == null || !needsReference(type) || (said != null && isNumber(said.reference())),
                    field + ".reference",
                    "is missing: nobody knows whose money it is");
            if (foreign != null) {
                require(Currency.find(foreign.currency()) != null, field + ".foreign.currency", "is no known currency");
                require(foreign.rateMicro() > 0, field + ".foreign.rateMicro", "is not above zero");
                require(
                        Math.abs(foreign.amountMinor()) <= SaleCheck.MAX_AMOUNT,
                        field + ".foreign.amountMinor",
                        SaleCheck.BEYOND);
            }
        }
    }

    /** Blanks and hyphens alone would be one number for everybody. */
    private static boolean isNumber(@Nullable String reference) {
        return reference != null && !OwnNumber.canonical(reference).isEmpty();
    }

    private static boolean needsReference(TenderType type) {
        return switch (type) {
            case GIFT_CARD, STORE_CREDIT, ON_ACCOUNT, DEPOSIT -> true;
            case CASH, CARD, COUPON, WALLET, VOUCHER, FOREIGN_CASH -> false;
        };
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}
