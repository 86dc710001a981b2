package org.tillwright.server.journal;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.TestShop;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/** Rings up sales as a register would: by the same engine, from the prices that the register has. */
public final class SaleBuilder {

    public static final UUID TILL_SESSION = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final TaxPolicy IN_PRICE =
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);
    static final TaxPolicy ON_TOP =
            new TaxPolicy(TaxPolicy.Placement.ON_TOP, TaxPolicy.Level.PER_TOTAL, RoundingMode.HALF_UP);

    private final List<Cart.Line> lines = new ArrayList<>();
    private UUID transactionId = UUID.randomUUID();
    private String workstationId = TestShop.TILL;
    private TaxPolicy policy = IN_PRICE;
    private long version = 3;
    private long milkMicro = 1_290_000;
    private String storeId = TestShop.STORE;

    public SaleBuilder line(String itemId, long quantityMilli) {
        return add(itemId, quantityMilli, null);
    }

    public SaleBuilder overridden(String itemId, long quantityMilli, long micro) {
        return add(itemId, quantityMilli, new PriceOverride(new UnitPrice(TestShop.EUR, micro), "DAMAGED", "anna"));
    }

    SaleBuilder transactionId(UUID id) {
        this.transactionId = id;
        return this;
    }

    public SaleBuilder at(String workstation) {
        this.workstationId = workstation;
        return this;
    }

    SaleBuilder ofStore(String store) {
        this.storeId = store;
        return this;
    }

    SaleBuilder policy(TaxPolicy taxPolicy) {
        this.policy = taxPolicy;
        return this;
    }

    SaleBuilder version(long priceBookVersion) {
        this.version = priceBookVersion;
        return this;
    }

    /** Makes this register believe in another price of milk. */
    SaleBuilder milkPrice(long micro) {
        this.milkMicro = micro;
        return this;
    }

    public byte[] record(long sequence) {
        return record(workstationId, sequence, version, policy, sale());
    }

    static byte[] record(String workstation, long sequence, long version, TaxPolicy policy, SaleMessage sale) {
        return WireJson.write(
                JournalRecord.of(workstation, sequence, RecordKind.SALE, version, TaxPolicyMessage.of(policy), sale));
    }

    SaleMessage sale() {
        return sale(transactionId, storeId, priced());
    }

    /** Writes a priced cart as the sale that a register would tell, paid in cash with change. */
    static SaleMessage sale(UUID transactionId, String storeId, PricedCart priced) {
        Instant now = Instant.parse("2026-03-02T08:59:00Z");
        return new SaleMessage(
                transactionId,
                storeId,
                TILL_SESSION,
                "ben",
                LocalDate.parse("2026-03-02"),
                now.minusSeconds(30),
                now,
                "EUR",
                priced.lines().stream().map(SaleBuilder::lineOf).toList(),
                priced.taxLines().stream().map(SaleBuilder::taxLineOf).toList(),
                List.of(
                        new SaleMessage.Tender("CASH", priced.total().minor() + 100, null),
                        new SaleMessage.Tender("CASH", -100L, null)),
                priced.net().minor(),
                priced.tax().minor(),
                priced.total().minor());
    }

    private SaleBuilder add(String itemId, long quantityMilli, PriceOverride override) {
        lines.add(new Cart.Line(
                lines.size() + 1,
                itemId,
                quantityMilli < 0 ? Cart.Kind.RETURN : Cart.Kind.SALE,
                new Quantity(quantityMilli),
                override));
        return this;
    }

    private PricedCart priced() {
        PriceBook book = new PriceBook(
                version,
                TestShop.EUR,
                policy,
                Map.of(
                        "milk", entry("milk", milkMicro),
                        "apples", entry("apples", 2_490_000),
                        "bag", new PriceBook.Entry("bag", null, "REDUCED"),
                        "ghost", entry("ghost", 500_000)),
                Map.of("REDUCED", new TaxRate("R", Rate.percent("7"))));
        try {
            return PricingEngine.price(new Cart(lines), book);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PriceBook.Entry entry(String itemId, long micro) {
        return new PriceBook.Entry(itemId, new UnitPrice(TestShop.EUR, micro), "REDUCED");
    }

    private static SaleMessage.Line lineOf(PricedCart.Line line) {
        PriceOverride override = line.wanted().override();
        UnitPrice regular = line.regularUnitPrice();
        return new SaleMessage.Line(
                (long) line.wanted().number(),
                line.wanted().itemId(),
                "The " + line.wanted().itemId(),
                line.quantity().milli(),
                line.unitPrice().micro(),
                line.extended().minor(),
                line.net().minor(),
                line.tax().minor(),
                line.taxes().get(0).tax().taxId(),
                override == null
                        ? null
                        : new SaleMessage.OverriddenPrice(
                                regular == null ? null : regular.micro(), override.reason(), override.approverId()));
    }

    private static SaleMessage.TaxLine taxLineOf(TaxLine line) {
        return new SaleMessage.TaxLine(
                line.tax().taxId(),
                line.tax().value(),
                line.base().minor(),
                line.amount().minor(),
                line.gross().minor());
    }
}
