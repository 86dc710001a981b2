package org.tillwright.register.testing;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.approval.Approvals;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.sale.DraftLane;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleDevices;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleParts;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/** A register's brain on a real journal, everything on the test's own thread. */
public final class TestRegister implements AutoCloseable {

    public static final RegisterIdentity IDENTITY = new RegisterIdentity("till-01", "Till 1", "shop", "Corner Shop");
    public static final SellingRule RULE = new SellingRule(1, new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"));

    /** What this register signs with. */
    public static final KeyPair KEYS = TestKeys.PAIR;

    public final TestClock clock = new TestClock();
    public final Catalogues catalogues = new Catalogues();
    public final Journal journal;
    public final TillSession till;
    public final SignOn signOn;
    public final Approvals approvals;
    public final SaleSession sale;
    public final List<String> devices = new ArrayList<>();

    public TestRegister(Path directory) throws JournalException {
        journal = Journal.open(directory.resolve("journal.db"), clock, TestKeys.SEALER);
        journal.enrolled(IDENTITY, 1);
        catalogues.put(TestStore.catalogue());
        Supplier<UUID> ids = UUID::randomUUID;
        till = new TillSession(catalogues, journal, clock, ids);
        signOn = new SignOn(catalogues, journal, clock, Runnable::run, Runnable::run);
        approvals = new Approvals(signOn, catalogues, journal, KEYS.getPrivate(), clock, ids);
        sale = new SaleSession(
                new SaleParts(
                        catalogues,
                        journal,
                        till,
                        new DraftLane(journal, Runnable::run),
                        recorder(),
                        clock,
                        ids,
                        approvals),
                Texts.of("en"));
    }

    /** A register with an open till and a person who may do anything. */
    public static TestRegister open(Path directory) throws JournalException {
        TestRegister register = new TestRegister(directory);
        register.sale.signedOn(TestStore.MANAGER, Texts.of("en"));
        if (!register.till.isOpen()) {
            register.till.open(euro(5000), TestStore.MANAGER);
        }
        return register;
    }

    public static Money euro(long cents) {
        return new Money(Currency.of("EUR"), cents);
    }

    public static UnitPrice price(long cents) {
        return UnitPrice.of(euro(cents));
    }

    public FinishedSale sellMilkForCash() {
        sale.add(TestStore.MILK_CODE);
        sale.payCash(sale.due());
        sale.finish();
        return sale.last().orElseThrow();
    }

    public List<String> events() throws JournalException {
        return journal.since(0, RecordKind.EVENT).stream()
                .map(record -> message(record, EventMessage.class).event())
                .toList();
    }

    public static <T extends Record> T message(StoredRecord record, Class<T> type) {
        return WireJson.read(record.body(), JournalRecord.class).message(type);
    }

    public static EventMessage event(String name) {
        return new EventMessage(name, "shop", "op-1", TestClock.NOON, null, null);
    }

    private SaleDevices recorder() {
        return new SaleDevices() {
            @Override
            public void lineRung(SaleLine line, Money total) {
                devices.add("line " + line.description() + " " + line.amount() + " of " + total);
            }

            @Override
            public void totalDue(Money due) {
                devices.add("due " + due);
            }

            @Override
            public void finished(FinishedSale finished) {
                devices.add((finished.movesCash() ? "drawer and " : "")
                        + (finished.isOnPaper() ? "receipt " : "no paper ")
                        + finished.total());
            }

            @Override
            public void printGift(FinishedSale finished, Set<Long> lines) {
                devices.add("gift receipt of " + finished.total() + " lines " + new TreeSet<>(lines));
            }

            @Override
            public void openDrawer() {
                devices.add("drawer");
            }

            @Override
            public void paymentCode(String code, Money amount) {
                devices.add("code " + code + " " + amount);
            }

            @Override
            public void printCopy(FinishedSale finished) {
                devices.add("copy " + finished.total());
            }
        };
    }

    @Override
    public void close() throws JournalException {
        journal.close();
    }
}
