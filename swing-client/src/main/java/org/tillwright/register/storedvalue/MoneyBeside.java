package org.tillwright.register.storedvalue;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;

/** What is paid beside the goods of the sale in progress: one amount for each kind and number. */
final class MoneyBeside {

    /** As many as a sale's message takes. */
    private static final int MOST = 50;

    private final SaleSession sale;

    MoneyBeside(SaleSession sale) {
        this.sale = sale;
    }

    boolean has(SaleParticulars.Kind kind, String reference) {
        return sale.particulars().moneyIn().stream().anyMatch(each -> is(each, kind, reference));
    }

    SaleOutcome add(SaleParticulars.Kind kind, String reference, Money amount) {
        if (sale.particulars().moneyIn().size() >= MOST) {
            return new SaleOutcome.Said(Notice.of("value.too-many"));
        }
        MoneyIn more = new MoneyIn(kind.name(), reference, amount.minor());
        return sale.changes().particulars(particulars -> particulars.with(more));
    }

    SaleOutcome takeOff(SaleParticulars.Kind kind, String reference) {
        return sale.changes().particulars(particulars -> {
            List<MoneyIn> rest = new ArrayList<>(particulars.moneyIn());
            rest.removeIf(each -> is(each, kind, reference));
            return particulars.withMoneyIn(rest);
        });
    }

    private static boolean is(MoneyIn each, SaleParticulars.Kind kind, String reference) {
        return each.kind().equals(kind.name()) && reference.equals(each.reference());
    }
}
