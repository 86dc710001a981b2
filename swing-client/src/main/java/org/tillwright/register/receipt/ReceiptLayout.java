package org.tillwright.register.receipt;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.tax.Tax;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.CartMessage;

/** Turns a finished sale into the lines of its receipt, at a given width and in a given language. */
public final class ReceiptLayout {

    /** The narrowest paper a receipt is laid out for; anything narrower is treated as this wide. */
    public static final int MIN_COLUMNS = 32;

    /** Of one kind on one receipt; a roll has an end. */
    private static final int MAX_COUPONS = 20;

    private final Catalogue catalogue;
    private final Texts texts;
    private final int columns;

    /**
     * @param catalogue for the store's head, and the units and names that a sale does not carry
     */
    public ReceiptLayout(Catalogue catalogue, Texts texts, int columns) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.columns = Math.max(columns, MIN_COLUMNS);
    }

    /** Lays out the first receipt of a sale. */
    public Receipt original(FinishedSale finished) {
        return lay(finished, List.of());
    }

    /** Lays out a repeat, marked at its top and at its end as the copy of this number. */
    public Receipt copy(FinishedSale finished, int number) {
        return lay(
                finished,
                List.of(Text.centred(texts.text("receipt.copy.number", Integer.toString(number)), Style.LARGE)));
    }

    /** Lays out a repeat, marked as a copy at its top and at its end. */
    public Receipt copy(FinishedSale finished) {
        return lay(finished, List.of(Text.centred(texts.text("receipt.copy"), Style.LARGE)));
    }

    private Receipt lay(FinishedSale finished, List<ReceiptLine> mark) {
        List<ReceiptLine> lines = new ArrayList<>(mark);
        ReceiptDiscounts discounts = new ReceiptDiscounts(finished.sale());
        head(lines);
        header(lines, finished);
        rule(lines);
        finished.sale().lines().forEach(line -> {
            saleLine(lines, finished, line);
            below(lines, finished, line, discounts);
        });
        rule(lines);
        total(lines, finished, discounts);
        tenders(lines, finished);
        saved(lines, finished, discounts);
        rule(lines);
        taxes(lines, finished);
        coupons(lines, finished);
        lines.addAll(MadeCards.slips(finished, texts));
        foot(lines, finished);
        lines.addAll(mark);
        lines.add(new Receipt.Cut());
        return new Receipt(lines);
    }

    private void head(List<ReceiptLine> lines) {
        SnapshotMessage.Store store = catalogue.store();
        lines.add(Text.centred(Columns.cut(clean(store.name()), columns / 2), Style.LARGE));
        store.addressLines().forEach(line -> centred(lines, line));
        String taxNumber = store.taxNumber();
        if (taxNumber != null) {
            centred(lines, texts.text("receipt.tax-number", taxNumber));
        }
        lines.add(Text.of(""));
    }

    private void header(List<ReceiptLine> lines, FinishedSale finished) {
        SaleMessage sale = finished.sale();
        LocalDateTime ended = BusinessDay.localTime(sale.endedAt(), catalogue.store());
        String number = texts.text("receipt.number", number(finished));
        both(lines, texts.dateAndTime(ended), number);
        Optional<SnapshotMessage.Operator> operator = catalogue.operatorById(sale.operatorId());
        String name = operator.map(SnapshotMessage.Operator::name).orElse(sale.operatorId());
        both(
                lines,
                texts.text("receipt.register", finished.record().workstationId()),
                texts.text("receipt.served-by", name));
    }

    /** The receipt's number: register and sequence, together unique in the store. */
    private static String number(FinishedSale finished) {
        return Long.toString(finished.record().sequence());
    }

    private void saleLine(List<ReceiptLine> lines, FinishedSale finished, SaleMessage.Line line) {
        Money amount = finished.money(line.listedMinor());
        if (line.quantityMilli() < 0) {
            lines.add(Text.of(texts.text("receipt.return")));
        }
        Quantity quantity = new Quantity(line.quantityMilli());
        Currency currency = amount.currency();
        String price = texts.figures().price(new UnitPrice(currency, line.unitPriceMicro()));
        boolean isOne =
                line.quantityMilli() == Quantity.ONE.milli() && unitOf(line).isEmpty();
        if (isOne) {
            whole(lines, "", line.description(), texts.amount(amount));
        } else {
            Columns.wrap(clean(line.description()), columns).forEach(text -> lines.add(Text.of(text)));
            String count = texts.figures().quantity(quantity) + unitOf(line);
            // Weight times price is not what a label says, to the cent: nobody shall multiply and find another amount.
            String detail = line.labelMinor() == null
                    ? texts.text("receipt.each", count, price)
                    : texts.text("receipt.labelled", count);
            both(lines, "  " + plain(detail), texts.amount(amount));
        }
        SaleMessage.OverriddenPrice override = line.override();
        if (override != null) {
            lines.add(Text.of(Columns.cut("  " + overrideText(override, currency), columns)));
        }
    }

    /** What belongs to a line: how it was wanted, and what was taken off. */
    private void below(
            List<ReceiptLine> lines, FinishedSale finished, SaleMessage.Line line, ReceiptDiscounts discounts) {
        for (CartMessage.Modifier modifier : listOf(line.modifiers())) {
            String name = catalogue.nameOfModifier(modifier.groupId(), modifier.modifierId(), texts.language());
            String text =
                    modifier.count() == 1 ? name : texts.text("receipt.each", Long.toString(modifier.count()), name);
            lines.add(Text.of(Columns.cut("  + " + clean(text), columns)));
        }
        for (SaleMessage.Discount discount : discounts.ofAlone(line)) {
            Money off = finished.money(discount.amountMinor());
            whole(lines, "  ", nameOf(discount), texts.amount(off.negated()));
        }
    }

    private String nameOf(SaleMessage.Discount discount) {
        return switch (Discount.Source.valueOf(discount.source())) {
            case PROMOTION -> catalogue.nameOfPromotion(discount.discountId(), texts.language());
            case LINE, SALE -> texts.text("discount.by-hand");
            case EXEMPTION -> texts.text("discount.exemption");
        };
    }

    private String overrideText(SaleMessage.OverriddenPrice override, Currency currency) {
        Long regular = override.regularUnitPriceMicro();
        return regular == null
                ? texts.text("receipt.override-no-price")
                : texts.text("receipt.override", texts.figures().price(new UnitPrice(currency, regular)));
    }

    /** The unit after a figure, such as " kg"; empty for pieces, and for an item that is no longer in the catalogue. */
    private String unitOf(SaleMessage.Line line) {
        Unit unit = catalogue.find(line.itemId()).map(Catalogue.Item::unit).orElse(Unit.PIECE);
        return switch (unit) {
            case PIECE -> "";
            case KILOGRAM -> " " + texts.text("receipt.unit.kilogram");
            case LITRE -> " " + texts.text("receipt.unit.litre");
            case METRE -> " " + texts.text("receipt.unit.metre");
        };
    }

    private void total(List<ReceiptLine> lines, FinishedSale finished, ReceiptDiscounts discounts) {
        Money total = finished.total();
        boolean isRefund = total.isNegative();
        subtotal(lines, finished, discounts);
        String label = texts.text(
                isRefund ? "receipt.refund" : "receipt.total", total.currency().code());
        String amount = texts.amount(isRefund ? total.negated() : total);
        lines.add(Text.of(Columns.both(label, plain(amount), columns / 2), Style.LARGE));
    }

    /** From what the lines come to, to the total, where there is something between them: each step can be added up. */
    private void subtotal(List<ReceiptLine> lines, FinishedSale finished, ReceiptDiscounts discounts) {
        long added = finished.sale().totalMinor();
        for (SaleMessage.Line line : finished.sale().lines()) {
            added = Math.subtractExact(added, line.extendedMinor());
        }
        long before = Math.subtractExact(finished.sale().totalMinor(), added);
        for (ReceiptDiscounts.TakenOff off : discounts.shared()) {
            before = Math.addExact(before, off.minor());
        }
        if (!discounts.shared().isEmpty() || added != 0) {
            both(lines, texts.text("receipt.subtotal"), texts.amount(finished.money(before)));
        }
        for (ReceiptDiscounts.TakenOff off : discounts.shared()) {
            whole(
                    lines,
                    "",
                    nameOf(off.first()),
                    texts.amount(finished.money(off.minor()).negated()));
        }
        if (added != 0) {
            both(lines, texts.text("receipt.tax"), texts.amount(finished.money(added)));
        }
    }

    /** What the customer saved in all, beside the column that adds up. */
    private void saved(List<ReceiptLine> lines, FinishedSale finished, ReceiptDiscounts discounts) {
        if (discounts.savedMinor() > 0) {
            String text = texts.text("receipt.saved", texts.amount(finished.money(discounts.savedMinor())));
            lines.add(Text.centred(Columns.cut(plain(text), columns), Style.BOLD));
        }
    }

    private void tenders(List<ReceiptLine> lines, FinishedSale finished) {
        boolean isRefund = finished.sale().totalMinor() < 0;
        if (!finished.cashRounding().isZero()) {
            both(lines, texts.text("receipt.cash-rounding"), texts.amount(finished.cashRounding()));
        }
        for (SaleMessage.Tender tender : finished.sale().tenders()) {
            Money amount = finished.money(tender.amountMinor());
            SaleMessage.Card card = tender.card();
            if (Payment.UNCLEAR_CARD.equals(card)) {
                both(lines, texts.text("receipt.card-unclear"), texts.amount(amount));
            } else if (card != null) {
                both(lines, texts.text("receipt.card", card.scheme(), card.lastFour()), texts.amount(amount));
                String detail = texts.text("receipt.authorization", card.authorizationCode(), card.terminalId());
                lines.add(Text.of(Columns.cut("  " + clean(detail), columns)));
            } else if (tender.type().equals(TenderType.COUPON.name())) {
                both(lines, texts.text("receipt.coupon"), texts.amount(amount));
            } else if (amount.isNegative()) {
                String label = texts.text(isRefund ? "receipt.cash-back" : "receipt.change");
                both(lines, label, texts.amount(amount.negated()));
            } else {
                both(lines, texts.text("receipt.cash"), texts.amount(amount));
            }
        }
    }

    /** A table of the tax by rate: rate, net, tax, gross, all but the first to the right. */
    private void taxes(List<ReceiptLine> lines, FinishedSale finished) {
        List<SaleMessage.TaxSum> single = finished.sale().taxes();
        if (single != null) {
            singleTaxes(lines, finished, single);
            return;
        }
        taxRow(
                lines,
                texts.text("receipt.tax-rate"),
                List.of(texts.text("receipt.net"), texts.text("receipt.tax"), texts.text("receipt.gross")));
        for (SaleMessage.TaxLine tax : finished.sale().taxLines()) {
            taxRow(
                    lines,
                    tax.taxRateId() + " " + percent(tax.ratePpm()),
                    List.of(
                            texts.amount(finished.money(tax.netMinor())),
                            texts.amount(finished.money(tax.taxMinor())),
                            texts.amount(finished.money(tax.grossMinor()))));
        }
    }

    /** Where goods bear several taxes, each is told by itself, with what it was taken of. */
    private void singleTaxes(List<ReceiptLine> lines, FinishedSale finished, List<SaleMessage.TaxSum> taxes) {
        if (!taxes.isEmpty()) {
            taxRow(
                    lines,
                    texts.text("receipt.tax-rate"),
                    List.of(texts.text("receipt.tax-base"), texts.text("receipt.tax")));
        }
        for (SaleMessage.TaxSum tax : taxes) {
            boolean isShare = !tax.kind().equals(Tax.Kind.FIXED.name());
            taxRow(
                    lines,
                    isShare ? tax.taxId() + " " + percent(tax.value()) : tax.taxId(),
                    List.of(
                            texts.amount(finished.money(tax.baseMinor())),
                            texts.amount(finished.money(tax.amountMinor()))));
        }
    }

    private String percent(long ppm) {
        return texts.figures().percent(new Rate(ppm)) + "%";
    }

    /** What the customer may hand in next time, for a person and for a scanner. */
    private void coupons(List<ReceiptLine> lines, FinishedSale finished) {
        for (SaleMessage.IssuedCoupon coupon : listOf(finished.sale().coupons())) {
            rule(lines);
            centred(lines, texts.text("receipt.next-coupon"));
            String name = catalogue.nameOfPromotion(coupon.promotionId(), texts.language());
            for (String line : Columns.wrap(clean(name), columns)) {
                lines.add(Text.centred(line, Style.BOLD));
            }
            for (long i = 0; i < Math.min(coupon.count(), MAX_COUPONS); i++) {
                if (Receipt.Symbology.CODE128.takes(coupon.couponCode())) {
                    lines.add(new Receipt.Barcode(Receipt.Symbology.CODE128, coupon.couponCode()));
                } else {
                    centred(lines, coupon.couponCode());
                }
            }
        }
    }

    private void taxRow(List<ReceiptLine> lines, String label, List<String> figures) {
        int width = columns / 4;
        StringBuilder row = new StringBuilder(Columns.left(label, columns - figures.size() * width));
        figures.forEach(figure -> row.append(Columns.right(plain(figure), width)));
        lines.add(Text.of(row.toString()));
    }

    private void foot(List<ReceiptLine> lines, FinishedSale finished) {
        lines.add(Text.of(""));
        String footer = catalogue.receiptFooter(texts.language());
        footer.lines().forEach(line -> centred(lines, line));
        String id = ReceiptCode.of(finished.transactionId());
        lines.add(new Receipt.QrCode(ReceiptCode.QR_PREFIX + id));
        lines.add(new Receipt.Barcode(Receipt.Symbology.CODE128, id));
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private void centred(List<ReceiptLine> lines, @Nullable String text) {
        if (text != null) {
            Columns.wrap(clean(text), columns).forEach(line -> lines.add(new Text(line, Style.NORMAL, Align.CENTRE)));
        }
    }

    private void both(List<ReceiptLine> lines, String left, String right) {
        lines.add(Text.of(Columns.both(clean(left), plain(right), columns)));
    }

    /** A name that may need several lines, and its amount at the end of the last. */
    private void whole(List<ReceiptLine> lines, String indent, String name, String amount) {
        List<String> parts = Columns.wrap(clean(name), columns - indent.length() - amount.length() - 1);
        int last = parts.size() - 1;
        parts.subList(0, last).forEach(part -> lines.add(Text.of(indent + part)));
        both(lines, indent + parts.get(last), amount);
    }

    private void rule(List<ReceiptLine> lines) {
        lines.add(Text.of("-".repeat(columns)));
    }

    /** Names come from people: what is no letter or sign is taken out, so that it cannot steer a printer. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** The signs that screens write and receipt printers do not have. */
    private static String plain(String figure) {
        return clean(figure.replace('\u2212', '-').replace('\u00a0', ' '));
    }
}
