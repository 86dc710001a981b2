package org.tillwright.wire.sale;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;

/** Tells a priced cart as a register would: what manufacturers' coupons leave is paid in cash. */
public final class ToldSale {

    private final Cart cart;
    private final PricedCart priced;
    private String storeId = "demo";
    private UUID tillSessionId = UUID.randomUUID();
    private String operatorId = "op-3";
    private @Nullable LocalDate businessDay;
    private @Nullable Instant begunAt;
    private @Nullable Instant endedAt;
    private Function<Cart.Line, String> descriptions = Cart.Line::itemId;
    private Map<Integer, SaleMessage.ReturnedLine> returned = Map.of();
    private CashRounding rounding = CashRounding.NONE;
    private @Nullable SaleParticulars particulars;

    private ToldSale(Cart cart, PricedCart priced) {
        this.cart = cart;
        this.priced = priced;
    }

    public static ToldSale of(Cart cart, PricedCart priced) {
        return new ToldSale(cart, priced);
    }

    public ToldSale at(String store, UUID till, String operator) {
        this.storeId = store;
        this.tillSessionId = till;
        this.operatorId = operator;
        return this;
    }

    public ToldSale on(LocalDate day, Instant begun, Instant ended) {
        this.businessDay = day;
        this.begunAt = begun;
        this.endedAt = ended;
        return this;
    }

    /** What the receipt says of each line; its item's id without this. */
    public ToldSale named(Function<Cart.Line, String> names) {
        this.descriptions = names;
        return this;
    }

    /** Of which sale's line each line comes back that does, by its number. */
    public ToldSale returning(Map<Integer, SaleMessage.ReturnedLine> lines) {
        this.returned = lines;
        return this;
    }

    /** How the store rounds cash; to the cent without this. */
    public ToldSale rounded(CashRounding cashRounding) {
        this.rounding = cashRounding;
        return this;
    }

    public ToldSale saying(SaleParticulars more) {
        this.particulars = more;
        return this;
    }

    public SaleMessage message() {
        PricedSale parts = PricedSale.of(cart, priced, descriptions, returned);
        Money due = priced.total().minus(priced.paidByManufacturers());
        Money cash = rounding.due(due);
        long roundedBy = cash.minus(due).minor();
        return new SaleMessage(
                UUID.randomUUID(),
                storeId,
                tillSessionId,
                operatorId,
                requireNonNull(businessDay),
                requireNonNull(begunAt),
                requireNonNull(endedAt),
                due.currency().code(),
                parts.lines(),
                parts.taxLines(),
                tenders(cash),
                priced.net().minor(),
                priced.tax().minor(),
                priced.total().minor(),
                parts.context(),
                parts.discounts(),
                parts.taxes(),
                parts.coupons(),
                roundedBy == 0 ? null : roundedBy,
                particulars);
    }

    private List<SaleMessage.Tender> tenders(Money cash) {
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        if (!priced.paidByManufacturers().isZero()) {
            tenders.add(new SaleMessage.Tender(
                    "COUPON", priced.paidByManufacturers().minor(), null));
        }
        tenders.add(new SaleMessage.Tender("CASH", cash.minor(), null));
        return tenders;
    }
}
