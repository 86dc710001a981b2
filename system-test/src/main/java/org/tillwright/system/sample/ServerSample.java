package org.tillwright.system.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.system.written.BookWriter;
import org.tillwright.system.written.Names;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.DisputedTotals;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.PriceBookMessage;

/**
 * Sells thrown carts at a real server with its own database: the server works each sale and each return out anew from what
 * was published, and must come to every cent that the register came to.
 */
public final class ServerSample {

    private static final int CARTS_OF_A_BOOK = 6;
    private static final List<String> CATEGORIES = List.of("A", "B", "C");
    private static final List<String> DEPARTMENTS = List.of("D1", "D2", "D3", BookWriter.NO_DEPARTMENT);

    private final SampleServer server;
    private final Map<String, Long> counts = new TreeMap<>();
    /** What bent sales should have come to, in minor units. */
    private final Map<UUID, Long> bent = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();
    private SnapshotMessage snapshot;

    private ServerSample(SampleServer server) throws SampleException {
        this.server = server;
        this.snapshot = server.snapshot();
    }

    /**
     * What came of a sample.
     *
     * @param counts what was sold and returned, by name
     * @param faults what register and server do not agree on, in words; empty for the proof
     */
    public record Outcome(Map<String, Long> counts, List<String> faults) {}

    /** Names of the tax categories that books may use. */
    public static List<String> categories() {
        return CATEGORIES;
    }

    /**
     * Starts a server, sells, and ends the server.
     *
     * @param root directory of the project, built
     * @param directory empty, and for this sample alone
     * @param thrown a book and so many carts of it, by number; the same number is the same
     * @param sales how many carts are sold; their returns come on top
     */
    public static Outcome run(Path root, Path directory, Currency currency, LongFunction<Wanted> thrown, int sales)
            throws IOException, InterruptedException, SampleException {
        try (SampleServer server = SampleServer.start(root, directory, currency, CATEGORIES)) {
            ServerSample sample = new ServerSample(server);
            int sold = 0;
            for (long number = 0; sold < sales; number++) {
                sold += sample.sell(thrown.apply(number), number, sales - sold);
            }
            sample.compareWithTheBooks();
            return new Outcome(Map.copyOf(sample.counts), List.copyOf(sample.faults));
        }
    }

    /** How many carts of each book are sold at most. */
    public static int cartsOfABook() {
        return CARTS_OF_A_BOOK;
    }

    private int sell(Wanted wanted, long number, int most) throws IOException, InterruptedException, SampleException {
        String storeId = snapshot.store().storeId();
        Names names = new Names("b" + number + "-", Map.of("S1", storeId, "S2", storeId));
        publish(wanted, names);
        count("books of rules published");
        Catalogue catalogue = Catalogue.of(
                withPolicy(snapshot, TaxPolicyMessage.of(wanted.book().taxPolicy())));
        SampleTill till = SampleTill.of(catalogue);
        SplittableRandom random = new SplittableRandom(wanted.returns());
        int sold = 0;
        for (Cart cart : wanted.carts()) {
            if (sold == most) {
                break;
            }
            Cart renamed = renamed(cart, names, storeId);
            try {
                sellAndReturn(till, catalogue, renamed, random);
            } catch (UnpricedItemException e) {
                throw new SampleException("a cart of a sound book has no price for " + e.itemId());
            }
            sold++;
        }
        bend(till, catalogue, wanted, cart -> renamed(cart, names, storeId));
        return Math.max(sold, 1);
    }

    private void publish(Wanted wanted, Names names) throws IOException, InterruptedException, SampleException {
        BookWriter writer = new BookWriter(wanted.book(), names);
        List<SnapshotMessage.Item> items = new ArrayList<>();
        for (PriceBookMessage.Item item : writer.message().items()) {
            items.add(item(item));
        }
        List<SnapshotMessage.Department> departments = new ArrayList<>();
        for (String department : DEPARTMENTS) {
            departments.add(new SnapshotMessage.Department(
                    department, Map.of("en", department), (long) departments.size(), (long) departments.size()));
        }
        server.importItems(new ItemImport(departments, items));
        server.publish(writer.rules());
        snapshot = server.snapshot();
    }

    private SnapshotMessage.Item item(PriceBookMessage.Item told) {
        String department = told.departmentId();
        String unit = told.unit();
        return new SnapshotMessage.Item(
                told.itemId(),
                Map.of(snapshot.store().language(), told.itemId()),
                department == null ? BookWriter.NO_DEPARTMENT : department,
                unit == null ? "PIECE" : unit,
                told.taxCategory(),
                told.unitPriceMicro(),
                List.of(),
                null,
                null,
                true);
    }

    /** A server works each sale out by the policy of its record, so a sample can have one for each book. */
    private static SnapshotMessage withPolicy(SnapshotMessage snapshot, TaxPolicyMessage policy) {
        return new SnapshotMessage(
                snapshot.number(),
                snapshot.after(),
                snapshot.store(),
                policy,
                snapshot.taxRates(),
                snapshot.departments(),
                snapshot.items(),
                snapshot.operators(),
                snapshot.epoch(),
                snapshot.pricingRules());
    }

