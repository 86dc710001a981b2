package org.tillwright.wire.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.Tax;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.value.OwnNumber;

/** The money on a receipt: from what the lines come to, to how it was paid, and the taxes in it. */
final class ReceiptMoney {

    /** What a register writes of a card payment whose answer was lost, and which only the terminal's own receipt shows. */
    private static final String UNCLEAR = "UNCLEAR";

    private static final int SHOWN_DIGITS = 4;
    private static final String HIDDEN = "****";

    private final ReceiptSale subject;
    private final ReceiptWords words;
    private final ReceiptDiscounts discounts;
    private final ReceiptLines lines;
    private final PaperWriter paper;

    ReceiptMoney(
            ReceiptSale subject,
            ReceiptWords words,
            ReceiptDiscounts discounts,
            ReceiptLines lines,
            PaperWriter paper) {
        this.subject = subject;
        this.words = words;
        this.discounts = discounts;
        this.lines = lines;
        this.paper = paper;
    }

    void total() {
        subtotal();
        Money total = subject.money(subject.sale().totalMinor());
        largest(total.isNegative() ? "receipt.refund" : "receipt.total", total);
        List<SaleParticulars.MoneyIn> beside = subject.sale().details().taken();
        if (!beside.isEmpty()) {
            beside.forEach(this::beside);
            Money due = subject.due();
            largest(due.isNegative() ? "receipt.pay-out" : "receipt.to-pay", due);
        }
    }

    private void largest(String key, Money amount) {
        paper.largeBoth(
                words.text(key, amount.currency().code()),
                words.amount(amount.isNegative() ? amount.negated() : amount));
    }

    /** Money that was taken beside the goods: it is owed to somebody, and none of the goods' price. */
    private void beside(SaleParticulars.MoneyIn taken) {
        String reference = taken.reference();
        String label =
                switch (SaleParticulars.Kind.valueOf(taken.kind())) {
                    case GIFT_CARD -> words.text("receipt.gift-card-sold", masked(reference));
                    case DEPOSIT -> words.text("receipt.deposit-taken");
                    case ACCOUNT_PAYMENT -> words.text("receipt.account-paid");
                    case TIP -> words.text("receipt.tip");
                };
        paper.both(label.strip(), words.amount(subject.money(taken.amountMinor())));
    }

    /** From what the lines come to, to the total, where there is something between them: each step can be added up. */
    private void subtotal() {
        long added = subject.sale().totalMinor();
        for (SaleMessage.Line line : subject.sale().lines()) {
            added = Math.subtractExact(added, line.extendedMinor());
        }
        long before = Math.subtractExact(subject.sale().totalMinor(), added);
        for (ReceiptDiscounts.TakenOff off : discounts.shared()) {
            before = Math.addExact(before, off.minor());
        }
        if (!discounts.shared().isEmpty() || added != 0) {
            paper.both(words.text("receipt.subtotal"), words.amount(subject.money(before)));
        }
        lines.shared();
        if (added != 0) {
            paper.both(words.text("receipt.tax"), words.amount(subject.money(added)));
        }
    }

    /** What the customer saved in all, beside the column that adds up. */
    void savings() {
        if (discounts.savedMinor() > 0) {
            paper.headline(
                    words.text("receipt.saved", words.amount(subject.money(discounts.savedMinor()))),
                    PaperLine.Style.BOLD);
        }
    }

    void tenders() {
        Money rounding = subject.money(subject.sale().roundedByMinor());
        if (!rounding.isZero()) {
            paper.both(words.text("receipt.cash-rounding"), words.amount(rounding));
        }
        boolean isRefund = subject.due().isNegative();
        for (SaleMessage.Tender tender : subject.sale().tenders()) {
            Money amount = subject.money(tender.amountMinor());
            if (tender.type().equals(TenderType.CASH.name()) && amount.isNegative()) {
                paper.both(
                        words.text(isRefund ? "receipt.cash-back" : "receipt.change"), words.amount(amount.negated()));
            } else {
                paper.both(label(tender), words.amount(amount));
            }
            detail(tender);
        }
    }

    private String label(SaleMessage.Tender tender) {
        SaleMessage.Card card = tender.card();
        if (card != null) {
            return card.scheme().equals(UNCLEAR)
                    ? words.text("receipt.card-unclear")
                    : words.text("receipt.card", card.scheme(), card.lastFour());
        }
        TenderParticulars told = tender.particulars();
        String number = masked(told == null ? null : told.reference());
        TenderType type = TenderType.find(tender.type());
        if (type == null) {
            return tender.type();
        }
        boolean isBack = tender.amountMinor() < 0;
        String label =
                switch (type) {
                    case CASH -> words.text("receipt.cash");
                    case CARD -> words.text("receipt.card-plain");
                    case COUPON -> words.text("receipt.coupon");
                    case WALLET -> words.text("receipt.wallet", "");
                    case GIFT_CARD -> words.text("receipt.gift-card", number);
                    case STORE_CREDIT ->
                        words.text(isBack ? "receipt.store-credit-issued" : "receipt.store-credit", number);
                    case VOUCHER -> words.text("receipt.voucher", number);
                    case ON_ACCOUNT -> words.text("receipt.on-account");
                    case FOREIGN_CASH -> words.text("receipt.foreign-cash", told == null ? "" : currencyOf(told));
                    case DEPOSIT -> words.text("receipt.deposit-used");
                };
        return label.strip();
    }

