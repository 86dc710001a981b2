package org.tillwright.system.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.PricedSale;

/** Prices carts from a register's books, takes money for them, and writes them down as a register does. */
public final class SampleTill {

    private static final String OPERATOR = "operator-2";
    private static final SaleMessage.Card CARD = new SaleMessage.Card("Sample", "0001", "A1", "T1", "1");

    private final Function<LocalDate, PriceBook> books;
    private final Currency currency;
    private final String storeId;
    private final ZoneId zone;
    private final UUID session = UUID.randomUUID();

    /** @param books the price book of each day */
    public SampleTill(Function<LocalDate, PriceBook> books, Currency currency, String storeId, ZoneId zone) {
        this.books = books;
        this.currency = currency;
        this.storeId = storeId;
        this.zone = zone;
    }

    static SampleTill of(Catalogue catalogue) {
        return new SampleTill(
                catalogue::priceBook,
                catalogue.currency(),
                catalogue.store().storeId(),
                ZoneId.of(catalogue.store().timeZone()));
    }

    /** The book that a register prices a cart by. */
    PriceBook book(Cart cart) {
        return books.apply(cart.context().at().toLocalDate());
    }

    /** Prices a cart of goods that are sold, and of such as come back without a receipt. */
    public SaleMessage sell(Cart cart) throws UnpricedItemException {
        return written(cart, PricingEngine.price(cart, book(cart)), Map.of(), 0);
    }

    /**
     * Writes down what was priced.
     *
     * @param returned of which sale's line each line comes back that does, by its number
     * @param toManufacturers minor units that go back to those who paid by coupons
     */
    SaleMessage written(
            Cart cart, PricedCart priced, Map<Integer, SaleMessage.ReturnedLine> returned, long toManufacturers) {
        PricedSale goods = PricedSale.of(cart, priced, Cart.Line::itemId, returned);
        Instant begun = begunAt(cart.context().at());
        List<SaleMessage.Tender> tenders = tenders(cart, priced, toManufacturers);
        long paid = tenders.stream().mapToLong(SaleMessage.Tender::amountMinor).sum();
        long rounded = paid - priced.total().minor();
        return new SaleMessage(
                UUID.randomUUID(),
                storeId,
                session,
                OPERATOR,
                cart.context().at().toLocalDate(),
                begun,
                begun.plusSeconds(60),
                currency.code(),
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
                rounded == 0 ? null : rounded);
    }

    private Instant begunAt(LocalDateTime at) {
        return at.atZone(zone).toInstant();
    }

    /**
     * Coupons first; the rest by card or in cash, of which a customer often gives more than is due. Money goes back in cash: a
     * card takes no more back than it paid.
     */
    private List<SaleMessage.Tender> tenders(Cart cart, PricedCart priced, long toManufacturers) {
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        long coupons = priced.paidByManufacturers().minor() - toManufacturers;
        if (coupons != 0) {
            tenders.add(new SaleMessage.Tender(TenderType.COUPON.name(), coupons, null));
        }
        Money due = new Money(currency, priced.total().minor() - coupons);
        String tender = cart.context().tender();
        boolean byCard = tender == null ? due.minor() % 3 == 0 : tender.equals(TenderType.CARD.name());
        if (byCard && due.minor() > 0) {
            tenders.add(new SaleMessage.Tender(TenderType.CARD.name(), due.minor(), CARD));
        } else if (!due.isZero()) {
            inCash(due, book(cart).rules().cashRounding(), tenders);
        }
        return tenders;
    }

    private static void inCash(Money due, CashRounding rounding, List<SaleMessage.Tender> tenders) {
        long rounded = rounding.due(due).minor();
        boolean givesMore = due.minor() > 0 && due.minor() % 2 == 0;
        if (givesMore) {
            Money given = new Money(due.currency(), rounded + 10 * rounding.incrementMinor());
            tenders.add(new SaleMessage.Tender(TenderType.CASH.name(), given.minor(), null));
            long change = rounding.change(given.minus(due)).minor();
            tenders.add(new SaleMessage.Tender(TenderType.CASH.name(), -change, null));
        } else {
            tenders.add(new SaleMessage.Tender(TenderType.CASH.name(), rounded, null));
        }
    }
}
