package org.tillwright.register.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.tax.Tax;
import org.tillwright.wire.SaleMessage;

/** Writes down how goods were sold that come back, so that a crash does not price them anew; and reads it again. */
final class SoldDrafts {

    private SoldDrafts() {}

    static SaleDraft.@Nullable SoldDraft of(@Nullable SoldLine sold) {
        if (sold == null) {
            return null;
        }
        LineAmounts clawback = sold.clawback();
        return new SaleDraft.SoldDraft(
                sold.quantity().milli(),
                sold.unitPrice().micro(),
                sold.returned().milli(),
                amounts(sold.paid()),
                clawback == null ? null : amounts(clawback));
    }

    private static SaleDraft.Amounts amounts(LineAmounts amounts) {
        return new SaleDraft.Amounts(
                amounts.list().minor(),
                amounts.discounts().stream()
                        .map(discount -> new SaleMessage.Discount(
                                discount.source().name(),
                                discount.id(),
                                discount.amount().minor()))
                        .toList(),
                amounts.net().minor(),
                amounts.taxes().stream()
                        .map(line -> new SaleDraft.TaxPart(
                                line.tax().taxId(),
                                line.tax().kind().name(),
                                line.tax().value(),
                                line.tax().inPrice(),
                                line.tax().group(),
                                line.base().minor(),
                                line.amount().minor()))
                        .toList());
    }

    static @Nullable SoldLine read(SaleDraft.@Nullable SoldDraft told, Currency currency) {
        if (told == null) {
            return null;
        }
        SaleDraft.Amounts clawback = told.clawback();
        return new SoldLine(
                new Quantity(told.quantityMilli()),
                new UnitPrice(currency, told.unitPriceMicro()),
                amounts(told.paid(), currency),
                new Quantity(told.returnedMilli()),
                clawback == null ? null : amounts(clawback, currency));
    }

    private static LineAmounts amounts(SaleDraft.Amounts told, Currency currency) {
        List<Discount> discounts = told.discounts().stream()
                .map(discount -> new Discount(
                        Discount.Source.valueOf(discount.source()),
                        discount.discountId(),
                        new Money(currency, discount.amountMinor())))
                .toList();
        List<TaxLine> taxes = told.taxes().stream()
                .map(part -> new TaxLine(
                        new Tax(
                                part.taxId(),
                                Tax.Kind.valueOf(part.kind()),
                                part.value(),
                                part.inPrice(),
                                false,
                                true,
                                part.group()),
                        new Money(currency, part.baseMinor()),
                        new Money(currency, part.amountMinor())))
                .toList();
        return new LineAmounts(
                new Money(currency, told.listMinor()), discounts, new Money(currency, told.netMinor()), taxes);
    }
}
