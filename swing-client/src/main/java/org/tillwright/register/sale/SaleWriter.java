package org.tillwright.register.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TenderType;

/** Writes a paid sale down as the message that becomes its record. */
final class SaleWriter {

    private SaleWriter() {}

    static SaleMessage write(SaleInProgress sale, String operatorId, TillSession till, Instant endedAt, Texts texts) {
        PricedCart priced = sale.priced();
        SaleMessage message = new SaleMessage(
                sale.transactionId(),
                sale.catalogue().store().storeId(),
                till.requireId(),
                operatorId,
                till.businessDay(),
                sale.begunAt(),
                endedAt.isBefore(sale.begunAt()) ? sale.begunAt() : endedAt, // the clock may have been set back
                sale.catalogue().currency().code(),
                priced.lines().stream()
                        .map(line -> line(
                                line,
                                sale.catalogue().nameOf(sale.item(line.wanted().itemId()), texts.language())))
                        .toList(),
                priced.taxLines().stream().map(SaleWriter::taxLine).toList(),
                tenders(sale),
                priced.net().minor(),
                priced.tax().minor(),
                priced.total().minor());
        if (!message.faults().isEmpty()) {
            throw new IllegalStateException("a sale that contradicts itself: " + message.faults());
        }
        return message;
    }

    static SaleVoidedMessage writeVoided(SaleInProgress sale, String operatorId, TillSession till, Instant voidedAt) {
        return new SaleVoidedMessage(
                sale.transactionId(),
                sale.catalogue().store().storeId(),
                till.requireId(),
                operatorId,
                till.businessDay(),
                voidedAt,
                sale.catalogue().currency().code(),
                (long) sale.cart().lines().size(),
                sale.total().minor());
    }

    private static SaleMessage.Line line(PricedCart.Line line, String description) {
        return new SaleMessage.Line(
                (long) line.wanted().number(),
                line.wanted().itemId(),
                description,
                line.quantity().milli(),
                line.unitPrice().micro(),
                line.extended().minor(),
                line.net().minor(),
                line.tax().minor(),
                line.taxes().get(0).tax().taxId(),
                overridden(line));
    }

    private static SaleMessage.@Nullable OverriddenPrice overridden(PricedCart.Line line) {
        PriceOverride override = line.wanted().override();
        UnitPrice regular = line.regularUnitPrice();
        return override == null
                ? null
                : new SaleMessage.OverriddenPrice(
                        regular == null ? null : regular.micro(), override.reason(), override.approverId());
    }

    private static SaleMessage.TaxLine taxLine(TaxLine line) {
        return new SaleMessage.TaxLine(
                line.tax().taxId(),
                line.tax().value(),
                line.base().minor(),
                line.amount().minor(),
                line.gross().minor());
    }

    /** The payments as they were taken, and the change as a negative one. */
    private static List<SaleMessage.Tender> tenders(SaleInProgress sale) {
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        for (Payment payment : sale.payments()) {
            tenders.add(new SaleMessage.Tender(
                    payment.type().name(), payment.amount().minor(), payment.card()));
        }
        Money left = sale.due();
        if (!left.isZero()) {
            tenders.add(new SaleMessage.Tender(TenderType.CASH.name(), left.minor(), null));
        }
        return tenders;
    }
}