    private static Cart renamed(Cart cart, Names names, String storeId) {
        SaleContext was = cart.context();
        SaleContext context = new SaleContext(
                was.at(),
                storeId,
                was.customerGroups(),
                was.customerId(),
                was.taxExempt(),
                was.couponCodes(),
                was.tender(),
                was.usedByCustomer());
        List<Cart.Line> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            lines.add(new Cart.Line(
                    line.number(),
                    names.item(line.itemId()),
                    line.kind(),
                    line.quantity(),
                    line.override(),
                    line.modifiers(),
                    line.discounts(),
                    line.serviceMode(),
                    line.labelTotal(),
                    line.follows(),
                    null));
        }
        return new Cart(context, lines, cart.discounts());
    }

    private void sellAndReturn(SampleTill till, Catalogue catalogue, Cart cart, SplittableRandom random)
            throws SampleException, UnpricedItemException {
        SaleMessage sale = till.sell(cart);
        count("sales");
        count("sale lines", sale.lines().size());
        sale.lines().forEach(line -> line.takenOff().forEach(off -> count("discounts " + off.source())));
        count("tenders", sale.tenders().size());
        count("sales with rounded cash", sale.cashRoundingMinor() == null ? 0 : 1);
        count("sales with several taxes told", sale.taxes() == null ? 0 : 1);
        boolean stands = post(catalogue, sale, false);
        SampleReturns returns = new SampleReturns(till, cart, sale, random::nextInt);
        SaleMessage back = stands ? returns.next() : null;
        while (back != null) {
            count("returns");
            count("return lines", back.lines().size());
            // A difference in one return would be told again in each that follows.
            stands &= post(catalogue, back, false);
            back = stands ? returns.next() : null;
        }
        count("returns refused because they were a part", returns.refused());
        if (stands) {
            requireAllPaidBack(sale, returns.all());
        }
    }

    /** Whatever the parts were, the customer has back what was paid for the goods. */
    private void requireAllPaidBack(SaleMessage sale, List<SaleMessage> returns) {
        long paid = sale.lines().stream()
                .filter(line -> line.quantityMilli() > 0)
                .mapToLong(line -> line.netMinor() + line.taxMinor())
                .sum();
        long back = returns.stream().mapToLong(SaleMessage::totalMinor).sum();
        if (paid + back != 0) {
            faults.add("sale " + sale.transactionId() + " was paid with " + paid + ", and came back with " + -back);
        }
    }

    /** Proves that a difference is found: one item has another price at this register alone. */
    private void bend(SampleTill till, Catalogue catalogue, Wanted wanted, UnaryOperator<Cart> renamed)
            throws SampleException {
        SampleBend.Bent wrong = new SampleBend(till).of(wanted.carts(), renamed);
        if (wrong != null) {
            count("sales bent by a minor unit on purpose");
            bent.put(wrong.sale().transactionId(), wrong.rightMinor());
            post(catalogue, wrong.sale(), true);
        }
    }

    /** Sends a sale; false when something about it is not as it should be. */
    private boolean post(Catalogue catalogue, SaleMessage sale, boolean isBent) throws SampleException {
        int before = faults.size();
        List<Fault> contradictions = sale.faults();
        if (!contradictions.isEmpty()) {
            faults.add("a register would not have finished this sale: " + contradictions + " " + sale);
            return false;
        }
        JournalRecord record = JournalRecord.of(
                server.workstationId(),
                server.nextSequence(),
                RecordKind.SALE,
                catalogue.number(),
                catalogue.taxPolicy(),
                sale);
        Acceptance accepted = server.put(WireJson.write(record));
        count("records posted");
        if (isBent && !accepted.disputed()) {
            faults.add("the server did not see that sale " + sale.transactionId() + " was bent");
        } else if (accepted.disputed() && !isBent) {
            count("disputed");
            faults.add("disputed: " + sale);
        }
        return faults.size() == before;
    }

    /** The server's own list has the bent sales and no others, and what it computed for them is what is right. */
    private void compareWithTheBooks() throws IOException, InterruptedException, SampleException {
        DisputedTotals listed = server.disputed();
        for (DisputedTotals.Sale sale : listed.sales()) {
            Long right = bent.get(sale.transactionId());
            if (right == null) {
                faults.add("the server disputes sale " + sale.transactionId() + ": " + sale.reason());
            } else if (right.equals(sale.computedTotalMinor())) {
                count("bent sales that the server lists, with the right total beside");
            } else {
                faults.add("a bent sale of " + right + " is listed with " + sale.computedTotalMinor());
            }
        }
        counts.putIfAbsent("disputed", 0L);
    }

    private void count(String name) {
        count(name, 1);
    }

    private void count(String name, long more) {
        if (more != 0) {
            counts.merge(name, more, Long::sum);
        }
    }
}
