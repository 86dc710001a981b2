package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.approval.Granted;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.sale.DraftLane;
import org.tillwright.register.sale.SaleDevices;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleParts;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.testing.TestCafe;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;

/** A register of a restaurant on a journal of its own, with printers that do as the test says and threads turned by hand. */
final class RestaurantTill implements AutoCloseable {

    final TestClock clock = new TestClock();
    final Journal journal;
    final Kitchen kitchen;
    final SaleSession sale;
    final HandPrinter stove = new HandPrinter();
    final HandPrinter bar = new HandPrinter();
    final List<String> troubles = new ArrayList<>();

    RestaurantTill(Path directory, String workstation) throws JournalException {
        this(directory, workstation, null);
    }

    /** @param printers in place of those that do as the test says; or null */
    RestaurantTill(Path directory, String workstation, @Nullable Map<String, ReceiptPrinter> printers)
            throws JournalException {
        directory.toFile().mkdirs();
        journal = Journal.open(directory.resolve("journal.db"), clock, TestKeys.SEALER);
        if (journal.identity().isEmpty()) {
            journal.enrolled(new RegisterIdentity(workstation, "Till of " + workstation, "shop", "Corner Shop"), 1);
        }
        Catalogues catalogues = new Catalogues();
        catalogues.put(catalogue());
        kitchen = new Kitchen(
                journal,
                catalogues,
                clock,
                UUID::randomUUID,
                printers == null ? Map.of("kitchen", stove, "bar", bar) : printers);
        kitchen.listen(new KitchenListener() {
            @Override
            public void failed(String stationId, Trouble trouble, long waiting) {
                troubles.add(stationId + " " + trouble + " " + waiting);
            }

            @Override
            public void missing(String stationId, long waiting) {
                troubles.add(stationId + " missing " + waiting);
            }

            @Override
            public void recovered(String stationId) {
                troubles.add(stationId + " prints again");
            }
        });
        TillSession till = new TillSession(catalogues, journal, clock, UUID::randomUUID);
        sale = new SaleSession(
                new SaleParts(
                        catalogues,
                        journal,
                        till,
                        new DraftLane(journal, Runnable::run),
                        SaleDevices.NONE,
                        clock,
                        UUID::randomUUID,
                        Granted.NONE,
                        kitchen),
                Texts.of("en"));
        sale.signedOn(TestStore.MANAGER, Texts.of("en"));
        till.turnTo(TestStore.MANAGER);
        if (!till.isOpen()) {
            till.open(TestRegister.euro(5000), TestStore.MANAGER);
        }
    }

    /** A café in which dishes are made in the kitchen and hot drinks at the bar; soap is taken from the shelf. */
    static Catalogue catalogue() {
        SnapshotMessage plain = TestCafe.snapshot("EAT_IN", null);
        KitchenRules rules = new KitchenRules(
                List.of(
                        new KitchenRules.Station("kitchen", Map.of("en", "Stove"), List.of("dishes")),
                        new KitchenRules.Station("bar", Map.of("en", "Bar"), List.of("drinks")),
                        new KitchenRules.Station("cellar", Map.of("en", "Cellar"), List.of("wine"))),
                null);
        ShopRules shop =
                new ShopRules("CAFE", null, null, null, selling(plain), null, null, null, null, null, null, rules);
        List<SnapshotMessage.Item> items = new ArrayList<>();
        for (SnapshotMessage.Item each : plain.items()) {
            items.add(each.itemId().equals("latte") ? in(each, "drinks") : each);
        }
        items.add(item("soup", "Soup", "dishes"));
        items.add(item("burger", "Burger", "dishes"));
        items.add(item("tea", "Tea", "drinks"));
        items.add(item("claret", "Claret", "wine"));
        List<SnapshotMessage.Department> departments = new ArrayList<>(plain.departments());
        for (String id : List.of("dishes", "drinks", "wine")) {
            departments.add(new SnapshotMessage.Department(id, Map.of("en", id), 9L, 1L));
        }
        return Catalogue.of(new SnapshotMessage(
                plain.number(),
                plain.after(),
                plain.store(),
                plain.taxPolicy(),
                plain.taxRates(),
                departments,
                items,
                plain.operators(),
                plain.epoch(),
                plain.pricingRules(),
                shop));
    }

    private static SnapshotMessage.Item item(String id, String name, String department) {
        return in(
                TestStore.item(id, name, "PIECE", "STANDARD", 5_000_000L, id.toUpperCase(Locale.ROOT), null),
                department);
    }

    private static SellingRules selling(SnapshotMessage plain) {
        return Objects.requireNonNull(Objects.requireNonNull(plain.shopRules()).selling());
    }

    private static SnapshotMessage.Item in(SnapshotMessage.Item like, String department) {
        return new SnapshotMessage.Item(
                like.itemId(),
                like.names(),
                department,
                like.unit(),
                like.taxCategory(),
                like.unitPriceMicro(),
                like.codes(),
                like.pictureId(),
                like.tile(),
                like.active());
    }

    void order(String... codes) {
        for (String code : codes) {
            sale.add(code);
        }
    }

    void pay() {
        sale.payCash(sale.cashDue());
        sale.finish();
    }

    /** Undoes a finished sale as a whole. */
    void undo(SaleMessage finished) {
        SaleOutcome outcome = sale.books()
                .record((who, open) -> PostVoids.undoing(
                        finished,
                        new PostVoids.Undoing(
                                UUID.randomUUID(),
                                open.requireId(),
                                who.operatorId(),
                                open.businessDay(),
                                clock.instant(),
                                clock.instant(),
                                Map.of(),
                                null)));
        assertThat(outcome).isInstanceOf(SaleOutcome.Finished.class);
    }

    /** Lets both stations print what waits for them, as often as there is something and their printers take it. */
    void print() throws JournalException {
        for (String station : List.of("kitchen", "bar")) {
            int before = -1;
            int now = kitchen.waiting().size();
            while (now > 0 && now != before) {
                before = now;
                kitchen.turn(station);
                now = kitchen.waiting().size();
            }
        }
    }

    /** The power goes: nothing is said to anybody, and what is on disk is all there is. */
    void cutPower() throws JournalException {
        journal.close();
    }

    @Override
    public void close() throws JournalException {
        journal.close();
    }

    /** A printer that prints, fails, or prints and then fails. */
    static final class HandPrinter implements ReceiptPrinter {

        final List<List<String>> papers = new ArrayList<>();
        Trouble before;
        Trouble after;
        Runnable whilePrinting = () -> {};

        @Override
        public void print(Receipt receipt) throws DeviceException {
            if (before != null) {
                throw new DeviceException(DeviceKind.PRINTER, before);
            }
            papers.add(receipt.lines().stream()
                    .filter(Receipt.Text.class::isInstance)
                    .map(line -> ((Receipt.Text) line).text().strip())
                    .toList());
            whilePrinting.run();
            if (after != null) {
                throw new DeviceException(DeviceKind.PRINTER, after);
            }
        }

        /** What is to be made and not to be made by all papers so far. */
        List<String> goods() {
            return papers.stream()
                    .flatMap(List::stream)
                    .filter(line -> line.matches("(- )?[0-9.]+ x .*"))
                    .toList();
        }

        List<String> last() {
            return papers.get(papers.size() - 1);
        }

        @Override
        public int columns() {
            return 42;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
