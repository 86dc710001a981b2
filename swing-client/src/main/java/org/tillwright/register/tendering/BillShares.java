package org.tillwright.register.tendering;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.text.Texts;

/**
 * The shares of a bill that several people pay: one sale, one receipt, a tender for each. It only says what is asked for
 * next; whoever wants to pay another amount may.
 */
final class BillShares {

    private final List<Money> left = new ArrayList<>();
    private int all;

    /** Shares the amount out equally; the first ones pay a cent more where it does not come out even. */
    void equal(Money due, int count) {
        left.clear();
        long base = due.minor() / count;
        long odd = due.minor() - base * count;
        for (int i = 0; i < count; i++) {
            left.add(new Money(due.currency(), base + (i < odd ? 1 : 0)));
        }
        all = count;
    }

    /** The first pays so much, somebody else the rest. */
    void first(Money amount, Money due) {
        left.clear();
        left.add(amount);
        left.add(due.minus(amount));
        all = 2;
    }

    void end() {
        left.clear();
        all = 0;
    }

    boolean isOn() {
        return !left.isEmpty();
    }

    /** What is asked for now: the share that is open; all of it for the last one, and where there are no shares. */
    Money current(Money due) {
        boolean isShare = left.size() > 1 && left.get(0).minor() < due.minor();
        return isShare ? left.get(0) : due;
    }

    /** So much was paid: it goes to the share that is open, and what is over to the next. */
    void paid(Money amount) {
        Money rest = amount;
        while (!left.isEmpty() && rest.minor() > 0) {
            Money share = left.remove(0);
            if (rest.minor() < share.minor()) {
                left.add(0, share.minus(rest));
            }
            rest = rest.minus(share);
        }
        if (left.isEmpty()) {
            all = 0;
        }
    }

    /** Which share is asked for, and what it comes to. */
    String words(Money due, Texts texts) {
        return texts.text(
                "tendering.share",
                Integer.toString(all - left.size() + 1),
                Integer.toString(all),
                texts.figures().amount(current(due)));
    }

    /** How a bill was shared out, with the odd cents. */
    String told(Texts texts) {
        Money most = left.get(0);
        Money least = left.get(left.size() - 1);
        long larger = left.stream().filter(share -> share.equals(most)).count();
        if (most.equals(least)) {
            return Counted.text(
                    texts, "tendering.shares.even", all, texts.figures().amount(most));
        }
        return texts.text(
                "tendering.shares.odd",
                Long.toString(larger),
                texts.figures().amount(most),
                Long.toString(all - larger),
                texts.figures().amount(least));
    }
}
