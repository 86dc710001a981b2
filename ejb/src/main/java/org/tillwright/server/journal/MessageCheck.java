package org.tillwright.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.Fault;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;

/** Finds what no till can mean: times before there were tills, amounts beyond any, unknown tenders. */
final class MessageCheck {

    /** A clock that lost its battery says 1970, in the west a few hours less; the goods are gone all the same. */
    private static final Instant EARLIEST = Instant.parse("1969-12-31T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final LocalDate EARLIEST_DAY = LocalDate.parse("1969-12-31");
    private static final LocalDate LATEST_DAY = LocalDate.parse("2200-01-01");

    /** The same bound as a sale's. */
    private static final long MAX_AMOUNT_MINOR = 1_000_000_000_000_000L;

    private final List<Fault> faults = new ArrayList<>();

    private MessageCheck() {}

    static List<Fault> faultsOf(Record message) {
        MessageCheck check = new MessageCheck();
        if (message instanceof SaleMessage sale) {
            check.instant(sale.begunAt(), "begunAt");
            check.instant(sale.endedAt(), "endedAt");
            check.day(sale.businessDay());
        } else if (message instanceof SaleVoidedMessage voided) {
            check.instant(voided.voidedAt(), "voidedAt");
            check.day(voided.businessDay());
        } else if (message instanceof TillOpenedMessage opened) {
            check.opened(opened);
        } else if (message instanceof TillSettledMessage settled) {
            check.settled(settled);
        } else if (message instanceof EventMessage event) {
            check.instant(event.happenedAt(), "happenedAt");
        } else {
            throw new IllegalStateException("no check for " + message.getClass());
        }
        return List.copyOf(check.faults);
    }

    static String storeIdOf(Record message) {
        if (message instanceof SaleMessage sale) {
            return sale.storeId();
        } else if (message instanceof SaleVoidedMessage voided) {
            return voided.storeId();
        } else if (message instanceof TillOpenedMessage opened) {
            return opened.storeId();
        } else if (message instanceof TillSettledMessage settled) {
            return settled.storeId();
        } else if (message instanceof EventMessage event) {
            return event.storeId();
        }
        throw new IllegalStateException("no store in " + message.getClass());
    }

    private void opened(TillOpenedMessage opened) {
        instant(opened.openedAt(), "openedAt");
        day(opened.businessDay());
        currency(opened.currency());
        amount(opened.floatMinor(), "floatMinor");
        require(opened.floatMinor() >= 0, "floatMinor", "is negative");
    }

    private void settled(TillSettledMessage settled) {
        instant(settled.settledAt(), "settledAt");
        currency(settled.currency());
        Set<String> tenders = new HashSet<>();
        for (int i = 0; i < settled.counts().size(); i++) {
            TillSettledMessage.Count count = settled.counts().get(i);
            String field = "counts[" + i + "]";
            require(TenderType.find(count.tender()) != null, field + ".tender", "is no known tender");
            require(tenders.add(count.tender()), field + ".tender", "is there twice");
            amount(count.expectedMinor(), field + ".expectedMinor");
            amount(count.countedMinor(), field + ".countedMinor");
        }
    }

    private void currency(String code) {
        require(Currency.find(code) != null, "currency", "is no known currency");
    }

    private void instant(Instant instant, String field) {
        require(!instant.isBefore(EARLIEST) && instant.isBefore(LATEST), field, "is not between 1970 and 2199");
    }

    private void day(LocalDate day) {
        require(!day.isBefore(EARLIEST_DAY) && day.isBefore(LATEST_DAY), "businessDay", "is not between 1970 and 2199");
    }

    private void amount(long minor, String field) {
        require(minor >= -MAX_AMOUNT_MINOR && minor <= MAX_AMOUNT_MINOR, field, "is beyond any till");
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}
