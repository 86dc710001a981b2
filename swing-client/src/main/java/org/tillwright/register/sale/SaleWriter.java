package org.tillwright.register.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.PricedSale;

/** Writes a paid sale down as the message that becomes its record. */
final class SaleWriter {

    private SaleWriter() {}

    static SaleMessage write(SaleInProgress sale, String operatorId, TillSession till, Instant endedAt, Texts texts) {
        Catalogue catalogue = sale.catalogue();
        PricedCart priced = sale.priced();
        PricedSale goods = PricedSale.of(
                sale.cart(),
                priced,
                line -> catalogue.nameOf(sale.item(line.itemId()), texts.language()),
                sale.particulars().returned(),
                sale.particulars().lines());
        List<SaleMessage.Tender> tenders = tenders(sale);
        SaleMessage message = new SaleMessage(
                sale.transactionId(),
                catalogue.store().storeId(),
                till.requireId(),
                operatorId,
                till.businessDay(),
                sale.begunAt(),
                endedAt.isBefore(sale.begunAt()) ? sale.begunAt() : endedAt, // the clock may have been set back
                catalogue.currency().code(),
                goods.lines(),
                goods.taxLines(),
                tenders,
                priced.net().minor(),
                priced.tax().minor(),
                priced.total().minor(),
                goods.context(),
                goods.discounts(),
                goods.taxes(),
                goods.coupons(),
                cashRounding(tenders, sale.payable()),
                sale.particulars().message());
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

    /** What manufacturers pay, the payments as they were taken, and the change as a negative one. */
    private static List<SaleMessage.Tender> tenders(SaleInProgress sale) {
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        Money coupons = sale.priced().paidByManufacturers();
        if (!coupons.isZero()) {
            tenders.add(new SaleMessage.Tender(TenderType.COUPON.name(), coupons.minor(), null));
        }
        for (Payment payment : sale.payments()) {
            tenders.add(new SaleMessage.Tender(
                    payment.type().name(), payment.amount().minor(), payment.card(), payment.particulars()));
        }
        Money change = sale.change();
        if (!change.isZero()) {
            tenders.add(new SaleMessage.Tender(
                    TenderType.CASH.name(), change.negated().minor(), null));
        }
        return tenders;
    }

    /** What was paid beyond what was due, because there are no smaller coins; null for nothing. */
    private static @Nullable Long cashRounding(List<SaleMessage.Tender> tenders, Money payable) {
        long paid = 0;
        for (SaleMessage.Tender tender : tenders) {
            paid = Math.addExact(paid, tender.amountMinor());
        }
        long rounded = Math.subtractExact(paid, payable.minor());
        return rounded == 0 ? null : rounded;
    }
}