    private static String currencyOf(TenderParticulars told) {
        TenderParticulars.Foreign foreign = told.foreign();
        return foreign == null ? "" : foreign.currency();
    }

    private void detail(SaleMessage.Tender tender) {
        SaleMessage.Card card = tender.card();
        if (card != null && !card.scheme().equals(UNCLEAR)) {
            String text = words.text("receipt.authorization", card.authorizationCode(), card.terminalId());
            paper.left("  " + PaperWriter.clean(text));
        }
        TenderParticulars told = tender.particulars();
        String reference = told == null ? null : told.reference();
        if (tender.type().equals(TenderType.WALLET.name()) && reference != null) {
            paper.left("  " + PaperWriter.clean(reference)); // it buys nothing, and is what the money goes back by
        }
        TenderParticulars.Foreign foreign = told == null ? null : told.foreign();
        Currency other = foreign == null ? null : Currency.find(foreign.currency());
        if (foreign != null && other != null) {
            String rate = words.price(new UnitPrice(subject.money(0).currency(), foreign.rateMicro()));
            String text = words.text(
                    "receipt.foreign", words.amount(new Money(other, foreign.amountMinor())), other.code(), rate);
            paper.left("  " + PaperWriter.plain(text));
        }
    }

    /** The last digits are enough to know one's own card by, and too few to spend it. */
    static String masked(@Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            return "";
        }
        String end =
                reference.length() <= SHOWN_DIGITS ? reference : reference.substring(reference.length() - SHOWN_DIGITS);
        return HIDDEN + end;
    }

    /**
     * What is on this paper alone: store credit that was given instead of money, and gift cards whose numbers the register made.
     * The one place that prints a number whole; a card of plastic has its number on itself.
     */
    void credits() {
        for (SaleParticulars.MoneyIn taken : subject.sale().details().taken()) {
            String number = taken.reference();
            boolean isCard = taken.kind().equals(SaleParticulars.Kind.GIFT_CARD.name());
            if (isCard && number != null && taken.amountMinor() > 0 && OwnNumber.GIFT_CARD.isWhole(number)) {
                credit("receipt.gift-card-head", number, taken.amountMinor());
            }
        }
        for (SaleMessage.Tender tender : subject.sale().tenders()) {
            TenderParticulars told = tender.particulars();
            String number = told == null ? null : told.reference();
            boolean isCredit = tender.type().equals(TenderType.STORE_CREDIT.name()) && tender.amountMinor() < 0;
            if (isCredit && number != null) {
                credit("receipt.credit-head", number, Math.negateExact(tender.amountMinor()));
            }
        }
    }

    private void credit(String head, String number, long minor) {
        paper.rule('-');
        paper.headline(words.text(head), PaperLine.Style.BOLD);
        paper.headline(words.amount(subject.money(minor)) + " " + subject.sale().currency(), PaperLine.Style.LARGE);
        paper.add(new PaperLine.Barcode(number));
        paper.centred(words.text("receipt.credit-foot"));
    }

    /** A table of the tax by rate: rate, net, tax, gross, all but the first to the right. */
    void taxes() {
        List<SaleMessage.TaxSum> single = subject.sale().taxes();
        if (single != null) {
            singleTaxes(single);
            return;
        }
        paper.row(
                words.text("receipt.tax-rate"),
                List.of(words.text("receipt.net"), words.text("receipt.tax"), words.text("receipt.gross")));
        for (SaleMessage.TaxLine tax : subject.sale().taxLines()) {
            paper.row(
                    tax.taxRateId() + " " + words.percent(new Rate(tax.ratePpm())),
                    List.of(
                            words.amount(subject.money(tax.netMinor())),
                            words.amount(subject.money(tax.taxMinor())),
                            words.amount(subject.money(tax.grossMinor()))));
        }
    }

    /** Where goods bear several taxes, each is told by itself, with what it was taken of. */
    private void singleTaxes(List<SaleMessage.TaxSum> taxes) {
        if (!taxes.isEmpty()) {
            paper.row(
                    words.text("receipt.tax-rate"), List.of(words.text("receipt.tax-base"), words.text("receipt.tax")));
        }
        for (SaleMessage.TaxSum tax : taxes) {
            boolean isShare = !tax.kind().equals(Tax.Kind.FIXED.name());
            paper.row(
                    isShare ? tax.taxId() + " " + words.percent(new Rate(tax.value())) : tax.taxId(),
                    List.of(
                            words.amount(subject.money(tax.baseMinor())),
                            words.amount(subject.money(tax.amountMinor()))));
        }
    }

    /** Returns what was saved, for a template's own words. */
    Money saved() {
        return subject.money(Math.max(0, discounts.savedMinor()));
    }

    List<SaleMessage.IssuedCoupon> coupons() {
        return Lists.of(subject.sale().coupons());
    }
}
