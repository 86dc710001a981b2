package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Deposits;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.system.TestRegister;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PriceBooks;
import org.tillwright.wire.sale.SaleMoment;
import org.tillwright.wire.sale.SaleReturns;
import org.tillwright.wire.sale.ToldSale;

/**
 * An enrolled till that sells from the server's own prices and rules without a register's screen: what it tells the server
 * is sound, was rung up just now, and is not disputed. Its records stand in one order, so one call at a time.
 */
public final class ShopTill {

    private static final long FLOAT_MINOR = 10_000;
    private static final long PIECE_MILLI = 1000;

    private final TestRegister register;
    private final String workstationId;
    private final String operatorId;
    private SnapshotMessage snapshot;
    private long nextSequence;
    private UUID session;

    private ShopTill(TestRegister register, EnrolmentAnswer enrolment, String operatorId) {
        this.register = register;
        this.workstationId = enrolment.workstationId();
        this.nextSequence = enrolment.nextSequence();
        this.operatorId = operatorId;
    }

    /**
     * Enrols a register at the workstation that the code was made for.
     *
     * @param operatorId who stands at this till
     */
    public static ShopTill enrol(TestRegister register, String code, String operatorId)
            throws IOException, InterruptedException {
        ShopTill till = new ShopTill(register, register.enrol(code), operatorId);
        till.fetchSnapshot();
        return till;
    }

    public String workstationId() {
        return workstationId;
    }

    public TestRegister register() {
        return register;
    }

    /** A fresh token of this register. */
    public String token() {
        return register.token(workstationId);
    }

    public SnapshotMessage snapshot() {
        return snapshot;
    }

