package org.tillwright.register.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleParking;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

/**
 * Rings a retailer's invoices up as a cashier would, through the register's own sale. An invoice becomes one transaction
 * whose id follows from the invoice's number, so the same invoice is the same transaction in every replay.
 */
final class Replay {

    static final String REASON = "IMPORTED";

    private static final String ID_PREFIX = "tillwright-replay:";

    private final RegisterParts parts;
    private final AtomicReference<UUID> nextId;

    /**
     * @param nextId where the register takes the id of its next transaction from
     */
    Replay(RegisterParts parts, AtomicReference<UUID> nextId) {
        this.parts = parts;
        this.nextId = nextId;
    }

    static UUID transactionId(String invoiceNumber) {
        return UUID.nameUUIDFromBytes((ID_PREFIX + invoiceNumber).getBytes(StandardCharsets.UTF_8));
    }

    /** Ids for a register that replays: what {@code nextId} holds once, and random ones for all else. */
    static Supplier<UUID> ids(AtomicReference<UUID> nextId) {
        return () -> {
            UUID given = nextId.get();
            return given == null ? UUID.randomUUID() : given;
        };
    }

    /** Returns the invoices that are in neither the register's journal nor, as far as it was asked, on the server. */
    static List<RetailFile.Invoice> missing(RetailFile file, Journal journal, Predicate<UUID> isOnServer)
            throws JournalException {
        List<RetailFile.Invoice> missing = new ArrayList<>();
        for (RetailFile.Invoice invoice : file.invoices()) {
            UUID id = transactionId(invoice.number());
            if (!journal.hasTransaction(id) && !isOnServer.test(id)) {
                missing.add(invoice);
            }
        }
        return missing;
    }

    /** Rings up one invoice, takes the cash for it, and finishes it. */
    void ring(RetailFile.Invoice invoice, SnapshotMessage.Operator operator) throws ReplayException {
        SaleSession sale = parts.sale();
        sale.signedOn(operator, Texts.of(sale.catalogue().store().language()));
        begin(sale, transactionId(invoice.number()));
        for (RetailFile.Line line : invoice.lines()) {
            require(sale, invoice, sale.ring(wanted(line, sale.catalogue()), operator));
        }
        if (!sale.due().isZero()) {
            require(sale, invoice, sale.payCash(sale.due()));
        }
        require(sale, invoice, sale.finish());
    }

    /** A sale has its id from its beginning, and it begins when the one before ends: so an empty one begins anew. */
    private void begin(SaleSession sale, UUID transactionId) {
        nextId.set(transactionId);
        try {
            SaleParking.of(sale).leave();
        } finally {
            nextId.set(null);
        }
    }

    /** The book's price where it is the invoice's, otherwise the invoice's by hand. */
    private static RingUp wanted(RetailFile.Line line, Catalogue catalogue) {
        String itemId = RetailItems.itemId(line.stockCode());
        UnitPrice price = new UnitPrice(catalogue.currency(), line.unitPriceMicro());
        boolean isBookPrice = catalogue
                .find(itemId)
                .map(Catalogue.Item::price)
                .filter(price::equals)
                .isPresent();
        RingUp.HandPrice byHand = isBookPrice ? null : new RingUp.HandPrice(price, REASON);
        return new RingUp(itemId, new Quantity(line.quantityMilli()), byHand);
    }

    private static void require(SaleSession sale, RetailFile.Invoice invoice, SaleOutcome outcome)
            throws ReplayException {
        if (outcome instanceof SaleOutcome.Said said) {
            throw new ReplayException("Invoice " + invoice.number() + " cannot be rung up: "
                    + sale.texts().text(said.notice()));
        }
        if (!(outcome instanceof SaleOutcome.Done)) {
            throw new ReplayException("Invoice " + invoice.number() + " cannot be rung up: " + outcome);
        }
    }

    /** The totals of all sales in the register's journal, by transaction. */
    static Map<UUID, Long> totals(Journal journal) throws JournalException {
        Map<UUID, Long> totals = new HashMap<>();
        for (StoredRecord record : journal.since(0, RecordKind.SALE)) {
            SaleMessage sale = WireJson.read(record.body(), JournalRecord.class).message(SaleMessage.class);
            totals.put(sale.transactionId(), sale.totalMinor());
        }
        return totals;
    }

    /** The replay cannot go on. The message is a sentence for the person who started it. */
    static final class ReplayException extends Exception {
        ReplayException(String message) {
            super(message);
        }
    }
}
