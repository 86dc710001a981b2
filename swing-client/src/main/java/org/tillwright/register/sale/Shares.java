package org.tillwright.register.sale;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;

/**
 * How a bill is shared out among several people: one sale, one receipt, a tender for each. It only says what is asked for next;
 * whoever wants to pay another amount may. Kept with the sale on the register's disk.
 *
 * @param all how many there are in all
 * @param leftMinor what each has to pay who has not paid yet, in their order
 */
public record Shares(Long all, List<Long> leftMinor) {

    public Shares {
        leftMinor = List.copyOf(leftMinor);
    }

    /** Shares the amount out equally; the first ones pay a cent more where it does not come out even. */
    public static Shares equal(Money due, int count) {
        List<Long> left = new ArrayList<>();
        long base = due.minor() / count;
        long odd = due.minor() - base * count;
        for (int i = 0; i < count; i++) {
            left.add(base + (i < odd ? 1 : 0));
        }
        return new Shares((long) count, left);
    }

    /** The first pays so much, somebody else the rest. */
    public static Shares first(Money amount, Money due) {
        return new Shares(2L, List.of(amount.minor(), due.minus(amount).minor()));
    }

    /** So much was paid: it goes to the share that is open, and what is over to the next. */
    public Shares paid(Money amount) {
        List<Long> left = new ArrayList<>(leftMinor);
        long rest = amount.minor();
        while (!left.isEmpty() && rest > 0) {
            long share = left.remove(0);
            if (rest < share) {
                left.add(0, share - rest);
            }
            rest -= share;
        }
        return new Shares(all, left);
    }
}