    /** Sells from the prices that are in force now; without it, from those of the last time. */
    public synchronized SnapshotMessage fetchSnapshot() throws IOException, InterruptedException {
        Answer answer = register.send("GET", "/api/v1/snapshot", null, token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        snapshot = WireJson.read(answer.body(), SnapshotMessage.class);
        return snapshot;
    }

    /** The open till's id; opens one with a float of 100.00 when none is open. */
    public synchronized UUID open() throws IOException, InterruptedException {
        if (session == null) {
            UUID id = UUID.randomUUID();
            Instant now = Instant.now();
            accept(
                    RecordKind.TILL_OPENED,
                    new TillOpenedMessage(
                            id,
                            storeId(),
                            operatorId,
                            businessDay(now),
                            now,
                            currency().code(),
                            FLOAT_MINOR));
            session = id;
        }
        return session;
    }

    /** Books a sale that somebody else rang up, and waits until it is booked. */
    public synchronized void book(SaleMessage sale) throws IOException, InterruptedException {
        accept(RecordKind.SALE, sale);
    }

    /** Sells one piece of each item that has one of these codes, for cash, and waits until it is booked. */
    public SaleMessage sell(String... codes) throws IOException, InterruptedException {
        Map<String, Long> wanted = new HashMap<>();
        for (String code : codes) {
            wanted.merge(code, PIECE_MILLI, Long::sum);
        }
        return sell(wanted);
    }

    /** Sells thousandths of a piece or kilogram by code, for cash, and waits until it is booked. */
    public synchronized SaleMessage sell(Map<String, Long> milliByCode) throws IOException, InterruptedException {
        SaleMessage sale = ringUp(milliByCode);
        accept(RecordKind.SALE, sale);
        return sale;
    }

    /** Makes a sale without telling the server, to be bent or sent late. */
    public synchronized SaleMessage ringUp(Map<String, Long> milliByCode) throws IOException, InterruptedException {
        UUID till = open();
        List<Cart.Line> lines = new ArrayList<>();
        for (Map.Entry<String, Long> wanted : milliByCode.entrySet()) {
            Cart.Kind kind = wanted.getValue() < 0 ? Cart.Kind.RETURN : Cart.Kind.SALE;
            lines.add(new Cart.Line(
                    lines.size() + 1, item(wanted.getKey()).itemId(), kind, new Quantity(wanted.getValue()), null));
        }
        Instant begunAt = Instant.now();
        LocalDateTime at = SaleMoment.of(begunAt, snapshot.store().timeZone());
        PriceBook book = priceBook(at.toLocalDate());
        Cart wanted = new Cart(SaleContext.of(at, storeId()), lines, List.of());
        Cart cart = Deposits.inStep(wanted, book, lines.size() + 1);
        try {
            return message(till, begunAt, cart, PricingEngine.price(cart, book), Map.of());
        } catch (PricingEngine.UnpricedItemException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes a sale by the pricing rules that the server told, as a register does, paid in cash.
     *
     * @param returned of which sale's line each line comes back that does, by its number
     */
    public synchronized SaleMessage ringUp(Cart cart, Map<Integer, SaleMessage.ReturnedLine> returned)
            throws IOException, InterruptedException {
        UUID till = open();
        try {
            PriceBook book = priceBook(stranger().at().toLocalDate());
            return message(till, Instant.now(), cart, PricingEngine.price(cart, book), returned);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the sale's rules make of goods that come back with their receipt. */
    public SoldLine sold(SaleMessage sale, int line, Quantity back) {
        try {
            LocalDateTime at = SaleMoment.of(sale.begunAt(), snapshot.store().timeZone());
            return Refunds.lines(
                            SaleReturns.soldSale(
                                    sale, at, priceBook(stranger().at().toLocalDate()), List.of()),
                            Map.of(line, back))
                    .values()
                    .iterator()
                    .next();
        } catch (Refunds.NotReturnableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes goods of a sale's line back with their receipt, for cash, and waits until it is booked. */
    public synchronized SaleMessage takeBack(SaleMessage sale, int line, Quantity back)
            throws IOException, InterruptedException {
        String itemId = sale.lines().get(line - 1).itemId();
        Cart.Line returned =
                new Cart.Line(1, itemId, Cart.Kind.RETURN, back.negated(), null).asSold(sold(sale, line, back));
        SaleMessage given = ringUp(
                new Cart(stranger(), List.of(returned), List.of()),
                Map.of(1, new SaleMessage.ReturnedLine(sale.transactionId(), (long) line)));
        accept(RecordKind.SALE, given);
        return given;
    }

    /** A customer of whom nothing is known, now. */
    public SaleContext stranger() {
        return SaleContext.of(SaleMoment.of(Instant.now(), snapshot.store().timeZone()), storeId());
    }

    /** Counts the till, finds in it what the server expects, and closes it. */
    public synchronized void settle() throws IOException, InterruptedException {
        TillTotals totals = totals();
        accept(
                RecordKind.TILL_SETTLED,
                new TillSettledMessage(
                        session,
                        storeId(),
                        operatorId,
                        Instant.now(),
                        currency().code(),
                        totals.tenders().stream()
                                .map(tender -> new TillSettledMessage.Count(
                                        tender.tender(), tender.expectedMinor(), tender.expectedMinor()))
                                .toList(),
                        totals.transactionCount()));
        session = null;
    }

    /** What the server has booked in the open till. */
    public TillTotals totals() throws IOException, InterruptedException {
        Answer answer = register.send("GET", "/api/v1/tills/" + open(), null, token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return WireJson.read(answer.body(), TillTotals.class);
    }

    /** Sends the till's next record, whatever it is, and returns what the server says; a refused one leaves no gap. */
    public synchronized Answer tell(RecordKind kind, Record message) throws IOException, InterruptedException {
        byte[] record = record(kind, message);
        Answer answer = register.put(workstationId, nextSequence, record, token());
        if (answer.status() == 201) {
            nextSequence++;
        }
        return answer;
    }

    /** The bytes of the till's next record, to be sent as they are. */
    public byte[] record(RecordKind kind, Record message) {
        return WireJson.write(
                JournalRecord.of(workstationId, nextSequence, kind, snapshot.number(), snapshot.taxPolicy(), message));
    }

    public long nextSequence() {
        return nextSequence;
    }

    /** Takes back a number that was sent by hand. */
    public void took(long sequence) {
        nextSequence = sequence + 1;
    }

    private void accept(RecordKind kind, Record message) throws IOException, InterruptedException {
        Answer answer = tell(kind, message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private SaleMessage message(
            UUID till, Instant at, Cart cart, PricedCart priced, Map<Integer, SaleMessage.ReturnedLine> returned) {
        PriceBook book = priceBook(cart.context().at().toLocalDate());
        return ToldSale.of(cart, priced)
                .at(storeId(), till, operatorId)
                .on(businessDay(at), at, at)
                .named(line ->
                        itemById(line.itemId()).names().get(snapshot.store().language()))
                .returning(returned)
                .rounded(book.rules().cashRounding())
                .message();
    }

    /** The book of a day, made of the snapshot as register and server make it. */
    private PriceBook priceBook(LocalDate day) {
        List<PriceBook.Entry> entries = new ArrayList<>();
        for (SnapshotMessage.Item item : snapshot.items()) {
            UnitPrice price = item.unitPriceMicro() == null ? null : new UnitPrice(currency(), item.unitPriceMicro());
            PriceBook.Traits traits = PriceBook.Traits.of(
                    item.departmentId(), Unit.valueOf(item.unit()).isDivisible());
            entries.add(new PriceBook.Entry(item.itemId(), price, item.taxCategory(), traits));
        }
        Map<String, TaxRate> rates = new HashMap<>();
        for (SnapshotMessage.TaxRate rate : snapshot.taxRates()) {
            rates.put(rate.taxCategory(), new TaxRate(rate.taxRateId(), new Rate(rate.ratePpm())));
        }
        return PriceBooks.of(
                        snapshot.pricingRules(), currency(), snapshot.store().country())
                .book(snapshot.number(), snapshot.taxPolicy().policy(), day, entries, rates);
    }

    private SnapshotMessage.Item item(String code) {
        String key = ScanCode.of(code).key();
        return snapshot.items().stream()
                .filter(item -> item.codes().contains(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item has the code " + code));
    }

    private SnapshotMessage.Item itemById(String itemId) {
        return snapshot.items().stream()
                .filter(item -> item.itemId().equals(itemId))
                .findFirst()
                .orElseThrow();
    }

    private Currency currency() {
        return Currency.of(snapshot.store().currency());
    }

    private String storeId() {
        return snapshot.store().storeId();
    }

    /** A sale after midnight still counts for the day that has not ended. */
    private LocalDate businessDay(Instant now) {
        return now.atZone(ZoneId.of(snapshot.store().timeZone()))
                .minusSeconds(LocalTime.parse(snapshot.store().dayEnds()).toSecondOfDay())
                .toLocalDate();
    }
}
