package org.tillwright.register.tally;

import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.till.TillFigure;

/** What one finished sale adds to its till, and to the sums of the workstation. */
final class SaleTally {

    /** Tax that a customer does not owe is nothing that the shop took off. */
    private static final String EXEMPTION = "EXEMPTION";

    private final Tally tally;
    private final SaleMessage sale;

    SaleTally(Tally tally, SaleMessage sale) {
        this.tally = tally;
        this.sale = sale;
    }

    void add() {
        SaleParticulars said = sale.details();
        tally.add(TillFigure.TRANSACTIONS, "", 1, 0);
        tally.add(TillFigure.NET, "", 0, sale.netMinor());
        tally.add(TillFigure.TAX_SUM, "", 0, sale.taxMinor());
        tally.add(TillFigure.ROUNDING, "", sale.roundedByMinor() == 0 ? 0 : 1, sale.roundedByMinor());
        tally.add(TillFigure.CASHIER, sale.operatorId(), 1, sale.totalMinor());
        if (said.customerId() != null) {
            tally.add(TillFigure.CUSTOMERS, "", 1, 0);
        }
        goods(said.postVoidOf() != null);
        for (SaleMessage.TaxLine tax : sale.taxLines()) {
            String subject = tax.taxRateId() + "@" + tax.ratePpm();
            tally.add(TillFigure.TAX, subject, 0, tax.taxMinor());
            tally.add(TillFigure.TAX_NET, subject, 0, tax.netMinor());
        }
        for (SaleParticulars.MoneyIn taken : said.taken()) {
            tally.add(TillFigure.MONEY_IN, taken.kind(), 1, taken.amountMinor());
        }
        tenders();
    }

    private void goods(boolean isPostVoid) {
        long sold = 0;
        long returned = 0;
        boolean hasSold = false;
        boolean hasReturned = false;
        for (SaleMessage.Line line : sale.lines()) {
            long gross = Math.addExact(line.netMinor(), line.taxMinor());
            tally.add(TillFigure.ITEM, line.itemId(), 1, gross);
            if (line.quantityMilli() < 0) {
                hasReturned = true;
                returned = Math.addExact(returned, gross);
            } else {
                hasSold = true;
                sold = Math.addExact(sold, gross);
                takenOff(line, isPostVoid);
            }
        }
        if (isPostVoid) {
            tally.add(TillFigure.POST_VOIDS, "", 1, Math.addExact(sold, returned));
        } else {
            tally.add(TillFigure.SALES, "", hasSold ? 1 : 0, sold);
            tally.add(TillFigure.RETURNS, "", hasReturned ? 1 : 0, returned);
        }
        tally.addTo(TillSums.WORKSTATION, TillFigure.GRAND_SALES, "", hasSold ? 1 : 0, sold);
        tally.addTo(TillSums.WORKSTATION, TillFigure.GRAND_RETURNS, "", hasReturned ? 1 : 0, returned);
    }

    private void takenOff(SaleMessage.Line line, boolean isPostVoid) {
        if (isPostVoid) {
            return;
        }
        for (SaleMessage.Discount discount : line.takenOff()) {
            if (!discount.source().equals(EXEMPTION)) {
                tally.add(TillFigure.DISCOUNTS, discount.source(), 1, Math.negateExact(discount.amountMinor()));
            }
        }
        if (line.override() != null) {
            tally.add(TillFigure.OVERRIDES, "", 1, 0);
        }
    }

    /** Change is taken off the cash that it came from; without such cash, as of foreign notes, it is cash given back. */
    private void tenders() {
        long cash = 0;
        boolean movesCash = false;
        boolean hasCash = false;
        for (SaleMessage.Tender tender : sale.tenders()) {
            long minor = tender.amountMinor();
            movesCash |= isCash(tender) && minor != 0;
            if (tender.type().equals(TenderType.CASH.name())) {
                hasCash = true;
                cash = Math.addExact(cash, minor);
                continue;
            }
            tally.add(minor < 0 ? TillFigure.TENDER_OUT : TillFigure.TENDER_IN, tender.type(), 1, minor);
            TenderParticulars said = tender.particulars();
            TenderParticulars.Foreign foreign = said == null ? null : said.foreign();
            if (foreign != null) {
                tally.add(TillFigure.FOREIGN, foreign.currency(), 1, foreign.amountMinor());
                tally.add(TillFigure.FOREIGN_WORTH, foreign.currency(), 0, minor);
            }
        }
        if (hasCash) {
            tally.add(cash < 0 ? TillFigure.TENDER_OUT : TillFigure.TENDER_IN, TenderType.CASH.name(), 1, cash);
        }
        if (movesCash) {
            tally.add(TillFigure.DRAWER_OPENED, "", 1, 0);
        }
    }

    private static boolean isCash(SaleMessage.Tender tender) {
        return tender.type().equals(TenderType.CASH.name()) || tender.type().equals(TenderType.FOREIGN_CASH.name());
    }
}
