package org.tillwright.register.returning;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Cart;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.JournalSearch;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.PostVoids;

/** Goods that come back without a receipt: which lines they are, and what was given for such goods today. */
public final class BlindReturns {

    /** How records tell a negative quantity; the payload is a text within a text. */
    private static final String BACK = "quantityMilli\\\":-";

    /** Records of a day and its night, at most. */
    private static final long RECORDS_OF_A_DAY = 20_000;

    private final Journal journal;

    public BlindReturns(Journal journal) {
        this.journal = journal;
    }

    /** The lines of goods without a receipt, with their names; deposits go with their goods. */
    static Map<Integer, String> lines(SaleSession sale) {
        Map<Integer, String> names = new TreeMap<>();
        for (SaleLine line : sale.lines()) {
            boolean isBlind = sale.cart()
                    .find(line.number())
                    .filter(wanted -> wanted.kind() == Cart.Kind.RETURN && wanted.sold() == null)
                    .isPresent();
            if (isBlind) {
                names.put(line.number(), line.description());
            }
        }
        return names;
    }

    /** What they are worth, more than zero. */
    static Money worth(SaleSession sale) {
        Map<Integer, String> lines = lines(sale);
        Money sum = Money.zero(sale.total().currency());
        for (SaleLine line : sale.lines()) {
            if (lines.containsKey(line.number())) {
                sum = sum.minus(line.amount());
            }
        }
        return sum;
    }

    /** What this register gave for goods without a receipt on a day, in minor units. Reads the journal, so it waits. */
    long givenOn(LocalDate day) throws JournalException {
        long since = Math.max(0, journal.nextSequence() - RECORDS_OF_A_DAY);
        long sum = 0;
        for (StoredRecord record : new JournalSearch(journal).holding(BACK, since, RecordKind.SALE)) {
            SaleMessage sale = WireJson.read(record.body(), JournalRecord.class).message(SaleMessage.class);
            if (sale.businessDay().equals(day) && !PostVoids.isOne(sale)) {
                sum = Math.addExact(sum, blindOf(sale));
            }
        }
        return sum;
    }

    private static long blindOf(SaleMessage sale) {
        return sale.lines().stream()
                .filter(line -> line.quantityMilli() < 0 && line.returned() == null)
                .mapToLong(line -> -line.netMinor() - line.taxMinor())
                .sum();
    }
}
