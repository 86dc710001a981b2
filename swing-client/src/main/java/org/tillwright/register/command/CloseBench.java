package org.tillwright.register.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.journal.Sealer;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.till.TillCount;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillSettledMessage;

/** Measures how long a register takes to start with a till of many sales, and to close it. */
public final class CloseBench {

    private static final List<String> MAY = List.of("till.open", "till.settle", "till.over-short");
    private static final long PRICE_MINOR = 250;

    private CloseBench() {}

    /**
     * What was measured.
     *
     * @param start from the closed program to the open till, the journal's file opened anew
     * @param close from the count that a person keyed to the settlement and Z report on disk
     */
    public record Result(long sales, Duration start, Duration close) {}

    /**
     * Sells so often into a till in an empty directory, ends the program, begins it again and closes the till. What comes before
     * is not measured: each sale is a synced commit.
     *
     * @param nanos the clock that measures
     */
    public static Result run(Path directory, int sales, Catalogue catalogue, LongSupplier nanos)
            throws JournalException, IOException {
        Clock clock = Clock.systemUTC();
        RegisterHome home = new RegisterHome(directory);
        RegisterKeys keys = RegisterKeys.open(home, new SecureRandom());
        Sealer sealer = Sealer.of(keys.privateKey(), keys.publicKey());
        Catalogues catalogues = new Catalogues();
        catalogues.put(catalogue);
        SnapshotMessage.Operator operator =
                new SnapshotMessage.Operator("bench", "1", "Bench", "MANAGER", null, null, MAY);
        try (Journal journal = Journal.open(home.journal(), clock, sealer)) {
            journal.enrolled(
                    new RegisterIdentity("bench", "Bench", catalogue.store().storeId(), "Bench"), 1);
            TillSession till = new TillSession(catalogues, journal, clock, UUID::randomUUID);
            till.open(Money.zero(catalogue.currency()), operator);
            SellingRule rule = new SellingRule(catalogue.number(), catalogue.taxPolicy());
            for (int i = 0; i < sales; i++) {
                journal.append(RecordKind.SALE, rule, sale(till.requireId(), i, catalogue));
            }
        }
        long begun = nanos.getAsLong();
        try (Journal journal = Journal.open(home.journal(), clock, sealer)) {
            TillSession till = new TillSession(catalogues, journal, clock, UUID::randomUUID);
            boolean isOpen = till.isOpen() && !till.expected().isEmpty();
            long started = nanos.getAsLong();
            TillOutcome outcome = till.settle(TillCount.of(till.expected()), operator, null);
            long closed = nanos.getAsLong();
            if (!(outcome instanceof TillOutcome.Settled done) || !isWhole(done.settled(), sales) || !isOpen) {
                throw new IllegalStateException("the till did not close with all its sales: " + outcome);
            }
            return new Result(sales, Duration.ofNanos(started - begun), Duration.ofNanos(closed - started));
        }
    }

    private static boolean isWhole(TillSettledMessage settled, int sales) {
        return settled.transactionCount() == sales
                && settled.counts().get(0).expectedMinor() == Math.multiplyExact(sales, PRICE_MINOR);
    }

    /** Cash for one piece, with a fifth of tax in it; ten items take turns. */
    private static SaleMessage sale(UUID till, int number, Catalogue catalogue) {
        long tax = PRICE_MINOR / 5;
        Instant now = Instant.EPOCH.plusSeconds(number);
        return new SaleMessage(
                UUID.randomUUID(),
                catalogue.store().storeId(),
                till,
                "bench",
                LocalDate.EPOCH,
                now,
                now,
                catalogue.currency().code(),
                List.of(new SaleMessage.Line(
                        1L,
                        "item-" + number % 10,
                        "Goods",
                        1_000L,
                        2_500_000L,
                        PRICE_MINOR,
                        PRICE_MINOR - tax,
                        tax,
                        "S",
                        null)),
                List.of(new SaleMessage.TaxLine("S", 250_000L, PRICE_MINOR - tax, tax, PRICE_MINOR)),
                List.of(
                        new SaleMessage.Tender("CASH", PRICE_MINOR + 50, null),
                        new SaleMessage.Tender("CASH", -50L, null)),
                PRICE_MINOR - tax,
                tax,
                PRICE_MINOR);
    }
}
