package org.tillwright.register.tendering;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.sale.Shares;
import org.tillwright.register.text.Texts;

/** What is asked for next of a bill that several people pay. The shares are kept with the sale, so that a crash does not end them. */
final class BillShares {

    private final SaleSession sale;

    BillShares(SaleSession sale) {
        this.sale = sale;
    }

    void equal(Money due, int count) {
        keep(Shares.equal(due, count));
    }

    /** The first pays so much, somebody else the rest. */
    void first(Money amount, Money due) {
        keep(Shares.first(amount, due));
    }

    void end() {
        if (isOn()) {
            keep(null);
        }
    }

    boolean isOn() {
        return sale.particulars().shares() != null;
    }

    private void keep(@Nullable Shares shares) {
        sale.changes().note(known -> known.withShares(shares));
    }

    /** What is asked for now: the share that is open; all of it for the last one, and where there are no shares. */
    Money current(Money due) {
        Shares shares = sale.particulars().shares();
        if (shares == null
                || shares.leftMinor().size() < 2
                || shares.leftMinor().get(0) >= due.minor()) {
            return due;
        }
        return new Money(due.currency(), shares.leftMinor().get(0));
    }

    void paid(Money amount) {
        Shares shares = sale.particulars().shares();
        if (shares != null) {
            Shares left = shares.paid(amount);
            keep(left.leftMinor().isEmpty() ? null : left);
        }
    }

    /** Which share is asked for, and what it comes to; empty where the bill is not shared out. */
    String words(Money due, Texts texts) {
        Shares shares = sale.particulars().shares();
        return shares == null
                ? ""
                : texts.text(
                        "tendering.share",
                        Long.toString(shares.all() - shares.leftMinor().size() + 1),
                        Long.toString(shares.all()),
                        texts.figures().amount(current(due)));
    }

    /** How a bill was shared out, with the odd cents; empty where it is not. */
    String told(Money due, Texts texts) {
        Shares shares = sale.particulars().shares();
        if (shares == null) {
            return "";
        }
        long most = shares.leftMinor().get(0);
        long least = shares.leftMinor().get(shares.leftMinor().size() - 1);
        long larger = shares.leftMinor().stream().filter(share -> share == most).count();
        if (most == least) {
            return Counted.text(texts, "tendering.shares.even", shares.all(), amount(most, due, texts));
        }
        return texts.text(
                "tendering.shares.odd",
                Long.toString(larger),
                amount(most, due, texts),
                Long.toString(shares.all() - larger),
                amount(least, due, texts));
    }

    private static String amount(long minor, Money due, Texts texts) {
        return texts.figures().amount(new Money(due.currency(), minor));
    }
}
