package org.tillwright.wire.receipt;

import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Discount;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Lists;

/** The goods on a receipt, line by line, with or without what they cost. */
final class ReceiptLines {

    private final ReceiptSale subject;
    private final ReceiptPrint print;
    private final ReceiptFacts facts;
    private final ReceiptWords words;
    private final ReceiptDiscounts discounts;
    private final PaperWriter paper;

    ReceiptLines(
            ReceiptSale subject,
            ReceiptPrint print,
            ReceiptFacts facts,
            ReceiptWords words,
            ReceiptDiscounts discounts,
            PaperWriter paper) {
        this.subject = subject;
        this.print = print;
        this.facts = facts;
        this.words = words;
        this.discounts = discounts;
        this.paper = paper;
    }

    void write() {
        for (SaleMessage.Line line : subject.sale().lines()) {
            if (!print.shows(line.number())) {
                continue;
            }
            if (print.isGift()) {
                gift(line);
            } else {
                priced(line);
            }
            modifiers(line);
            if (!print.isGift()) {
                discounts(line);
            }
        }
    }

    private void gift(SaleMessage.Line line) {
        if (line.quantityMilli() < 0) {
            return; // what came back is nobody's present
        }
        Quantity quantity = new Quantity(line.quantityMilli());
        boolean isOne = quantity.equals(Quantity.ONE) && unitOf(line).isEmpty();
        String count = isOne ? "" : words.quantity(quantity) + unitOf(line);
        paper.whole("", description(line), count);
    }

    private void priced(SaleMessage.Line line) {
        Money amount = subject.money(line.listedMinor());
        if (line.quantityMilli() < 0) {
            paper.left(words.text("receipt.return"));
        }
        Quantity quantity = new Quantity(line.quantityMilli());
        String price = words.price(new UnitPrice(amount.currency(), line.unitPriceMicro()));
        boolean isOne =
                line.quantityMilli() == Quantity.ONE.milli() && unitOf(line).isEmpty();
        if (isOne) {
            paper.whole("", description(line), words.amount(amount));
        } else {
            paper.wrapped(description(line), PaperLine.Style.NORMAL, PaperLine.Align.LEFT);
            String count = words.quantity(quantity) + unitOf(line);
            // Weight times price is not what a label says, to the cent: nobody shall multiply and find another amount.
            String detail = line.labelMinor() == null
                    ? words.text("receipt.each", count, price)
                    : words.text("receipt.labelled", count);
            paper.both("  " + PaperWriter.plain(detail), words.amount(amount));
        }
        SaleMessage.OverriddenPrice override = line.override();
        if (override != null) {
            paper.left("  " + PaperWriter.clean(overrideText(override, amount)));
        }
    }

    private String description(SaleMessage.Line line) {
        return facts.description(line.itemId(), line.description(), words.language());
    }

    private String overrideText(SaleMessage.OverriddenPrice override, Money amount) {
        Long regular = override.regularUnitPriceMicro();
        return regular == null
                ? words.text("receipt.override-no-price")
                : words.text("receipt.override", words.price(new UnitPrice(amount.currency(), regular)));
    }

    /** How it was wanted. */
    private void modifiers(SaleMessage.Line line) {
        for (CartMessage.Modifier modifier : Lists.of(line.modifiers())) {
            String name = facts.modifier(modifier.groupId(), modifier.modifierId(), words.language());
            String text =
                    modifier.count() == 1 ? name : words.text("receipt.each", Long.toString(modifier.count()), name);
            paper.left("  + " + PaperWriter.clean(text));
        }
        LineParticulars particulars = line.particulars();
        if (particulars != null && particulars.instruction() != null && line.quantityMilli() > 0) {
            paper.left("  " + PaperWriter.clean(particulars.instruction()));
        }
    }

    private void discounts(SaleMessage.Line line) {
        for (SaleMessage.Discount discount : discounts.ofAlone(line)) {
            Money off = subject.money(discount.amountMinor());
            paper.whole("  ", nameOf(discount), PaperWriter.plain(words.amount(off.negated())));
        }
    }

    /** What lowers several lines, told once. */
    void shared() {
        List<ReceiptDiscounts.TakenOff> shared = discounts.shared();
        for (ReceiptDiscounts.TakenOff off : shared) {
            paper.whole(
                    "",
                    nameOf(off.first()),
                    PaperWriter.plain(words.amount(subject.money(off.minor()).negated())));
        }
    }

    private String nameOf(SaleMessage.Discount discount) {
        return switch (Discount.Source.valueOf(discount.source())) {
            case PROMOTION -> facts.promotion(discount.discountId(), words.language());
            case LINE, SALE -> words.text("discount.by-hand");
            case EXEMPTION -> words.text("discount.exemption");
        };
    }

    /** The unit after a figure, such as " kg"; empty for pieces. */
    private String unitOf(SaleMessage.Line line) {
        Unit unit = facts.unit(line.itemId());
        return switch (unit) {
            case PIECE -> "";
            case KILOGRAM -> " " + words.text("receipt.unit.kilogram");
            case LITRE -> " " + words.text("receipt.unit.litre");
            case METRE -> " " + words.text("receipt.unit.metre");
        };
    }
}
