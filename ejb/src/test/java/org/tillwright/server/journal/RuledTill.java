package org.tillwright.server.journal;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.TestShop;
import org.tillwright.server.pricing.PricingRulesService;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PriceBooks;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.sale.SaleReturns;
import org.tillwright.wire.sale.ToldSale;

/** A register of the test shop that sells by published rules, as a register does: it has the rules and nothing else. */
final class RuledTill {

    static final TaxPolicy POLICY =
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);

    /** The sale's beginning on the clock of a store in Berlin. */
    static final LocalDateTime AT = LocalDateTime.parse("2026-03-02T09:58:30");

    private static final Instant ENDED = Instant.parse("2026-03-02T08:59:00Z");

    private final TestShop shop;
    private final TestJournal journal;
    private final PriceBook book;
    private final long version;
    private final Map<UUID, List<SaleMessage>> returns = new LinkedHashMap<>();
    private final String workstationId;
    private long sequence;

    RuledTill(TestShop shop, TestJournal journal, PricingRules rules) {
        this(shop, journal, rules, TestShop.TILL, 0);
    }

    /**
     * Makes a register of the shop.
     *
     * @param sequence of the last record that the workstation sent
     */
    RuledTill(TestShop shop, TestJournal journal, PricingRules rules, String workstationId, long sequence) {
        this.shop = shop;
        this.journal = journal;
        this.workstationId = workstationId;
        this.sequence = sequence;
        this.version =
                shop.inTransaction(() -> shop.get(PricingRulesService.class).publish(rules, null, "anna"));
        this.book = PriceBooks.of(rules, TestShop.EUR, "DE")
                .book(
                        version,
                        POLICY,
                        AT.toLocalDate(),
                        List.of(
                                entry("milk", 1_290_000L, false),
                                entry("apples", 2_490_000L, true),
                                entry("bag", 250_000L, false)),
                        Map.of("REDUCED", new TaxRate("R", Rate.percent("7"))));
    }

    private static PriceBook.Entry entry(String itemId, long micro, boolean divisible) {
        return new PriceBook.Entry(
                itemId, new UnitPrice(TestShop.EUR, micro), "REDUCED", PriceBook.Traits.of("food", divisible));
    }

    SaleContext stranger() {
        return SaleContext.of(AT, TestShop.STORE);
    }

    static Cart.Line line(int number, String itemId, long milli) {
        return new Cart.Line(number, itemId, milli < 0 ? Cart.Kind.RETURN : Cart.Kind.SALE, new Quantity(milli), null);
    }

    PricedCart price(Cart cart) {
        try {
            return PricingEngine.price(cart, book);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a cart down, paid in cash to the cent. */
    SaleMessage sale(Cart cart, Map<Integer, SaleMessage.ReturnedLine> returned) {
        return told(cart).returning(returned).message();
    }

    /** The beginnings of a sale that says more than its cart. */
    ToldSale told(Cart cart) {
        return ToldSale.of(cart, price(cart))
                .at(TestShop.STORE, SaleBuilder.TILL_SESSION, "ben")
                .on(LocalDate.parse("2026-03-02"), ENDED.minusSeconds(30), ENDED)
                .named(line -> "The " + line.itemId());
    }

    SaleMessage sale(Cart cart) {
        return sale(cart, Map.of());
    }

    /** Gives back some of a line of a sale, as one that knows all returns before does. */
    SaleMessage giveBack(SaleMessage original, long line, long milli) {
        return exchange(original, line, milli);
    }

    /** Gives back some of a line of a sale, and takes other goods for it; their lines are from 2. */
    SaleMessage exchange(SaleMessage original, long line, long milli, Cart.Line... taken) {
        List<SaleMessage> before = returns.computeIfAbsent(original.transactionId(), id -> new ArrayList<>());
        Map<Integer, SoldLine> worth;
        try {
            worth = Refunds.lines(
                    SaleReturns.soldSale(original, AT, book, before),
                    Map.of(Math.toIntExact(line), new Quantity(milli)));
        } catch (Refunds.NotReturnableException e) {
            throw new IllegalStateException(e);
        }
        String itemId = original.lines().stream()
                .filter(sold -> sold.number() == line)
                .findFirst()
                .orElseThrow()
                .itemId();
        List<Cart.Line> lines = new ArrayList<>();
        lines.add(line(1, itemId, -milli).asSold(worth.values().iterator().next()));
        lines.addAll(List.of(taken));
        Cart cart = new Cart(stranger(), lines, List.of());
        SaleMessage sale = sale(cart, Map.of(1, new SaleMessage.ReturnedLine(original.transactionId(), line)));
        before.add(sale);
        return sale;
    }

    /** Sends a sale and returns what the server found of it; empty when it agrees. */
    String send(SaleMessage sale) {
        sequence++;
        byte[] record = SaleBuilder.record(workstationId, sequence, version, POLICY, sale);
        JournalRecord read = WireJson.read(record, JournalRecord.class);
        if (!read.message(SaleMessage.class).equals(sale)) {
            throw new IllegalStateException("the message does not come back as it was written");
        }
        boolean disputed =
                journal.accept(workstationId, sequence, record).acceptance().disputed();
        String reasons =
                shop.database.text("select coalesce(max(reason), '') from disputed_totals where transaction_id = '"
                        + sale.transactionId() + "'");
        if (disputed == reasons.isEmpty()) {
            throw new IllegalStateException("disputed " + disputed + ", and the reason is " + reasons);
        }
        return reasons;
    }
}
