package org.tillwright.register.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.kitchen.KitchenOrder;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage.ReturnedLine;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.value.CustomerFound;

/**
 * What is known of a sale beyond its goods and payments. Immutable.
 *
 * @param customer who buys; what that does to the prices is in the cart's context
 * @param salespersonId who sold, where that is another than the operator
 * @param moneyIn what is paid beside the goods, such as onto a gift card
 * @param lines what lines say beyond goods and amounts, by their numbers
 * @param returned of which sale's line each line comes back that does, by its number
 * @param orderId the quotation or layaway that this sale is of
 * @param resumedFrom the suspended sale that this one goes on with
 * @param postVoidOf the finished sale that this one undoes
 * @param kitchen what stations were told of it; null while nothing of it is made
 * @param shares how the bill is shared out among several people who pay; null where it is not
 */
public record Particulars(
        @Nullable CustomerFound customer,
        @Nullable String salespersonId,
        List<MoneyIn> moneyIn,
        Map<Integer, LineParticulars> lines,
        Map<Integer, ReturnedLine> returned,
        @Nullable UUID orderId,
        @Nullable UUID resumedFrom,
        @Nullable UUID postVoidOf,
        @Nullable KitchenOrder kitchen,
        @Nullable Shares shares) {

    public static final Particulars NONE =
            new Particulars(null, null, List.of(), Map.of(), Map.of(), null, null, null, null, null);

    public Particulars {
        moneyIn = List.copyOf(moneyIn);
        lines = Map.copyOf(lines);
        returned = Map.copyOf(returned);
    }

    public Particulars withCustomer(@Nullable CustomerFound changed) {
        return with(copy -> copy.customer = changed);
    }

    public Particulars withSalesperson(@Nullable String operatorId) {
        return with(copy -> copy.salespersonId = operatorId);
    }

    /** Returns these with more money beside the goods. */
    public Particulars with(MoneyIn more) {
        List<MoneyIn> all = new ArrayList<>(moneyIn);
        all.add(more);
        return withMoneyIn(all);
    }

    public Particulars withMoneyIn(List<MoneyIn> changed) {
        return with(copy -> copy.moneyIn = changed);
    }

    /** Returns these with what one line says; null takes it off. */
    public Particulars withLine(int number, @Nullable LineParticulars said) {
        Map<Integer, LineParticulars> all = new TreeMap<>(lines);
        if (said == null) {
            all.remove(number);
        } else {
            all.put(number, said);
        }
        return with(copy -> copy.lines = all);
    }

    /** Returns these with a line that comes back of an earlier sale. */
    public Particulars withReturned(int number, ReturnedLine from) {
        Map<Integer, ReturnedLine> all = new TreeMap<>(returned);
        all.put(number, from);
        return with(copy -> copy.returned = all);
    }

    public Particulars withOrder(@Nullable UUID changed) {
        return with(copy -> copy.orderId = changed);
    }

    public Particulars withResumedFrom(@Nullable UUID changed) {
        return with(copy -> copy.resumedFrom = changed);
    }

    public Particulars withPostVoidOf(@Nullable UUID changed) {
        return with(copy -> copy.postVoidOf = changed);
    }

    public Particulars withKitchen(@Nullable KitchenOrder changed) {
        return with(copy -> copy.kitchen = changed);
    }

    public Particulars withShares(@Nullable Shares changed) {
        return with(copy -> copy.shares = changed);
    }

    /** Returns these without what was said of lines that are gone. */
    Particulars forLines(Set<Integer> numbers) {
        if (numbers.containsAll(lines.keySet()) && numbers.containsAll(returned.keySet())) {
            return this;
        }
        Map<Integer, LineParticulars> said = new TreeMap<>(lines);
        said.keySet().retainAll(numbers);
        Map<Integer, ReturnedLine> back = new TreeMap<>(returned);
        back.keySet().retainAll(numbers);
        return with(copy -> {
            copy.lines = said;
            copy.returned = back;
        });
    }

    /** What is paid beside the goods, in all. */
    Money beside(Currency currency) {
        long sum = 0;
        for (MoneyIn taken : moneyIn) {
            sum = Math.addExact(sum, taken.amountMinor());
        }
        return new Money(currency, sum);
    }

    /** What the sale's record says; null for nothing. */
    @Nullable
    SaleParticulars message() {
        SaleParticulars message = new SaleParticulars(
                customer == null ? null : customer.customerId(),
                salespersonId,
                moneyIn.isEmpty() ? null : moneyIn,
                orderId,
                resumedFrom,
                postVoidOf,
                kitchen == null ? null : kitchen.pickup());
        return message.equals(SaleParticulars.NONE) ? null : message;
    }

    private Particulars with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** Particulars on their way to others in which a member differs. */
    private static final class Copy {

        private @Nullable CustomerFound customer;
        private @Nullable String salespersonId;
        private List<MoneyIn> moneyIn;
        private Map<Integer, LineParticulars> lines;
        private Map<Integer, ReturnedLine> returned;
        private @Nullable UUID orderId;
        private @Nullable UUID resumedFrom;
        private @Nullable UUID postVoidOf;
        private @Nullable KitchenOrder kitchen;
        private @Nullable Shares shares;

        Copy(Particulars from) {
            customer = from.customer;
            salespersonId = from.salespersonId;
            moneyIn = from.moneyIn;
            lines = from.lines;
            returned = from.returned;
            orderId = from.orderId;
            resumedFrom = from.resumedFrom;
            postVoidOf = from.postVoidOf;
            kitchen = from.kitchen;
            shares = from.shares;
        }

        Particulars made() {
            return new Particulars(
                    customer,
                    salespersonId,
                    moneyIn,
                    lines,
                    returned,
                    orderId,
                    resumedFrom,
                    postVoidOf,
                    kitchen,
                    shares);
        }
    }
}
